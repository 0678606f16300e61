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

/** A paper on its way to its place. */
interface Contender {
  readonly selected: SelectedPaper;
  /** Its best place so far, and in which topic. */
  topic: Topic | null;
  relevance: number;
  move: Move | null;
  place: number;
  of: number;
  share: number;
}

function inTurns(papers: readonly SelectedPaper[], moveOf: MoveReader): readonly RankedPaper[] {
  const contenders = papers.map(
    (selected): Contender => ({ selected, topic: null, relevance: 0, move: null, place: 0, of: 0, share: 0 }),
  );
  for (const [topic, entries] of entriesByTopic(contenders, moveOf)) {
    entries.sort(compareEntries);
    const best = bestWorth(topic);
    for (let place = 0; place < entries.length; place += 1)
      takePlace(entries[place] as Entry, topic, { place, of: entries.length, best });
  }
  return contenders.sort(compareLeads).map(rankedPaper);
}

/** A paper among those of one topic. */
interface Entry {
  readonly contender: Contender;
  readonly worth: number;
  readonly relevance: number;
  readonly move: Move | null;
}

// Hundreds of papers are ranked for each of thousands of channels, so nothing is made that is not needed.
function entriesByTopic(contenders: readonly Contender[], moveOf: MoveReader): ReadonlyMap<Topic, Entry[]> {
  const byTopic = new Map<Topic, Entry[]>();
  for (const contender of contenders) {
    const { news, topics, relevance } = contender.selected;
    const factor = standingOf(news) * (1 + furtherTopic * (topics.length - 1));
    for (let index = 0; index < topics.length; index += 1) {
      const topic = topics[index] as Topic;
      const own = relevance[index] ?? 0;
      const move = moveOf(news, topic);
      const entry = { contender, worth: own * factor * (move?.raise ?? 1), relevance: own, move };
      const entries = byTopic.get(topic);
      if (entries === undefined) byTopic.set(topic, [entry]);
      else entries.push(entry);
    }
  }
  return byTopic;
}

const compareEntries = (one: Entry, other: Entry): number =>
  other.worth - one.worth || compareContenders(one.contender, other.contender);

/** Notes the paper's place in a topic, if it is its best place so far. */
function takePlace(
  { contender, worth, relevance, move }: Entry,
  topic: Topic,
  { place, of, best }: { readonly place: number; readonly of: number; readonly best: number },
): void {
  const share = worth / best;
  if (contender.topic !== null && (contender.place < place || (contender.place === place && contender.share >= share)))
    return;
  contender.topic = topic;
  contender.relevance = relevance;
  contender.move = move;
  contender.place = place;
  contender.of = of;
  contender.share = share;
}

const compareLeads = (one: Contender, other: Contender): number =>
  one.place - other.place || other.share - one.share || compareContenders(one, other);

const compareContenders = (one: Contender, other: Contender): number =>
  compareNews(one.selected.news, other.selected.news);

function rankedPaper({ selected, topic, relevance, move, place, of }: Contender): RankedPaper {
  if (topic === null) throw new Error('a selected paper matches no topic');
  return { ...selected, lead: { topic, relevance, move, place: place + 1, of } };
}

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
