import { gainsOver, type UpvoteCount, type UpvoteTrend, type UpvoteWindow } from '../../papers/upvotes.ts';
import type { Instant } from '../../ports.ts';
import type { TrendingPaper } from '../../store/upvotes.ts';
import { dayMs, hourMs } from '../../time.ts';
import type { Highlights } from '../../topics/matching/highlights.ts';
import { escapeToFit } from './escape.ts';
import { embedColor, type Message } from './message.ts';
import { count, showNumber } from './numbers.ts';
import { paperLine, showFirstAuthor } from './paper-card.ts';
import { showTopic } from './subscription-preview.ts';
import { timestamp } from './time.ts';

/** How many papers the list shows: as many as fit into one embed with the longest of everything. */
export const trendingLength = 8;

const titleLimit = 130;
/** In how many pieces the chart shows the window. */
const chartPieces = 8;

export interface TrendingList {
  /** `the last 24 hours` */
  readonly period: string;
  readonly window: UpvoteWindow;
  /** The topic that they match, canonical; null where any paper counts. */
  readonly topic: string | null;
  readonly papers: readonly (TrendingPaper & { readonly highlights: Highlights })[];
  /** When Hugging Face was last heard of; null where it never was. */
  readonly toldAt: Instant | null;
}

/** Papers with the most upvotes an hour, a line for each and a small chart of when they came. */
export function trendingList(list: TrendingList): Message {
  const { period, topic, papers, toldAt } = list;
  if (papers.length === 0) return { content: nothingTrending(list) };
  const on = topic === null ? '' : ` on **${showTopic(topic)}**`;
  const told = toldAt === null ? '' : ` As of ${timestamp(toldAt, 'R')}.`;
  return {
    content: `**Trending on Hugging Face**${on}: ${papers.length === 1 ? 'the paper' : 'the papers'} with the most upvotes an hour over ${period}.${told}`,
    embeds: [
      { description: papers.map((paper, index) => describe(paper, index + 1, list)).join('\n'), color: embedColor },
    ],
  };
}

function describe(
  { paper, highlights, trend, counts, place }: TrendingList['papers'][number],
  rank: number,
  { window }: TrendingList,
): string {
  const facts = [showTrend(trend), showPlace(trend, place), chart(counts, window)];
  const about = [showFirstAuthor(paper.authors), paper.categories[0] ?? ''];
  const small = [facts, about].map((parts) => parts.filter((part) => part !== '').join(' · '));
  const lines = small.filter((line) => line !== '').map((line) => `\n-# ${line}`);
  return `${rank}\\. ${paperLine(paper, highlights, titleLimit)}${lines.join('')}`;
}

/** `120 upvotes, 35 of them in 24 hours (1.5 an hour)` */
function showTrend({ upvotes, gained, perHour, windowMs }: UpvoteTrend): string {
  const all = count(upvotes, 'upvote');
  if (gained === null || perHour === null || gained <= 0) return all;
  const came = gained >= upvotes ? 'all' : `${showNumber(gained)} of them`;
  return `${all}, ${came} in ${showSpan(windowMs)} (${showPace(perHour)})`;
}

const showSpan = (ms: number): string => (ms <= dayMs ? count(ms / hourMs, 'hour') : count(ms / dayMs, 'day'));

/** `1.5 an hour`, or `6 a day` where that is less than one. */
function showPace(perHour: number): string {
  const rounded = (rate: number) => showNumber(Math.round(rate * 10) / 10);
  return perHour >= 1 ? `${rounded(perHour)} an hour` : `${rounded(perHour * 24)} a day`;
}

/** Where a paper stands in the source's own ranking says something only where its pace is not known. */
const showPlace = ({ gained }: UpvoteTrend, place: number | null): string =>
  place === null || (gained ?? 0) > 0 ? '' : `no. ${showNumber(place)} in its ranking`;

const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** With fewer counts, when upvotes came is not known so well that it could be drawn. */
const countsForChart = 4;

/** When they came, oldest first, beside the numbers that tell how many. Nothing where it was all at one time. */
function chart(counts: readonly UpvoteCount[], window: UpvoteWindow): string {
  const gains = counts.length < countsForChart ? [] : gainsOver(counts, window, chartPieces);
  const most = Math.max(0, ...gains);
  if (most === 0 || gains.filter((gain) => gain > 0).length < 2) return '';
  return gains.map((gain) => bars[Math.round((gain / most) * (bars.length - 1))]).join('');
}

function nothingTrending({ period, topic, toldAt }: TrendingList): string {
  if (topic !== null) {
    return `No paper on **${escapeToFit(topic, 300)}** got upvotes on Hugging Face in ${period}. Try a longer window, or \`/papers search\`.`;
  }
  if (toldAt !== null) return `No paper got upvotes on Hugging Face in ${period}. Try a longer window.`;
  return 'I have no upvotes from Hugging Face yet. Try again in a few minutes. If none come, this bot runs without Hugging Face: use `/papers search`.';
}
