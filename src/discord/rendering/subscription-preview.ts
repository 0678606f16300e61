import type { Schedule } from '../../digests/schedule.ts';
import type { Say } from '../../language/say.ts';
import type { Saying } from '../../language/saying.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { Forecast } from '../../store/store.ts';
import type { Step } from '../../topics/advice/strictness.ts';
import type { Highlights } from '../../topics/matching/highlights.ts';
import { writeStrictness } from '../../topics/matching/strictness.ts';
import type { Topic, TopicError } from '../../topics/topic.ts';
import { button, customId, row } from './components.ts';
import { cutAtWord, escapeToFit, plainLine } from './escape.ts';
import { showIndexing } from './indexing-note.ts';
import { embedColor, type Message } from './message.ts';
import { type DigestTiming, whenNext } from './next-digest.ts';
import { paperLine } from './paper-card.ts';
import { showRate } from './rates.ts';
import { showSchedule } from './show-schedule.ts';
import { adviceFor } from './topic-advice.ts';
import { topicError } from './topic-error.ts';
import { hintLabel, hintLine, type TopicHint } from './topic-hint.ts';

/** A paper that the topic matches. */
export interface PreviewedPaper {
  readonly paper: Paper;
  readonly why: readonly Saying[];
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

/** What a topic finds of the papers that somebody gave. */
export interface ShownGiven {
  readonly papers: number;
  readonly found: number;
  /** Whether most of them have no abstract. */
  readonly hasTitlesOnly: boolean;
  /** The author whose papers they are, and the draft that follows the author by name. Null if there is none. */
  readonly author: { readonly name: string; readonly draftId: number } | null;
}

export interface SubscriptionPreview {
  readonly draftId: number;
  /** What stands before a topic that is proposed. */
  readonly introduction: readonly string[];
  /** Null if no papers were given. */
  readonly given: ShownGiven | null;
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
export function subscriptionPreview(preview: SubscriptionPreview, say: Say): Message {
  const { draftId, channelId, topic, replaces, examples } = preview;
  const subject = { channel: `<#${channelId}>`, topic: showTopic(topic.canonical) };
  const lines = [
    say('subscribe.preview'),
    ...preview.introduction,
    replaces === null
      ? say('subscribe.would', subject)
      : say('subscribe.wouldInstead', { ...subject, replaced: showTopic(replaces) }),
    ...givenLines(preview, say),
    forecastLine(preview, say),
    ...strictnessLines(preview, say),
    ...(preview.forecast.indexing === undefined ? [] : [showIndexing(preview.forecast.indexing, say)]),
    ...adviceLines(preview, say),
    nextDigestLine(preview, say),
  ];
  const list = examples.map(
    ({ paper, why, highlights }) =>
      `• ${paperLine(paper, highlights)}${why.length > 0 ? `\n${showWhy(why, say)}` : ''}`,
  );
  const title = say('subscribe.recent');
  const embeds = list.length === 0 ? [] : [{ title, description: list.join('\n'), color: embedColor }];
  const buttons = row(
    button(
      customId('subscribe', draftId),
      say(replaces === null ? 'subscribe.subscribe' : 'subscribe.change'),
      'success',
    ),
    ...hintButtons(preview, say),
    button(customId('edit-draft', draftId), say('subscribe.edit')),
    button(customId('cancel-draft', draftId), say('subscribe.cancel')),
    ...missedButtons(preview, say),
  );
  const steps = [...stepButtons(preview, say), ...authorButtons(preview, say)];
  return {
    content: lines.join('\n'),
    embeds: [...embeds, ...belowTheLine(preview, say)],
    components: [...(steps.length === 0 ? [] : [row(...steps)]), buttons],
  };
}

/** A topic in a sentence: escaped, and at most two lines long. */
export const showTopic = (topic: string): string => escapeToFit(topic, 300);

const showWhy = (why: readonly Saying[], say: Say): string => `-# ${escapeToFit(say.sayings(why), 160)}`;

function forecastLine({ forecast, forecastDays }: SubscriptionPreview, say: Say): string {
  const { daysCovered, matchedCount: n, papersPerDay, indexing } = forecast;
  if (daysCovered === 0) return say('subscribe.noForecast');
  if (indexing !== undefined) return say('subscribe.forecastSoFar', { n });
  if (daysCovered === 1) return say('subscribe.forecastOneDay', { n });
  const window = {
    window: daysCovered >= forecastDays ? 'days' : 'other',
    days: Math.min(daysCovered, forecastDays),
  } as const;
  if (n === 0) return say('subscribe.forecastNone', window);
  return say('subscribe.forecast', { ...window, rate: showRate(papersPerDay, say), n });
}

function givenLines({ given }: SubscriptionPreview, say: Say): string[] {
  if (given === null) return [];
  const { found, papers, hasTitlesOnly } = given;
  return [say(hasTitlesOnly ? 'proposal.findsByTitle' : 'proposal.finds', { found, n: papers })];
}

const missedButtons = ({ draftId, given }: SubscriptionPreview, say: Say) =>
  given === null || given.found === given.papers
    ? []
    : [button(customId('show-missed', draftId), say('proposal.missedButton'))];

const authorButtons = ({ given }: SubscriptionPreview, say: Say) =>
  given?.author == null
    ? []
    : [
        button(
          customId('take-hint', given.author.draftId),
          say('proposal.followAuthor', { author: cutAtWord(plainLine(given.author.name), 40) }),
        ),
      ];

function strictnessLines({ strictness, forecast }: SubscriptionPreview, say: Say): string[] {
  if (strictness === null) return [];
  const score = writeStrictness(strictness.strictness);
  if (forecast.daysCovered === 0) return [say('subscribe.lineUsual', { score })];
  const { fewer, more } = strictness;
  if (fewer === null && more === null) return [say('subscribe.line', { score })];
  const which = more === null ? 'fewer' : fewer === null ? 'more' : 'other';
  return [say('subscribe.lineMoves', { score, which })];
}

/** The buttons that move the strictness. */
function stepButtons({ draftId, strictness }: SubscriptionPreview, say: Say) {
  const step = (key: 'subscribe.fewer' | 'subscribe.more', to: Step | null | undefined) =>
    to == null
      ? []
      : [
          button(
            customId('set-strictness', draftId, writeStrictness(to.strictness)),
            say(key, { volume: showRate(to.volume.perDay, say) }),
          ),
        ];
  return [...step('subscribe.fewer', strictness?.fewer), ...step('subscribe.more', strictness?.more)];
}

/** Papers that a reader of the preview may miss or not, to see where the line is. */
function belowTheLine({ strictness }: SubscriptionPreview, say: Say) {
  const list = (strictness?.below ?? []).map((paper) => `• ${paperLine(paper)}`);
  const title = say('subscribe.below');
  return list.length === 0 ? [] : [{ title, description: list.join('\n'), color: embedColor }];
}

const hintButtons = ({ hint }: SubscriptionPreview, say: Say) =>
  hint === null || hint.draftId === null
    ? []
    : [button(customId('take-hint', hint.draftId), hintLabel(hint.hint, say), 'primary')];

/** The days that counts of a hint are of, as in the forecast. */
function windowOf({ daysCovered }: Forecast, forecastDays: number, say: Say): string {
  if (daysCovered === 1) return say('subscribe.onLastDay');
  return daysCovered >= forecastDays
    ? say('subscribe.inLastDays', { days: forecastDays })
    : say('subscribe.inLastDaysWithPapers', { days: daysCovered });
}

/** At most one piece of advice: the hint, or what follows from the forecast. */
function adviceLines(preview: SubscriptionPreview, say: Say): string[] {
  const { topic, forecast, forecastDays, crowdedPerDay, maxPapers, hint } = preview;
  const youCan = say('subscribe.youCan');
  if (hint !== null) {
    const isQuiet = forecast.matchedCount === 0 && hint.hint.kind !== 'impossible';
    const line = hintLine(hint.hint, windowOf(forecast, forecastDays, say), say);
    return [isQuiet ? `${line} ${youCan}` : line];
  }
  if (forecast.daysCovered > 0 && forecast.matchedCount === 0) {
    // Nobody misspelled a topic that is proposed.
    if (forecast.indexing !== undefined || preview.introduction.length > 0) return [youCan];
    return [[adviceFor(topic, say), youCan].filter((part) => part !== null).join(' ')];
  }
  return forecast.papersPerDay <= crowdedPerDay ? [] : [say('subscribe.crowded', { papers: maxPapers })];
}

const nextDigestLine = ({ schedule, timing, now, replaces }: SubscriptionPreview, say: Say): string =>
  say('subscribe.previewNext', { next: showFirstDigest(timing, schedule, { now, isNew: replaces === null, say }) });

/** `Next digest: … (09:00 UTC, every day), with papers announced from now on`. A changed topic also gets earlier news. */
export const showFirstDigest = (
  timing: DigestTiming,
  schedule: Schedule,
  { now, isNew, say }: { readonly now: Instant; readonly isNew: boolean; readonly say: Say },
): string => {
  const values = { next: whenNext(timing, now, say), schedule: showSchedule(schedule, say) };
  return say(isNew ? 'subscribe.nextNew' : 'subscribe.next', values);
};

/** Why a topic cannot be read, with a button to edit it. */
export function unreadableTopic(draftId: number, text: string, error: TopicError, say: Say): Message {
  const edit = button(customId('edit-draft', draftId), say('subscribe.edit'), 'primary');
  const cancel = button(customId('cancel-draft', draftId), say('subscribe.cancel'));
  return { content: topicError(text, error, say), components: [row(edit, cancel)] };
}
