import { SourceError } from './source.ts';

/**
 * The JSON of an answer.
 * @param name names the source in the message: `bioRxiv`
 * @throws SourceError `malformed`, also for an answer without a body, which services in trouble send
 */
export function readJson(body: Buffer, name: string): unknown {
  if (body.length === 0) throw new SourceError('malformed', `${name} sent an empty answer`);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new SourceError('malformed', `${name} sent an answer that is not JSON`, { cause });
  }
}
