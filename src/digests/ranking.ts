import { compareTexts } from '../compare-texts.ts';
import { memoByObject } from '../memo.ts';
import type { Paper } from '../papers/paper.ts';
import { bestRelevance } from '../topics/relevance/relevance.ts';
import type { Topic } from '../topics/topic.ts';
import type { Move } from './feedback.ts';
import type { NewsPaper } from './news.ts';
import { popularity } from './popularity.ts';
import type { RankingName } from './ranking-name.ts';
import type { SelectedPaper } from './selection.ts';

/** The papers of a digest in their order. */
export interface RankedPapers {
  /** Best first. */
  readonly papers: readonly SelectedPaper[];
  /** The reason for the place of one of these papers. */
  leadOf(paper: SelectedPaper): Lead;
}

/** Where a paper stands among those of one topic: of its topics the one in which it stands best. */
export interface Lead {
  readonly topic: Topic;
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
 *   it matches, and what people of the channel marked: see `rowsOf`.
 * - `votes`: by upvotes, and where they are equal as by relevance.
 * - `newest`: by the date of publication, and where it is equal as by relevance.
 */
export function rankPapers(
  papers: readonly SelectedPaper[],
  ranking: RankingName,
  moveOf: MoveReader = noMarks,
): RankedPapers {
  const rows = rowsOf(papers, moveOf);
  for (const [topic, ofTopic] of rowsByTopic(rows)) givePlaces(topic, ofTopic.sort(compareRows(rows)), rows);
  const leads = bestOfEach(rows).sort(compareLeads(rows));
  const byRelevance = leads.map((row) => paperOf(row, rows));
  return {
    papers:
      ranking === 'relevance' ? byRelevance : byRelevance.sort(ranking === 'votes' ? moreUpvotes : laterPublished),
    leadOf(paper) {
      const row = leads.find((lead) => paperOf(lead, rows) === paper) ?? 0;
      const topic = rows.topics[row] as Topic;
      return { topic, move: moveOf(paper.news, topic), place: rows.places[row] ?? 0, of: rows.sizes[row] ?? 0 };
    },
  };
}

const moreUpvotes = ({ news: one }: SelectedPaper, { news: other }: SelectedPaper): number =>
  (other.paper.extras.upvotes ?? 0) - (one.paper.extras.upvotes ?? 0);

const laterPublished = ({ news: one }: SelectedPaper, { news: other }: SelectedPaper): number =>
  compareTexts(dayOf(other), dayOf(one)) || compareNews(one, other);

const dayOf = ({ paper: { publishedAt } }: NewsPaper): string => publishedAt?.slice(0, 10) ?? '';

/**
 * Papers among those of their topics, in columns. A row is a paper in one of its topics, and the rows of a paper follow
 * each other. Hundreds of papers are ranked for each of thousands of channels, so no object is made for a row.
 */
interface Rows {
  readonly papers: readonly SelectedPaper[];
  /** The number of the paper. */
  readonly numbers: Uint32Array;
  readonly topics: readonly Topic[];
  readonly worths: Float64Array;
  /** The worth as a share of the most that a paper of the topic can have. */
  readonly shares: Float64Array;
  readonly places: Uint32Array;
  /** How many papers the topic has. */
  readonly sizes: Uint32Array;
}

const paperOf = (row: number, { papers, numbers }: Rows): SelectedPaper => papers[numbers[row] ?? 0] as SelectedPaper;

function rowsOf(papers: readonly SelectedPaper[], moveOf: MoveReader): Rows {
  const rows = emptyRows(papers);
  const topicOfRow: Topic[] = [];
  for (let number = 0; number < papers.length; number += 1) {
    const { news, topics, relevance } = papers[number] as SelectedPaper;
    const factor = standingOf(news) * (1 + furtherTopic * (topics.length - 1));
    for (let index = 0; index < topics.length; index += 1) {
      const topic = topics[index] as Topic;
      rows.numbers[topicOfRow.length] = number;
      rows.worths[topicOfRow.length] = (relevance[index] ?? 0) * factor * (moveOf(news, topic)?.raise ?? 1);
      topicOfRow.push(topic);
    }
  }
  return { ...rows, topics: topicOfRow };
}

function emptyRows(papers: readonly SelectedPaper[]): Omit<Rows, 'topics'> {
  let count = 0;
  for (const { topics } of papers) count += topics.length;
  return {
    papers,
    numbers: new Uint32Array(count),
    worths: new Float64Array(count),
    shares: new Float64Array(count),
    places: new Uint32Array(count),
    sizes: new Uint32Array(count),
  };
}

function rowsByTopic({ topics }: Rows): ReadonlyMap<Topic, number[]> {
  const byTopic = new Map<Topic, number[]>();
  for (let row = 0; row < topics.length; row += 1) {
    const topic = topics[row] as Topic;
    const known = byTopic.get(topic);
    if (known === undefined) byTopic.set(topic, [row]);
    else known.push(row);
  }
  return byTopic;
}

// A comparison answers with a small integer, because any other number would be an object.

const compareNumbers = (one: number, other: number): number => (one < other ? -1 : Number(one > other));

const compareRows =
  (rows: Rows) =>
  (one: number, other: number): number =>
    compareNumbers(rows.worths[other] ?? 0, rows.worths[one] ?? 0) || compareByNews(one, other, rows);

const compareByNews = (one: number, other: number, rows: Rows): number =>
  compareNews(paperOf(one, rows).news, paperOf(other, rows).news);

/** Notes the place of each row. @param ofTopic those of the topic, the best first */
function givePlaces(topic: Topic, ofTopic: readonly number[], { worths, shares, places, sizes }: Rows): void {
  const best = bestWorth(topic);
  for (let index = 0; index < ofTopic.length; index += 1) {
    const row = ofTopic[index] as number;
    places[row] = index + 1;
    sizes[row] = ofTopic.length;
    shares[row] = (worths[row] ?? 0) / best;
  }
}

/** Picks for each paper the row in which it stands best. */
function bestOfEach(rows: Rows): number[] {
  const leads: number[] = [];
  for (let row = 0; row < rows.topics.length; row += 1) {
    const lead = leads.at(-1);
    if (lead === undefined || rows.numbers[lead] !== rows.numbers[row]) leads.push(row);
    else if (compareStanding(row, lead, rows) < 0) leads[leads.length - 1] = row;
  }
  return leads;
}

const compareStanding = (one: number, other: number, { places, shares }: Rows): number =>
  (places[one] ?? 0) - (places[other] ?? 0) || compareNumbers(shares[other] ?? 0, shares[one] ?? 0);

const compareLeads =
  (rows: Rows) =>
  (one: number, other: number): number =>
    compareStanding(one, other, rows) || compareByNews(one, other, rows);

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

const datedId = /^(?:[a-z-]+\/)?(\d{2})(\d{2})\.?(\d+)$/;

/** A text that sorts ids of any style by month and number. Ids without a month come first. */
const placeInTime = memoByObject(({ id }: Paper): string => {
  const [, year, month, number] = datedId.exec(id) ?? [];
  if (year === undefined || month === undefined || number === undefined) return '';
  // arXiv began in 1991 and writes years with two digits.
  const century = year >= '91' ? '19' : '20';
  return `${century}${year}${month}${number.padStart(6, '0')}`;
});
