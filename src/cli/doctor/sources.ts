import { createSources } from '../../sources/registry.ts';
import { type PaperSource, SourceError } from '../../sources/source.ts';
import { version } from '../../version.ts';
import { type Check, type Found, ok, warn } from './check.ts';

/** How long a source may take to answer one small request, in milliseconds. */
const deadlineMs = 20_000;

/** Whether each source answers. */
export const sourcesCheck: Check = {
  name: 'sources',
  needsNetwork: true,
  async run({ config, io, signal }) {
    const { clock = Date.now } = io;
    await using sources = createSources({ ...config, ...io.pace, version, clock, deadlineMs, arxivRetryPausesMs: [] });
    return await Promise.all(sources.list.map((source) => probed(source, signal)));
  },
};

async function probed(source: PaperSource, signal: AbortSignal): Promise<Found> {
  try {
    await source.probe(signal);
    return ok(`${source.name} answers`);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const step = 'Check the network and the address in .env. If both are right, the bot tries again by itself.';
    return warn(`${source.name} does not answer: ${error.message}.`, step);
  }
}
