import type { Logger } from '../ports.ts';
import type { Route } from './route.ts';

/** What the bot serves to the web. */
export interface Web extends AsyncDisposable {
  /** The address that links begin with, without a slash at its end. Null if nothing is served. */
  readonly url: string | null;
}

/** Null as a port means that nothing is served. Nothing is loaded then. */
interface WebPlace {
  readonly httpHost: string;
  readonly httpPort: number | null;
  readonly publicUrl: string | null;
}

/** The text at `/`, by which a host sees that the address is right. */
const frontPage = 'This is Paperboy, a bot for Discord. There is nothing to read at this address.';

const names = { pages: 'The pages of the web', hostSetting: 'HTTP_HOST', portSetting: 'HTTP_PORT' };

const frontRoute: Route = { method: 'GET', path: '/', answer: () => ({ status: 200, body: frontPage }) };

/**
 * Serves routes, if the host wants it.
 * @throws HttpPortError if the port or the address cannot be used
 */
export async function openWeb(place: WebPlace, routes: readonly Route[], log: Logger): Promise<Web> {
  const { httpHost: host, httpPort: port, publicUrl } = place;
  if (port === null) return { url: null, [Symbol.asyncDispose]: async () => {} };
  const { serveRoutes } = await import('./web-server.ts');
  const server = await serveRoutes([frontRoute, ...routes], { place: { host, port }, names, log });
  const url = publicUrl ?? ownUrl(server.url);
  log.info({ event: 'web.ready', url: server.url, public: url }, `serving the web at ${server.url}, known as ${url}`);
  return { url, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

/** A server at every address of this machine is reached by its own. */
const ownUrl = (url: string): string => url.replace(/\/\/(0\.0\.0\.0|\[::\])/, '//127.0.0.1');
