import type { Logger } from '../ports.ts';
import type { Route } from './route.ts';

/** What the bot serves to the web. */
export interface Web extends AsyncDisposable {
  /** The address that links begin with, without a slash at its end. Null if nothing is served. */
  readonly url: string | null;
}

/** Null as a port means that nothing is served. Nothing is loaded then. */
interface WebSettings {
  readonly httpHost: string;
  readonly httpPort: number | null;
  readonly publicUrl: string | null;
}

/** The text at `/`, by which a host sees that the address is right. */
export const frontPage = 'This is Paperboy, a bot for Discord. There is nothing to read at this address.';

const names = { pages: 'The pages of the web', hostSetting: 'HTTP_HOST', portSetting: 'HTTP_PORT' };

const frontRoute: Route = { method: 'GET', path: '/', answer: () => ({ status: 200, body: frontPage }) };

/**
 * Serves routes, if the host wants it.
 * @throws HttpPortError if the port or the address cannot be used
 */
export async function openWeb(settings: WebSettings, routes: readonly Route[], log: Logger): Promise<Web> {
  const { httpHost: host, httpPort: port, publicUrl } = settings;
  if (port === null) return { url: null, [Symbol.asyncDispose]: async () => {} };
  const { serveRoutes } = await import('./web-server.ts');
  const server = await serveRoutes([frontRoute, ...routes], { place: { host, port }, names, log, publicUrl });
  const { url, base } = server;
  log.info({ event: 'web.ready', url, public: base }, `serving the web at ${url}, known as ${base}`);
  return { url: base, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}
