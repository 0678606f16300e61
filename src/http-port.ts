import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port at which a server cannot be. The message says why, and one next step. */
export class HttpPortError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HttpPortError';
  }
}

/** Where a server is. */
export interface HttpPlace {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
}

/** How a message names a server and its settings: `The health pages`, `HEALTH_HOST` and `HEALTH_PORT`. */
export interface HttpNames {
  readonly pages: string;
  readonly hostSetting: string;
  readonly portSetting: string;
}

/** A server that listens until it is disposed. Requests in flight get a moment to end. */
export interface HttpPort extends AsyncDisposable {
  /** `http://127.0.0.1:9464` */
  readonly url: string;
}

/** How long requests in flight may take after the end of the server was asked for. */
const endMs = 2_000;

/**
 * Lets a server listen.
 * @throws HttpPortError if the port or the address cannot be used
 */
export async function openHttpPort(server: Server, place: HttpPlace, names: HttpNames): Promise<HttpPort> {
  server.listen(place.port, place.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new HttpPortError(whyNot(error as NodeJS.ErrnoException, place, names), { cause: error });
  }
  return {
    url: urlOf(server, place.host),
    [Symbol.asyncDispose]: () => close(server),
  };
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const timer = setTimeout(() => server.closeAllConnections(), endMs);
  await closed;
  clearTimeout(timer);
}

function whyNot({ code, message }: NodeJS.ErrnoException, { host, port }: HttpPlace, names: HttpNames): string {
  const { pages, hostSetting, portSetting } = names;
  const where = `port ${port} of ${host}`;
  switch (code) {
    case 'EADDRINUSE':
      return `Another program uses ${where}. Set ${portSetting} to another port, or stop that program.`;
    case 'EACCES':
      return `The system does not allow ${where}. Set ${portSetting} to a port above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is not an address of this machine. Set ${hostSetting} to one, such as 127.0.0.1.`;
    default:
      return `${pages} cannot be served at ${where}: ${message}. Check ${hostSetting} and ${portSetting}.`;
  }
}
