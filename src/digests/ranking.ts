import { memoByObject } from '../memo.ts';
import type { PaperId } from '../papers/paper.ts';
import type { NewsPaper } from './news.ts';
import type { SelectedPaper } from './selection.ts';

/**
 * Sorts papers, the best first. These decide, each only where all before it are equal:
 *
 * 1. how many of the channel's topics the paper matched;
 * 2. how many of these topics it is about, by more than a word in its abstract: see `isAbout`;
 * 3. new papers and picks before cross-lists, which are also announced in their own field;
 * 4. upvotes, zero where the source does not count them;
 * 5. the newer id, or the first in the alphabet where month and number are the same.
 *
 * No two papers are equal in all of these, so the same papers always come in the same order.
 */
export const rankPapers = (papers: readonly SelectedPaper[]): readonly SelectedPaper[] =>
  papers
    .map((selected) => ({ selected, rank: rankOf(selected.news) }))
    .sort(compareRanked)
    .map(({ selected }) => selected);

interface SortedPaper {
  readonly selected: SelectedPaper;
  readonly rank: SharedRank;
}

const compareRanked = (one: SortedPaper, other: SortedPaper): number =>
  other.selected.topics.length - one.selected.topics.length ||
  other.selected.aboutCount - one.selected.aboutCount ||
  compareRanks(one.rank, other.rank);

/** Sorts news by what is the same in every channel, so that ranking it later finds it nearly sorted. */
export const inSharedOrder = (news: readonly NewsPaper[]): readonly NewsPaper[] =>
  news.toSorted((one, other) => compareRanks(rankOf(one), rankOf(other)));

/** The part of a paper's rank that is the same in every channel. */
interface SharedRank {
  readonly isCross: boolean;
  readonly upvotes: number;
  readonly id: PaperId;
  /** See `placeInTime`. */
  readonly place: string;
}

// All channels share the day's papers.
const rankOf = memoByObject(
  ({ paper: { id, extras }, announceType }: NewsPaper): SharedRank => ({
    isCross: announceType === 'cross',
    upvotes: extras.upvotes ?? 0,
    id,
    place: placeInTime(id),
  }),
);

function compareRanks(one: SharedRank, other: SharedRank): number {
  if (one.isCross !== other.isCross) return one.isCross ? 1 : -1;
  if (one.upvotes !== other.upvotes) return other.upvotes - one.upvotes;
  // Newer first.
  if (one.place !== other.place) return one.place < other.place ? 1 : -1;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

const datedId = /^(?:[a-z-]+\/)?(\d{2})(\d{2})\.?(\d+)$/;

/** A text that sorts ids of any style by month and number. Ids without a month come first. */
function placeInTime(id: PaperId): string {
  const [, year, month, number] = datedId.exec(id) ?? [];
  if (year === undefined || month === undefined || number === undefined) return '';
  // arXiv began in 1991 and writes years with two digits.
  const century = year >= '91' ? '19' : '20';
  return `${century}${year}${month}${number.padStart(6, '0')}`;
}
