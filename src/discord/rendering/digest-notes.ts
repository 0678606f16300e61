import type { APIEmbed } from 'discord.js';
import type { Digest } from '../../digests/digest.ts';
import type { DigestItem } from '../../digests/digest-item.ts';
import type { CoveredDays, MissingListing } from '../../digests/notes.ts';
import type { Say } from '../../language/say.ts';
import type { Instant } from '../../ports.ts';
import { timestamp } from './time.ts';

/** How many missing listings are named. More are counted. */
const listingsNamed = 3;

/** Notes on a digest: the days that it covers, missing listings, late papers, skipped papers. */
export function digestNotes({ notes, items }: Pick<Digest, 'notes' | 'items'>, say: Say): readonly string[] {
  const late = items.filter(({ isLate }) => isLate).length;
  return [
    ...(notes?.covers ? [showCovers(notes.covers, say)] : []),
    ...(notes === undefined ? [] : showMissing(notes.missing, notes.madeAt, say)),
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
function showMissing(missing: readonly MissingListing[], madeAt: Instant, say: Say): string[] {
  if (missing.length > listingsNamed) {
    const names = [...new Set(missing.map(({ name }) => name))];
    return [say('digest.missingMany', { n: missing.length, sources: say.list(names) })];
  }
  const time = timestamp(madeAt, 't');
  return missing.map(({ name: source, date, state }) =>
    say(missingStates[state], { source, day: say.date(date), time }),
  );
}

/** The card, marked as late if the paper is late. */
export function withLateness(card: APIEmbed, { isLate }: Pick<DigestItem, 'isLate'>, say: Say): APIEmbed {
  if (!isLate) return card;
  const footer = [card.footer?.text ?? '', say('cards.late')].filter((text) => text !== '').join(' · ');
  return { ...card, footer: { text: footer } };
}
