import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../ports.ts';
import { HealthPortError } from './health-port-error.ts';

/** A page: plain text, and whether all is well. */
export interface Page {
  readonly status: 200 | 503;
  readonly text: string;
  /** The media type; by default plain text. */
  readonly type?: string;
}

/** The pages by their paths. Each request makes its page. */
export type Pages = Readonly<Record<string, () => Page | Promise<Page>>>;

/** Where the pages are. */
export interface PagePlace {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
}

/** Pages that are served until they are disposed. */
export interface PageServer extends AsyncDisposable {
  /** `http://127.0.0.1:9464` */
  readonly url: string;
}

/** More connections are refused. A monitor needs one. */
const mostConnections = 32;
const plainText = 'text/plain; charset=utf-8';

/**
 * Serves the pages. Everything else is 404, and only GET and HEAD are allowed.
 * @throws HealthPortError if the port or the address cannot be used
 */
export async function servePages(pages: Pages, place: PagePlace, log: Logger): Promise<PageServer> {
  const server = createServer((request, response) => void answer(request, response, pages, log));
  server.maxConnections = mostConnections;
  await listen(server, place);
  server.on('error', (err) => log.error({ event: 'health.error', err }, 'the health pages have a problem'));
  const { port } = server.address() as AddressInfo;
  const url = `http://${place.host.includes(':') ? `[${place.host}]` : place.host}:${port}`;
  return {
    url,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, { host, port }: PagePlace): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new HealthPortError(whyNot(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  const where = `port ${port} of ${host}`;
  switch (code) {
    case 'EADDRINUSE':
      return `Another program uses ${where}. Set HEALTH_PORT to another port, or stop that program.`;
    case 'EACCES':
      return `The system does not allow ${where}. Set HEALTH_PORT to a port above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is not an address of this machine. Set HEALTH_HOST to one, such as 127.0.0.1.`;
    default:
      return `The health pages cannot be served at ${where}: ${message}. Check HEALTH_HOST and HEALTH_PORT.`;
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, pages: Pages, log: Logger): Promise<void> {
  const { method = '', url = '' } = request;
  const path = url.split('?', 1)[0] ?? '';
  const make = Object.hasOwn(pages, path) ? pages[path] : undefined;
  if (make === undefined) return send(response, 404, `There are ${Object.keys(pages).join(', ')}.`, method);
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return send(response, 405, 'Only GET and HEAD are allowed.', method);
  }
  try {
    const { status, text, type } = await make();
    send(response, status, text, method, type);
  } catch (err) {
    log.error({ event: 'health.failed', path, err }, `the page ${path} could not be made`);
    send(response, 500, 'This page could not be made. The log says why.', method);
  }
}

/** The header of a HEAD is that of a GET, without its body. */
function send(response: ServerResponse, status: number, text: string, method: string, type = plainText): void {
  const body = text.endsWith('\n') ? text : `${text}\n`;
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(method === 'HEAD' ? undefined : body);
}
