import type { Paper, PaperId } from '../papers/paper.ts';
import type { Reason } from '../topics/operator.ts';
import { isWordTerm, type Term, type TopicNode } from '../topics/topic.ts';
import type { SelectedPaper, TopicMatch } from './selection.ts';

/**
 * Best first. What decides, in this order, the next only where all before are equal:
 *
 * 1. how many of the channel's topics the paper matched;
 * 2. how many of these were met in its title, where what a paper is about stands, or by an author or category, since
 *    what was asked for by field is met exactly;
 * 3. new papers and picks before cross-lists, which their own field was told of as well;
 * 4. upvotes, none where the source does not count them;
 * 5. the newer id; of two ids of one month and number, the one that comes first in the alphabet.
 *
 * No two papers are equal in all of these, so the same papers always come in the same order.
 */
export const rankPapers = (papers: readonly SelectedPaper[]): readonly SelectedPaper[] =>
  papers
    .map((selected) => ({ selected, score: scoreOf(selected), id: datedIdOf(selected.news.paper) }))
    .sort((one, other) => compareScores(one.score, other.score) || compareIds(one.id, other.id))
    .map(({ selected }) => selected);

/** The first four criteria, more is better in each. */
const scoreOf = ({ news, matches }: SelectedPaper): readonly number[] => [
  matches.length,
  matches.filter(isTellingOf).length,
  news.announceType === 'cross' ? 0 : 1,
  news.paper.extras.upvotes ?? 0,
];

// Memos and no state: most channels share their matches with others, and all of them the day's papers.
const tellingMatches = new WeakMap<TopicMatch, boolean>();
const datedIds = new WeakMap<Paper, DatedId>();

function isTellingOf(match: TopicMatch): boolean {
  const known = tellingMatches.get(match) ?? isMetTellingly(match);
  tellingMatches.set(match, known);
  return known;
}

function isMetTellingly({ topic, match }: TopicMatch): boolean {
  const met = new Set(match.reasons.filter(isTelling).map(({ term }) => term));
  return isToldBy(met, topic.root);
}

/** All but a word in the abstract, which may be said in passing. */
const isTelling = ({ field }: Reason): boolean => field !== 'abstract';

/**
 * Whether these terms, met tellingly, tell that the paper is about the topic. Next to words, an author or a category
 * only narrows: every paper of `robot cat:cs.RO` is in cs.RO, and those about robots say so in the title.
 */
function isToldBy(met: ReadonlySet<Term>, node: TopicNode): boolean {
  switch (node.kind) {
    case 'all': {
      const wordy = node.nodes.filter(asksForWords);
      return (wordy.length > 0 ? wordy : node.nodes).some((child) => isToldBy(met, child));
    }
    case 'any':
      return node.nodes.some((child) => isToldBy(met, child));
    case 'not':
      return false;
    default:
      return met.has(node);
  }
}

function asksForWords(node: TopicNode): boolean {
  if (node.kind === 'all' || node.kind === 'any') return node.nodes.some(asksForWords);
  return isWordTerm(node);
}

function compareScores(one: readonly number[], other: readonly number[]): number {
  const differing = one.findIndex((value, index) => value !== other[index]);
  return (other[differing] ?? 0) - (one[differing] ?? 0);
}

interface DatedId {
  readonly id: PaperId;
  /** See `placeInTime`. */
  readonly place: string;
}

function datedIdOf(paper: Paper): DatedId {
  const known = datedIds.get(paper) ?? { id: paper.id, place: placeInTime(paper.id) };
  datedIds.set(paper, known);
  return known;
}

/** Newer first. */
function compareIds(one: DatedId, other: DatedId): number {
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
