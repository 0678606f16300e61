import type { Schedule } from '../../digests/schedule.ts';
import { showDays } from '../../digests/schedule.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { Forecast } from '../../store/store.ts';
import type { Step } from '../../topics/advice/strictness.ts';
import type { Highlights } from '../../topics/matching/highlights.ts';
import { writeStrictness } from '../../topics/matching/strictness.ts';
import type { Topic, TopicError } from '../../topics/topic.ts';
import { button, customId, row } from './components.ts';
import { escapeText, escapeToFit } from './escape.ts';
import { showIndexing } from './indexing-note.ts';
import { embedColor, type Message } from './message.ts';
import { type DigestTiming, whenNext } from './next-digest.ts';
import { count, showNumber, showRate } from './numbers.ts';
import { paperLine } from './paper-card.ts';
import { adviceFor } from './topic-advice.ts';
import { topicError } from './topic-error.ts';
import { hintLabel, hintLine, type TopicHint } from './topic-hint.ts';

/** A paper that the topic matches. */
export interface PreviewedPaper {
  readonly paper: Paper;
  readonly why: readonly string[];
  readonly highlights: Highlights;
}

/** The line of a topic by meaning, and where it can be moved. */
interface ShownStrictness {
  readonly strictness: number;
  /** The papers that it just leaves out. */
  readonly below: readonly Paper[];
  readonly fewer: Step | null;
  readonly more: Step | null;
}

export interface SubscriptionPreview {
  readonly draftId: number;
  readonly channelId: string;
  readonly topic: Topic;
  /** The topic that this one would replace, or null. */
  readonly replaces: string | null;
  readonly forecast: Forecast;
  readonly examples: readonly PreviewedPaper[];
  /** How strict its sentence is, if that decides how many papers come. Null for other topics. */
  readonly strictness: ShownStrictness | null;
  readonly forecastDays: number;
  /** Above this many papers a day, the preview suggests a narrower topic. */
  readonly crowdedPerDay: number;
  readonly schedule: Schedule;
  readonly maxPapers: number;
  /** When its channel gets the next digest. */
  readonly timing: DigestTiming;
  readonly now: Instant;
  /** A likely misreading of the topic, and the draft of the topic that its button takes. */
  readonly hint: { readonly hint: TopicHint; readonly draftId: number | null } | null;
}

/** A preview of a subscription: real papers, a forecast, and the time of the next digest. Nothing is subscribed yet. */
export function subscriptionPreview(preview: SubscriptionPreview): Message {
  const { draftId, channelId, topic, replaces, examples } = preview;
  const change = replaces === null ? '' : ` instead of **${showTopic(replaces)}**`;
  const lines = [
    '**Preview. Nothing is subscribed yet.**',
    `<#${channelId}> would get papers on **${showTopic(topic.canonical)}**${change}.`,
    forecastLine(preview),
    ...strictnessLines(preview),
    ...(preview.forecast.indexing === undefined ? [] : [showIndexing(preview.forecast.indexing)]),
    ...adviceLines(preview),
    nextDigestLine(preview),
  ];
  const list = examples.map(
    ({ paper, why, highlights }) => `• ${paperLine(paper, highlights)}${why.length > 0 ? `\n${showWhy(why)}` : ''}`,
  );
  const title = 'Recent papers that match';
  const embeds = list.length === 0 ? [] : [{ title, description: list.join('\n'), color: embedColor }];
  const buttons = row(
    button(customId('subscribe', draftId), replaces === null ? 'Subscribe' : 'Change', 'success'),
    ...hintButtons(preview),
    button(customId('edit-draft', draftId), 'Edit'),
    button(customId('cancel-draft', draftId), 'Cancel'),
  );
  const steps = stepButtons(preview);
  return {
    content: lines.join('\n'),
    embeds: [...embeds, ...belowTheLine(preview)],
    components: [...(steps.length === 0 ? [] : [row(...steps)]), buttons],
  };
}

/** A topic in a sentence: escaped, and at most two lines long. */
export const showTopic = (topic: string): string => escapeToFit(topic, 300);

const showWhy = (why: readonly string[]): string => `-# ${escapeToFit(why.join('; '), 160)}`;

function forecastLine({ forecast, forecastDays }: SubscriptionPreview): string {
  const { daysCovered, matchedCount, papersPerDay, indexing } = forecast;
  if (daysCovered === 0) return 'Forecast: none yet, since no papers are stored.';
  if (indexing !== undefined)
    return `Forecast: ${count(matchedCount, 'paper')} so far, because not all stored papers are indexed yet.`;
  if (daysCovered === 1) return forecastOfOneDay(matchedCount);
  const window = daysCovered >= forecastDays ? `Last ${forecastDays} days` : `Last ${daysCovered} days with papers`;
  if (matchedCount === 0) return `${window}: no paper matches.`;
  return `${window}: ${showRate(papersPerDay)} (${count(matchedCount, 'paper')}).`;
}

function forecastOfOneDay(matchedCount: number): string {
  const matching =
    matchedCount === 1 ? '1 that matches' : `${matchedCount === 0 ? 'none' : showNumber(matchedCount)} that match`;
  return `The last day with papers brought ${matching}.`;
}

function strictnessLines({ strictness, forecast }: SubscriptionPreview): string[] {
  if (strictness === null) return [];
  const line = `Papers match by meaning above a line: a score of ${writeStrictness(strictness.strictness)}, the number after the ~.`;
  if (forecast.daysCovered === 0) return [`${line} This one suits most topics.`];
  const { fewer, more } = strictness;
  const names = [...(fewer === null ? [] : ['**Fewer**']), ...(more === null ? [] : ['**More**'])];
  const verb = names.length === 1 ? 'moves' : 'move';
  return [names.length === 0 ? line : `${line} ${names.join(' and ')} ${verb} the line.`];
}

/** The buttons that move the strictness. */
function stepButtons({ draftId, strictness }: SubscriptionPreview) {
  const step = (label: string, to: Step | null | undefined) =>
    to == null
      ? []
      : [button(customId('set-strictness', draftId, writeStrictness(to.strictness)), `${label}: ${to.volume.name}`)];
  return [...step('Fewer', strictness?.fewer), ...step('More', strictness?.more)];
}

/** Papers that a reader of the preview may miss or not, to see where the line is. */
function belowTheLine({ strictness }: SubscriptionPreview) {
  const list = (strictness?.below ?? []).map((paper) => `• ${paperLine(paper)}`);
  const title = 'Just below the line, left out';
  return list.length === 0 ? [] : [{ title, description: list.join('\n'), color: embedColor }];
}

const hintButtons = ({ hint }: SubscriptionPreview) =>
  hint === null || hint.draftId === null
    ? []
    : [button(customId('take-hint', hint.draftId), hintLabel(hint.hint), 'primary')];

/** The days that counts of a hint are of, as in the forecast. */
function windowOf({ daysCovered }: Forecast, forecastDays: number): string {
  if (daysCovered === 1) return 'on the last day with papers';
  return daysCovered >= forecastDays
    ? `in the last ${forecastDays} days`
    : `in the last ${daysCovered} days with papers`;
}

/** At most one piece of advice: the hint, or what follows from the forecast. */
function adviceLines(preview: SubscriptionPreview): string[] {
  const { topic, forecast, forecastDays, crowdedPerDay, maxPapers, hint } = preview;
  if (hint !== null) {
    const isQuiet = forecast.matchedCount === 0 && hint.hint.kind !== 'impossible';
    return [`${hintLine(hint.hint, windowOf(forecast, forecastDays))}${isQuiet ? ' You can still subscribe.' : ''}`];
  }
  if (forecast.daysCovered > 0 && forecast.matchedCount === 0) {
    if (forecast.indexing !== undefined) return ['You can still subscribe.'];
    return [[adviceFor(topic), 'You can still subscribe.'].filter((part) => part !== null).join(' ')];
  }
  if (forecast.papersPerDay <= crowdedPerDay) return [];
  const narrow = 'Narrow it with another word, a "phrase", `title:` or a category such as `cat:cs.LG`';
  return [`That is a lot; a digest shows the best ${maxPapers}. ${narrow}.`];
}

const nextDigestLine = ({ schedule, timing, now, replaces }: SubscriptionPreview): string =>
  `${showFirstDigest(timing, schedule, { now, isNew: replaces === null })}.`;

/** `Next digest: … (09:00 UTC, every day), with papers announced from now on`. A changed topic also gets earlier news. */
export const showFirstDigest = (
  timing: DigestTiming,
  schedule: Schedule,
  { now, isNew }: { readonly now: Instant; readonly isNew: boolean },
): string =>
  `Next digest: ${whenNext(timing, now)} (${showSchedule(schedule)})${isNew ? ', with papers announced from now on' : ''}`;

/** `09:00 Europe/Berlin, every day` */
export const showSchedule = ({ time, zone, days }: Schedule): string =>
  `${time} ${escapeText(zone)}, ${showDays(days)}`;

/** Why a topic cannot be read, with a button to edit it. */
export function unreadableTopic(draftId: number, text: string, error: TopicError): Message {
  const edit = button(customId('edit-draft', draftId), 'Edit', 'primary');
  const cancel = button(customId('cancel-draft', draftId), 'Cancel');
  return { content: topicError(text, error), components: [row(edit, cancel)] };
}
