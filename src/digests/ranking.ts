import { memoByObject } from '../memo.ts';
import type { PaperId } from '../papers/paper.ts';
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
 *   it matches, and what people of the channel marked: see `worthsOf`.
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

/** How good a paper is for a topic, and what marks did to it. */
interface Worth {
  readonly worth: number;
  readonly move: Move | null;
}

/** A paper on its way to its place. */
interface Contender {
  readonly selected: SelectedPaper;
  /** Its worth for each of its topics, in their order. */
  readonly worths: readonly Worth[];
  lead: (Lead & { readonly share: number }) | null;
}

function inTurns(papers: readonly SelectedPaper[], moveOf: MoveReader): readonly RankedPaper[] {
  const contenders = papers.map(
    (selected): Contender => ({ selected, worths: worthsOf(selected, moveOf), lead: null }),
  );
  for (const { topic, entries } of contendersByTopic(contenders).values()) {
    entries.sort((one, other) => other.worth - one.worth || compareContenders(one.contender, other.contender));
    for (const [place, entry] of entries.entries()) takePlace(entry, topic, place, entries.length);
  }
  return contenders.sort(compareLeads).map(rankedPaper);
}

interface Entry extends Worth {
  readonly contender: Contender;
  readonly relevance: number;
}

function contendersByTopic(contenders: readonly Contender[]) {
  const byTopic = new Map<string, { readonly topic: Topic; readonly entries: Entry[] }>();
  for (const contender of contenders) {
    const { topics, relevance } = contender.selected;
    for (const [index, topic] of topics.entries()) {
      const known = byTopic.get(topic.canonical) ?? { topic, entries: [] };
      byTopic.set(topic.canonical, known);
      const { worth = 0, move = null } = contender.worths[index] ?? {};
      known.entries.push({ contender, worth, move, relevance: relevance[index] ?? 0 });
    }
  }
  return byTopic;
}

/** Notes the paper's place in a topic, if it is its best place so far. */
function takePlace({ contender, worth, move, relevance }: Entry, topic: Topic, place: number, of: number): void {
  const share = worth / bestWorth(topic);
  const { lead } = contender;
  if (lead !== null && (lead.place < place || (lead.place === place && lead.share >= share))) return;
  contender.lead = { topic, relevance, move, place, of, share };
}

const compareLeads = (one: Contender, other: Contender): number =>
  (one.lead?.place ?? 0) - (other.lead?.place ?? 0) ||
  (other.lead?.share ?? 0) - (one.lead?.share ?? 0) ||
  compareContenders(one, other);

const compareContenders = (one: Contender, other: Contender): number =>
  compareNews(one.selected.news, other.selected.news);

function rankedPaper({ selected, lead }: Contender): RankedPaper {
  if (lead === null) throw new Error('a selected paper matches no topic');
  const { topic, relevance, move, place, of } = lead;
  return { ...selected, lead: { topic, relevance, move, place: place + 1, of } };
}

function worthsOf({ news, topics, relevance }: SelectedPaper, moveOf: MoveReader): readonly Worth[] {
  const factor = standingOf(news) * (1 + furtherTopic * (relevance.length - 1));
  return topics.map((topic, index) => {
    const move = moveOf(news, topic);
    return { worth: (relevance[index] ?? 0) * factor * (move?.raise ?? 1), move };
  });
}

const bestWorth = memoByObject(bestRelevance);

/** What raises or lowers a paper in every channel: its upvotes, and being a cross-list. */
const standingOf = ({ paper, announceType }: NewsPaper): number =>
  popularity(paper.extras.upvotes) * (isCross(announceType) ? crossShare : 1);

export const isCross = (announceType: NewsPaper['announceType']): boolean =>
  announceType === 'cross' || announceType === 'replace-cross';

/** Newer ids first. */
function compareNews({ paper: one }: NewsPaper, { paper: other }: NewsPaper): number {
  return compareTexts(placeInTime(other.id), placeInTime(one.id)) || compareTexts(one.id, other.id);
}

const compareTexts = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const datedId = /^(?:[a-z-]+\/)?(\d{2})(\d{2})\.?(\d+)$/;

/** A text that sorts ids of any style by month and number. Ids without a month come first. */
function placeInTime(id: PaperId): string {
  const [, year, month, number] = datedId.exec(id) ?? [];
  if (year === undefined || month === undefined || number === undefined) return '';
  // arXiv began in 1991 and writes years with two digits.
  const century = year >= '91' ? '19' : '20';
  return `${century}${year}${month}${number.padStart(6, '0')}`;
}
