import { memoByObject } from '../memo.ts';
import type { PaperId } from '../papers/paper.ts';
import type { NewsPaper } from './news.ts';
import type { SelectedPaper } from './selection.ts';

/**
 * Best first. What decides, in this order, the next only where all before are equal:
 *
 * 1. how many of the channel's topics the paper matched;
 * 2. how many of these it is about, by more than a word in its abstract: see `isAbout`;
 * 3. new papers and picks before cross-lists, which their own field was told of as well;
 * 4. upvotes, none where the source does not count them;
 * 5. the newer id; of two ids of one month and number, the one that comes first in the alphabet.
 *
 * No two papers are equal in all of these, so the same papers always come in the same order.
 */
export const rankPapers = (papers: readonly SelectedPaper[]): readonly SelectedPaper[] =>
  papers
    .map((selected) => ({ selected, standing: standingOf(selected.news) }))
    .sort(compareRanked)
    .map(({ selected }) => selected);

interface RankedPaper {
  readonly selected: SelectedPaper;
  readonly standing: Standing;
}

const compareRanked = (one: RankedPaper, other: RankedPaper): number =>
  other.selected.topics.length - one.selected.topics.length ||
  other.selected.aboutCount - one.selected.aboutCount ||
  compareStandings(one.standing, other.standing);

/** In the order in which papers stand that match as many topics: what is ranked later is then nearly in order. */
export const inStanding = (news: readonly NewsPaper[]): readonly NewsPaper[] =>
  news.toSorted((one, other) => compareStandings(standingOf(one), standingOf(other)));

/** What of a paper's rank is the same in every channel. */
interface Standing {
  readonly isCross: boolean;
  readonly upvotes: number;
  readonly id: PaperId;
  /** See `placeInTime`. */
  readonly place: string;
}

// All channels share the day's papers.
const standingOf = memoByObject(
  ({ paper: { id, extras }, announceType }: NewsPaper): Standing => ({
    isCross: announceType === 'cross',
    upvotes: extras.upvotes ?? 0,
    id,
    place: placeInTime(id),
  }),
);

function compareStandings(one: Standing, other: Standing): number {
  if (one.isCross !== other.isCross) return one.isCross ? 1 : -1;
  if (one.upvotes !== other.upvotes) return other.upvotes - one.upvotes;
  // Newer first.
  if (one.place !== other.place) return one.place < other.place ? 1 : -1;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

const datedId = /^(?:[a-z-]+\/)?(\d{2})(\d{2})\.?(\d+)$/;

/** A text that sorts ids by month and number, whatever their style; ids that carry no month come before all of them. */
function placeInTime(id: PaperId): string {
  const [, year, month, number] = datedId.exec(id) ?? [];
  if (year === undefined || month === undefined || number === undefined) return '';
  // arXiv began in 1991 and writes years with two digits.
  const century = year >= '91' ? '19' : '20';
  return `${century}${year}${month}${number.padStart(6, '0')}`;
}
