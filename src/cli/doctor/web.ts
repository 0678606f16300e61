import type { Config } from '../../config.ts';
import { frontPage } from '../../web/web.ts';
import { type Check, type Found, ok, warn } from './check.ts';

/** How long an answer may take, in milliseconds. */
const timeoutMs = 10_000;

const howTo = 'See “The web” in docs/hosting.md.';

/** Whether others reach what the bot serves to the web. There is nothing to find where nothing is set. */
export const webCheck: Check = {
  name: 'web',
  needsNetwork: true,
  async run({ config, signal }) {
    const { httpPort, publicUrl } = config;
    if (httpPort === null && publicUrl === null) return [];
    if (httpPort === null)
      return [
        warn('PUBLIC_URL is set, and HTTP_PORT is not: nothing is served.', 'Set HTTP_PORT, or remove PUBLIC_URL.'),
      ];
    if (publicUrl === null)
      return [
        warn(
          'The addresses of feeds work on this machine alone.',
          `Set PUBLIC_URL to a web address of the bot. ${howTo}`,
        ),
      ];
    const finding = await reach(publicUrl, config, signal);
    return isUnencrypted(publicUrl) ? [finding, unencrypted] : [finding];
  },
};

const unencrypted = warn(
  'PUBLIC_URL begins with http://, so others on the way can read the addresses of feeds.',
  `Use a reverse proxy with a certificate, and https:// in PUBLIC_URL. ${howTo}`,
);

const isUnencrypted = (url: string): boolean => /^http:\/\/(?!localhost\b|127\.|\[::1\])/i.test(url);

async function reach(publicUrl: string, { httpHost, httpPort }: Config, signal: AbortSignal): Promise<Found> {
  const host = /^(0\.0\.0\.0|::)$/.test(httpHost) ? '127.0.0.1' : httpHost;
  const own = await ask(`http://${host.includes(':') ? `[${host}]` : host}:${httpPort}`, signal);
  if (own !== null) return ok('PUBLIC_URL can be checked once the bot runs: nothing answers at HTTP_PORT');
  const problem = await ask(publicUrl, signal);
  if (problem === null) return ok('PUBLIC_URL leads to the bot');
  return warn(
    `PUBLIC_URL does not lead to the bot: ${problem}.`,
    `Let a reverse proxy pass requests on to HTTP_PORT. ${howTo}`,
  );
}

/** Null if the bot answers there; otherwise what happens instead. */
async function ask(url: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(`${url}/`, { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) });
    const text = await response.text();
    if (!response.ok) return `it answers with the status ${response.status}`;
    return text === frontPage ? null : 'something else answers there';
  } catch (error) {
    const { cause, name } = error as Error;
    return `no answer came from there (${(cause as NodeJS.ErrnoException | undefined)?.code ?? name})`;
  }
}
