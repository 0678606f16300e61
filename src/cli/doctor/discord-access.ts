import type { RestOptions } from '../../discord/rest.ts';
import { createLog } from '../../log.ts';
import { version } from '../../version.ts';
import type { CheckTools } from './check.ts';

/** How long Discord may take to answer one request, in milliseconds. */
const timeoutMs = 10_000;

/** How Discord is asked, for requests that are made once. */
export async function discordAccess(
  { config, io }: Pick<CheckTools, 'config' | 'io'>,
  token = config.discordToken ?? '',
): Promise<RestOptions> {
  const log = await createLog({
    level: 'error',
    format: config.logFormat,
    secrets: config.secrets,
    destination: io.stderr,
  });
  return { apiUrl: config.discordApiUrl, token, userAgent: `paperboy/${version}`, log, timeoutMs };
}
