import { gainsOver, type UpvoteCount, type UpvoteTrend, type UpvoteWindow } from '../../papers/upvotes.ts';
import type { Instant } from '../../ports.ts';
import type { TrendingPaper } from '../../store/upvotes.ts';
import { dayMs, hourMs } from '../../time.ts';
import type { Highlights } from '../../topics/matching/highlights.ts';
import { escapeToFit } from './escape.ts';
import { embedColor, type Message } from './message.ts';
import { count, showNumber } from './numbers.ts';
import { paperLine, showFirstAuthor } from './paper-card.ts';
import { statusWord } from './paper-status.ts';
import { showTopic } from './subscription-preview.ts';
import { timestamp } from './time.ts';

/** How many papers the list shows. They fit into one embed even if every text is as long as allowed. */
export const trendingLength = 8;

const titleLimit = 130;
/** How many bars the chart of a window has. */
const chartPieces = 8;

export interface TrendingList {
  /** `the last 24 hours` */
  readonly period: string;
  readonly window: UpvoteWindow;
  /** The canonical topic that the papers match; null for all papers. */
  readonly topic: string | null;
  readonly papers: readonly (TrendingPaper & { readonly highlights: Highlights })[];
  /** When Hugging Face was last pulled; null before the first pull. */
  readonly asOf: Instant | null;
}

/** The papers with the most upvotes an hour, each with a small chart of its upvotes over time. */
export function trendingList(list: TrendingList): Message {
  const { period, topic, papers, asOf } = list;
  if (papers.length === 0) return { content: nothingTrending(list) };
  const on = topic === null ? '' : ` on **${showTopic(topic)}**`;
  const since = asOf === null ? '' : ` As of ${timestamp(asOf, 'R')}.`;
  return {
    content: `**Trending on Hugging Face**${on}: ${papers.length === 1 ? 'the paper' : 'the papers'} with the most upvotes an hour over ${period}.${since}`,
    embeds: [
      { description: papers.map((paper, index) => describe(paper, index + 1, list)).join('\n\n'), color: embedColor },
    ],
  };
}

function describe(
  { paper, highlights, trend, counts, place }: TrendingList['papers'][number],
  rank: number,
  { window }: TrendingList,
): string {
  const facts = [showTrend(trend), showPlace(trend, place), chart(counts, window)];
  const about = [statusWord(paper), showFirstAuthor(paper.authors), paper.categories[0] ?? ''];
  const small = [facts, about].map((parts) => parts.filter((part) => part !== '').join(' · '));
  const lines = small.filter((line) => line !== '').map((line) => `\n-# ${line}`);
  return `${rank}\\. ${paperLine(paper, highlights, titleLimit)}${lines.join('')}`;
}

/** `120 upvotes, 35 of them in 24 hours (1.5 an hour)`, or `73 upvotes since it was listed 7 hours ago` */
function showTrend({ upvotes, gained, perHour, windowMs, knownMs }: UpvoteTrend): string {
  const all = count(upvotes, 'upvote');
  if (gained === null || perHour === null || gained <= 0) return all;
  if (knownMs !== undefined) return `${all}${showKnown(upvotes, gained, knownMs)}`;
  const came = gained >= upvotes ? 'all' : `${showNumber(gained)} of them`;
  return `${all}, ${came} in ${showSpan(windowMs)} (${showPace(perHour)})`;
}

/** No rate is shown for a part of the window, because the rate of a few hours is mostly chance. */
function showKnown(upvotes: number, gained: number, knownMs: number): string {
  const span = knownMs < hourMs ? 'less than an hour' : showSpan(knownMs);
  return gained >= upvotes ? ` since it was listed ${span} ago` : `, ${showNumber(gained)} of them in ${span}`;
}

const showSpan = (ms: number): string =>
  ms <= dayMs ? count(Math.round(ms / hourMs), 'hour') : count(Math.round(ms / dayMs), 'day');

/** `1.5 an hour`, or `6 a day` below one an hour. */
function showPace(perHour: number): string {
  const rounded = (rate: number) => showNumber(Math.round(rate * 10) / 10);
  return perHour >= 1 ? `${rounded(perHour)} an hour` : `${rounded(perHour * 24)} a day`;
}

/** The paper's place in the source's ranking. It is shown only if the pace is unknown. */
const showPlace = ({ gained }: UpvoteTrend, place: number | null): string =>
  place === null || (gained ?? 0) > 0 ? '' : `no. ${showNumber(place)} in its ranking`;

const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** How many counts a chart needs. With fewer, the times of the upvotes are too uncertain. */
const countsForChart = 4;

/** The gains over time, oldest first. Empty if all upvotes came at one time. */
function chart(counts: readonly UpvoteCount[], window: UpvoteWindow): string {
  const gains = counts.length < countsForChart ? [] : gainsOver(counts, window, chartPieces);
  const most = Math.max(0, ...gains);
  if (most === 0 || gains.filter((gain) => gain > 0).length < 2) return '';
  return gains.map((gain) => bars[Math.round((gain / most) * (bars.length - 1))]).join('');
}

function nothingTrending({ period, topic, asOf }: TrendingList): string {
  if (topic !== null) {
    return `No paper on **${escapeToFit(topic, 300)}** got upvotes on Hugging Face in ${period}. Try a longer window, or \`/papers search\`.`;
  }
  if (asOf !== null) return `No paper got upvotes on Hugging Face in ${period}. Try a longer window.`;
  return 'I have no upvotes from Hugging Face yet. Try again in a few minutes. If none come, this bot runs without Hugging Face: use `/papers search`.';
}
