import type { Say } from '../../language/say.ts';
import { gainsOver, type UpvoteCount, type UpvoteTrend, type UpvoteWindow } from '../../papers/upvotes.ts';
import type { Instant } from '../../ports.ts';
import type { TrendingPaper } from '../../store/upvotes.ts';
import { dayMs, hourMs } from '../../time.ts';
import type { Highlights } from '../../topics/matching/highlights.ts';
import { showFirstAuthor } from './byline.ts';
import { escapeToFit } from './escape.ts';
import { embedColor, type Message } from './message.ts';
import { paperLine } from './paper-card.ts';
import { statusWord } from './paper-status.ts';
import { showTopic } from './subscription-preview.ts';
import { timestamp } from './time.ts';

/** How many papers the list shows. They fit into one embed even if every text is as long as allowed. */
export const trendingLength = 8;

const titleLimit = 130;
/** How many bars the chart of a window has. */
const chartPieces = 8;

export interface TrendingList {
  readonly period: 'today' | 'week' | 'month';
  readonly window: UpvoteWindow;
  /** The canonical topic that the papers match; null for all papers. */
  readonly topic: string | null;
  readonly papers: readonly (TrendingPaper & { readonly highlights: Highlights })[];
  /** When Hugging Face was last pulled; null before the first pull. */
  readonly asOf: Instant | null;
}

/** The papers with the most upvotes an hour, each with a small chart of its upvotes over time. */
export function trendingList(list: TrendingList, say: Say): Message {
  const { topic, papers, asOf } = list;
  if (papers.length === 0) return { content: nothingTrending(list, say) };
  const values = { n: papers.length, period: say(`trending.${list.period}`) };
  const title =
    topic === null ? say('trending.title', values) : say('trending.titleOn', { ...values, topic: showTopic(topic) });
  const since = asOf === null ? [] : [say('trending.asOf', { when: timestamp(asOf, 'R') })];
  const described = papers.map((paper, index) => describe(paper, index + 1, list, say));
  return {
    content: [title, ...since].join(' '),
    embeds: [{ description: described.join('\n\n'), color: embedColor }],
  };
}

function describe(
  { paper, highlights, trend, counts, place }: TrendingList['papers'][number],
  rank: number,
  { window }: TrendingList,
  say: Say,
): string {
  const facts = [showTrend(trend, say), showPlace(trend, place, say), chart(counts, window)];
  const about = [statusWord(paper, say), showFirstAuthor(paper.authors, say), paper.categories[0] ?? ''];
  const small = [facts, about].map((parts) => parts.filter((part) => part !== '').join(' · '));
  const lines = small.filter((line) => line !== '').map((line) => `\n-# ${line}`);
  return `${rank}\\. ${paperLine(paper, highlights, titleLimit)}${lines.join('')}`;
}

/** `120 upvotes, 35 of them in 24 hours (1.5 an hour)`, or `73 upvotes since it was listed 7 hours ago` */
function showTrend({ upvotes: n, gained, perHour, windowMs, knownMs }: UpvoteTrend, say: Say): string {
  const upvotes = say('cards.upvotes', { n });
  if (gained === null || perHour === null || gained <= 0) return upvotes;
  if (knownMs !== undefined) return showKnown({ upvotes, isAll: gained >= n, gained, knownMs }, say);
  const values = { upvotes, span: showSpan(windowMs, say), pace: showPace(perHour, say) };
  return gained >= n ? say('trending.gainedAll', values) : say('trending.gained', { ...values, gained });
}

interface KnownGain {
  readonly upvotes: string;
  readonly isAll: boolean;
  readonly gained: number;
  readonly knownMs: number;
}

/** No rate is shown for a part of the window, because the rate of a few hours is mostly chance. */
function showKnown({ upvotes, isAll, gained, knownMs }: KnownGain, say: Say): string {
  const span = knownMs < hourMs ? say('trending.lessThanAnHour') : showSpan(knownMs, say);
  return isAll
    ? say('trending.sinceListed', { upvotes, span })
    : say('trending.gainedKnown', { upvotes, gained, span });
}

const showSpan = (ms: number, say: Say): string =>
  ms <= dayMs
    ? say('trending.hours', { n: Math.round(ms / hourMs) })
    : say('trending.days', { n: Math.round(ms / dayMs) });

/** `1.5 an hour`, or `6 a day` below one an hour. */
function showPace(perHour: number, say: Say): string {
  const tenths = (rate: number) => Math.round(rate * 10) / 10;
  return perHour >= 1
    ? say('trending.perHour', { rate: tenths(perHour) })
    : say('trending.perDay', { rate: tenths(perHour * 24) });
}

/** The paper's place in the source's ranking. It is shown only if the pace is unknown. */
const showPlace = ({ gained }: UpvoteTrend, place: number | null, say: Say): string =>
  place === null || (gained ?? 0) > 0 ? '' : say('trending.place', { place });

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

function nothingTrending({ period: name, topic, asOf }: TrendingList, say: Say): string {
  const period = say(`trending.${name}`);
  if (topic !== null) return say('trending.noneOn', { topic: escapeToFit(topic, 300), period });
  return asOf !== null ? say('trending.none', { period }) : say('trending.noUpvotes');
}
