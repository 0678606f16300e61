import type { PastPapers } from './past.ts';
import { type PaperSource, SourceError } from './source.ts';

/** The past papers of a source that shows the listing of any day. Each day is one page. */
export const pastListings = (
  { pull }: Pick<PaperSource, 'pull'>,
  { settledAfterDays }: Pick<PastPapers, 'settledAfterDays'>,
): PastPapers => ({
  settledAfterDays,
  page: async ({ date, signal }) => {
    const pulled = await pull({ date, isExact: true, etags: {}, signal });
    if (pulled.kind === 'unchanged') throw new Error('a source reported no change although the request had no ETag');
    const { source, entries, skipped, lacks } = pulled.listing;
    // A past day is stored once, so it must be whole.
    if (lacks !== undefined) throw new SourceError('malformed', lacks);
    return { source, day: date, entries: entries.map((entry) => ({ ...entry, date })), skipped, resumeToken: null };
  },
});
