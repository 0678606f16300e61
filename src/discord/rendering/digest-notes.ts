import type { APIEmbed } from 'discord.js';
import type { Digest } from '../../digests/digest.ts';
import type { DigestItem } from '../../digests/digest-item.ts';
import type { CoveredDays, MissingListing } from '../../digests/notes.ts';
import type { Instant } from '../../ports.ts';
import { count, listOf } from './numbers.ts';
import { showDate, timestamp } from './time.ts';

/** How many missing listings are named. More are counted. */
const listingsNamed = 3;

/** Notes on a digest: the days that it covers, missing listings, late papers, skipped papers. */
export function digestNotes({ notes, items }: Pick<Digest, 'notes' | 'items'>): readonly string[] {
  const late = items.filter(({ isLate }) => isLate).length;
  const isOne = late === 1;
  return [
    ...(notes?.covers ? [showCovers(notes.covers)] : []),
    ...(notes === undefined ? [] : showMissing(notes.missing, notes.madeAt)),
    ...(late === 0
      ? []
      : [
          `${count(late, 'paper')} ${isOne ? 'is' : 'are'} late: an earlier digest went out before ${isOne ? 'it was' : 'they were'} announced.`,
        ]),
    ...(notes && notes.skippedPapers > 0
      ? [
          `${count(notes.skippedPapers, 'older paper')} ${notes.skippedPapers === 1 ? 'was' : 'were'} skipped: \`/papers search\` finds ${notes.skippedPapers === 1 ? 'it' : 'them'}.`,
        ]
      : []),
  ];
}

function showCovers({ from, to, reason }: CoveredDays): string {
  const why = reason === 'away' ? 'I was away' : 'I could not post here';
  return `Covers ${showDate(from)} to ${showDate(to)}: ${why}.`;
}

/** `arXiv had not announced Friday 12 June 2026 by 11:00.` */
function showMissing(missing: readonly MissingListing[], madeAt: Instant): string[] {
  if (missing.length > listingsNamed) {
    const names = [...new Set(missing.map(({ name }) => name))];
    return [
      `${count(missing.length, 'listing')} of ${listOf(names)} could not be fetched: their papers may come later.`,
    ];
  }
  const by = `by ${timestamp(madeAt, 't')}`;
  return missing.map(({ name, date, state }) => {
    if (state === 'waiting') return `${name} had not announced ${showDate(date)} ${by}.`;
    if (state === 'partial') return `${name} had announced only a part of ${showDate(date)} ${by}.`;
    if (state === 'stale') return `${name} still showed an earlier day's papers for ${showDate(date)} ${by}.`;
    return `${name} could not be reached for ${showDate(date)} ${by}.`;
  });
}

/** The card, marked as late if the paper is late. */
export function withLateness(card: APIEmbed, { isLate }: Pick<DigestItem, 'isLate'>): APIEmbed {
  if (!isLate) return card;
  const footer = [card.footer?.text ?? '', 'late'].filter((text) => text !== '').join(' · ');
  return { ...card, footer: { text: footer } };
}
