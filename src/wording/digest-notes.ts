import type { Digest } from '../digests/digest.ts';
import type { CoveredDays, MissingListing } from '../digests/notes.ts';
import type { Say } from '../language/say.ts';
import type { Instant } from '../ports.ts';

/** How many missing listings are named. More are counted. */
const listingsNamed = 3;

/**
 * Notes on a digest: the days that it covers, missing listings, late papers, skipped papers.
 * @param showTime how a time of day is shown
 */
export function digestNotes(
  { notes, items }: Pick<Digest, 'notes' | 'items'>,
  say: Say,
  showTime: (at: Instant) => string,
): readonly string[] {
  const late = items.filter(({ isLate }) => isLate).length;
  return [
    ...(notes?.covers ? [showCovers(notes.covers, say)] : []),
    ...(notes === undefined ? [] : showMissing(notes.missing, showTime(notes.madeAt), say)),
    ...(late === 0 ? [] : [say('digest.late', { n: late })]),
    ...(notes && notes.skippedPapers > 0 ? [say('digest.skipped', { n: notes.skippedPapers })] : []),
  ];
}

const showCovers = ({ from, to, reason }: CoveredDays, say: Say): string =>
  say(reason === 'away' ? 'digest.coversAway' : 'digest.coversBlocked', { from: say.date(from), to: say.date(to) });

const missingStates = {
  waiting: 'digest.missingWaiting',
  partial: 'digest.missingPartial',
  stale: 'digest.missingStale',
  failed: 'digest.missingFailed',
} as const satisfies Record<MissingListing['state'], string>;

/** `arXiv had not announced Friday 12 June 2026 by 11:00.` */
function showMissing(missing: readonly MissingListing[], time: string, say: Say): string[] {
  if (missing.length > listingsNamed) {
    const names = [...new Set(missing.map(({ name }) => name))];
    return [say('digest.missingMany', { n: missing.length, sources: say.list(names) })];
  }
  return missing.map(({ name: source, date, state }) =>
    say(missingStates[state], { source, day: say.date(date), time }),
  );
}
