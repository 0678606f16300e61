import { memoByObject } from '../memo.ts';
import type { Paper } from '../papers/paper.ts';
import { bestRelevance } from '../topics/relevance/relevance.ts';
import type { Topic } from '../topics/topic.ts';
import type { Move } from './feedback.ts';
import type { NewsPaper } from './news.ts';
import { popularity } from './popularity.ts';
import type { RankingName } from './ranking-name.ts';
import type { SelectedPaper } from './selection.ts';

/** A paper of a digest with the reason for its place. */
export interface RankedPaper extends SelectedPaper {
  /** Among its topics, the one in which it stands best. */
  readonly lead: Lead;
}

interface Lead {
  readonly topic: Topic;
  readonly relevance: number;
  /** How marks move it there; null if there are none. */
  readonly move: Move | null;
  readonly place: number;
  readonly of: number;
}

/** How marks move a paper in a topic; null if there are none. */
type MoveReader = (news: NewsPaper, topic: Topic) => Move | null;

const noMarks: MoveReader = () => null;

/** A cross-list is also announced in its own field. */
export const crossShare = 0.6;
/** How much each further topic that a paper matches raises it. */
const furtherTopic = 0.5;

/**
 * Sorts papers, the best first. No two papers are equal in all of what decides, so the same papers always come in the
 * same order.
 *
 * - `relevance`: the topics take turns. First comes the best paper of each topic, then the second of each, and so on,
 *   so that a topic with many papers does not crowd out one with few. Within a turn, the better matches come first. How
 *   good a paper is for a topic depends on its relevance, its upvotes, whether it is a cross-list, how many other topics
 *   it matches, and what people of the channel marked: see `entriesByTopic`.
 * - `votes`: by upvotes, and where they are equal as by relevance.
 * - `newest`: by the date of publication, and where it is equal as by relevance.
 */
export function rankPapers(
  papers: readonly SelectedPaper[],
  ranking: RankingName,
  moveOf: MoveReader = noMarks,
): readonly RankedPaper[] {
  const byRelevance = inTurns(papers, moveOf);
  if (ranking === 'relevance') return byRelevance;
  return byRelevance.toSorted(ranking === 'votes' ? moreUpvotes : laterPublished);
}

const moreUpvotes = ({ news: one }: RankedPaper, { news: other }: RankedPaper): number =>
  (other.paper.extras.upvotes ?? 0) - (one.paper.extras.upvotes ?? 0);

const laterPublished = ({ news: one }: RankedPaper, { news: other }: RankedPaper): number =>
  compareTexts(dayOf(other), dayOf(one)) || compareNews(one, other);

const dayOf = ({ paper: { publishedAt } }: NewsPaper): string => publishedAt?.slice(0, 10) ?? '';

/** A paper among those of one of its topics. */
interface Entry extends Lead {
  readonly selected: SelectedPaper;
  readonly worth: number;
  place: number;
  of: number;
  /** Its worth as a share of the most that a paper of the topic can have. */
  share: number;
}

function inTurns(papers: readonly SelectedPaper[], moveOf: MoveReader): readonly RankedPaper[] {
  const entries = entriesOf(papers, moveOf);
  for (const [topic, ofTopic] of Map.groupBy(entries, entryTopic)) givePlaces(topic, ofTopic.sort(compareEntries));
  return bestOfEach(entries).sort(compareLeads).map(rankedPaper);
}

// Hundreds of papers are ranked for each of thousands of channels, so nothing is made that is not needed. `entries()`
// would make a pair for each place.

/** The entries of all papers, those of one paper next to each other. */
function entriesOf(papers: readonly SelectedPaper[], moveOf: MoveReader): readonly Entry[] {
  const entries: Entry[] = [];
  for (const selected of papers) {
    const { news, topics, relevance: weights } = selected;
    const factor = standingOf(news) * (1 + furtherTopic * (topics.length - 1));
    for (let index = 0; index < topics.length; index += 1) {
      const topic = topics[index] as Topic;
      const relevance = weights[index] ?? 0;
      const move = moveOf(news, topic);
      const worth = relevance * factor * (move?.raise ?? 1);
      entries.push({ selected, topic, relevance, move, worth, place: 0, of: 0, share: 0 });
    }
  }
  return entries;
}

const entryTopic = ({ topic }: Entry): Topic => topic;

const compareEntries = (one: Entry, other: Entry): number =>
  other.worth - one.worth || compareNews(one.selected.news, other.selected.news);

/** Notes the place of each entry. @param entries those of the topic, the best first */
function givePlaces(topic: Topic, entries: readonly Entry[]): void {
  const best = bestWorth(topic);
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index] as Entry;
    entry.place = index + 1;
    entry.of = entries.length;
    entry.share = entry.worth / best;
  }
}

/** Picks for each paper the entry in which it stands best. */
function bestOfEach(entries: readonly Entry[]): Entry[] {
  const leads: Entry[] = [];
  for (const entry of entries) {
    const lead = leads.at(-1);
    if (lead?.selected !== entry.selected) leads.push(entry);
    else if (compareStanding(entry, lead) < 0) leads[leads.length - 1] = entry;
  }
  return leads;
}

const compareStanding = (one: Entry, other: Entry): number => one.place - other.place || other.share - one.share;

const compareLeads = (one: Entry, other: Entry): number =>
  compareStanding(one, other) || compareNews(one.selected.news, other.selected.news);

const rankedPaper = (lead: Entry): RankedPaper => ({ ...lead.selected, lead });

const bestWorth = memoByObject(bestRelevance);

/** What raises or lowers a paper in every channel: its upvotes, and being a cross-list. */
const standingOf = ({ paper, announceType }: NewsPaper): number =>
  popularity(paper.extras.upvotes) * (isCross(announceType) ? crossShare : 1);

export const isCross = (announceType: NewsPaper['announceType']): boolean =>
  announceType === 'cross' || announceType === 'replace-cross';

/** Newer ids first. */
function compareNews({ paper: one }: NewsPaper, { paper: other }: NewsPaper): number {
  return compareTexts(placeInTime(other), placeInTime(one)) || compareTexts(one.id, other.id);
}

const compareTexts = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const datedId = /^(?:[a-z-]+\/)?(\d{2})(\d{2})\.?(\d+)$/;

/** A text that sorts ids of any style by month and number. Ids without a month come first. */
const placeInTime = memoByObject(({ id }: Paper): string => {
  const [, year, month, number] = datedId.exec(id) ?? [];
  if (year === undefined || month === undefined || number === undefined) return '';
  // arXiv began in 1991 and writes years with two digits.
  const century = year >= '91' ? '19' : '20';
  return `${century}${year}${month}${number.padStart(6, '0')}`;
});
