import type { PaperId } from '../papers/paper.ts';
import type { SelectedPaper } from './selection.ts';

/**
 * Best first. What decides, in this order, the next only where all before are equal:
 *
 * 1. how many of the channel's topics the paper matched;
 * 2. how many of these were met in its title: what a paper is about stands there;
 * 3. new papers and picks before cross-lists, which their own field was told of as well;
 * 4. upvotes, none where the source does not count them;
 * 5. the newer id; of two ids of one month and number, the one that comes first in the alphabet.
 *
 * No two papers are equal in all of these, so the same papers always come in the same order.
 */
export const rankPapers = (papers: readonly SelectedPaper[]): readonly SelectedPaper[] =>
  papers
    .map((selected) => ({ selected, score: scoreOf(selected) }))
    .sort((one, other) => compareScores(one.score, other.score) || compareIds(idOf(one.selected), idOf(other.selected)))
    .map(({ selected }) => selected);

const idOf = ({ news }: SelectedPaper): PaperId => news.paper.id;

/** The first four criteria, more is better in each. */
const scoreOf = ({ news, matches }: SelectedPaper): readonly number[] => [
  matches.length,
  matches.filter(({ match }) => match.reasons.some(({ field }) => field === 'title')).length,
  news.announceType === 'cross' ? 0 : 1,
  news.paper.extras.upvotes ?? 0,
];

function compareScores(one: readonly number[], other: readonly number[]): number {
  const differing = one.findIndex((value, index) => value !== other[index]);
  return (other[differing] ?? 0) - (one[differing] ?? 0);
}

/** Newer first. */
function compareIds(one: PaperId, other: PaperId): number {
  const [ageOfOne, ageOfOther] = [placeInTime(one), placeInTime(other)];
  if (ageOfOne !== ageOfOther) return ageOfOne < ageOfOther ? 1 : -1;
  return one < other ? -1 : Number(one > other);
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
