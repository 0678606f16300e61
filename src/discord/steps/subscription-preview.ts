import { cooperate } from '../../cooperate.ts';
import { digestAfterSubscribing } from '../../digests/rescheduling.ts';
import { defaultSchedule, nextOccurrence } from '../../digests/schedule.ts';
import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { ChannelRecord, Draft, NewDraft, Subscription } from '../../store/channels.ts';
import { isStrictnessTyped, sentenceOf } from '../../topics/advice/strictness.ts';
import { parseCanonical, parseTopic } from '../../topics/language/parse.ts';
import { explainMatch } from '../../topics/matching/explain.ts';
import { highlightsOf, noHighlights } from '../../topics/matching/highlights.ts';
import { matchTopic } from '../../topics/matching/match.ts';
import { readPaper } from '../../topics/matching/paper-text.ts';
import type { Topic } from '../../topics/topic.ts';
import type { GivenList } from '../../use-cases/given-papers.ts';
import { UserError } from '../errors.ts';
import { type CommandContext, guildOf } from '../interactions/context.ts';
import { button, customId, row } from '../rendering/components.ts';
import type { Message } from '../rendering/message.ts';
import type { DigestTiming } from '../rendering/next-digest.ts';
import {
  type PreviewedPaper,
  type ShownGiven,
  showTopic,
  subscriptionPreview,
  unreadableTopic,
} from '../rendering/subscription-preview.ts';
import type { TopicHint } from '../rendering/topic-hint.ts';
import { crowdedPerDay, forecastWindow, papersPerDigest, subscriptionsPerGuild } from './limits.ts';
import { missedPapers } from './missed-papers.ts';
import { chooseStrictness, isSameSentence, type StrictnessChoice } from './strictness-choice.ts';
import { findHint } from './topic-hint.ts';

export interface PreviewRequest {
  readonly text: string;
  readonly channelId: string;
  /** The subscription that would get this topic, or null for a new one. */
  readonly replaces: number | null;
  /** The papers that it was proposed from. Null or absent if somebody typed it. */
  readonly given?: GivenList | null;
  /** What stands before a topic that nobody has typed or changed yet. */
  readonly introduction?: readonly string[];
}

/** The preview of a subscription, or why it cannot be made. It stores the text as a draft. */
export async function previewSubscription(request: PreviewRequest, context: CommandContext): Promise<Message> {
  const guildId = guildOf(context);
  const { text, channelId, replaces } = request;
  const { store } = context;
  const subscriptions = await store.subscriptions(guildId);
  const replacedTopic = subscriptions.find(({ id }) => id === replaces)?.topic ?? null;
  const at = context.clock();
  const newDraft: NewDraft = {
    guildId,
    channelId,
    userId: context.userId,
    topicText: text,
    replaces,
    replacedTopic,
    at,
  };
  const parsed = parseTopic(text, store.meaning);
  if (!parsed.ok) return unreadableTopic((await store.saveDraft(newDraft)).id, text, parsed.error, context.say);
  const inChannel = subscriptions.filter((one) => one.channelId === channelId);
  const same = inChannel.find(({ topic }) => isSameTopic(parsed.topic, topic));
  if (same !== undefined) return alreadyThere(same, context.say);
  if (replaces === null && subscriptions.length >= subscriptionsPerGuild) throw capReached(context);
  const strictness = await chooseStrictness(parsed.topic, store, at);
  const topic = strictness?.topic ?? parsed.topic;
  // The draft holds a strictness that was chosen.
  const topicText = topic.canonical === parsed.topic.canonical ? text : topic.canonical;
  const draft = await store.saveDraft({ ...newDraft, topicText });
  const { given = null, introduction = [] } = request;
  return previewDraft(
    draft,
    {
      ...{ topic, typed: parsed.topic, strictness, given, introduction },
      ...{ replaces: replacedTopic, isSubscribed: inChannel.length > 0 },
    },
    context,
  );
}

/** Whether a stored topic is this one. If nobody typed how strict it is, any strictness is the same. */
function isSameTopic(topic: Topic, stored: string): boolean {
  if (topic.canonical === stored) return true;
  if (sentenceOf(topic) === null || isStrictnessTyped(topic)) return false;
  const parsed = parseCanonical(stored, topic.meaning);
  return parsed.ok && isSameSentence(topic, parsed.topic);
}

interface PreviewedDraft {
  readonly topic: Topic;
  /** The same topic as somebody typed it. */
  readonly typed: Topic;
  /** Null if its number of papers does not depend on the strictness of one sentence. */
  readonly strictness: StrictnessChoice | null;
  readonly given: GivenList | null;
  readonly introduction: readonly string[];
  /** The topic that this one would replace, or null. */
  readonly replaces: string | null;
  /** Whether the channel has a subscription already. */
  readonly isSubscribed: boolean;
}

async function previewDraft(
  draft: Draft,
  { topic, typed, strictness, given, introduction, replaces, isSubscribed }: PreviewedDraft,
  context: CommandContext,
): Promise<Message> {
  const now = context.clock();
  const [forecast, channel] = await Promise.all([
    strictness?.forecast ?? context.store.forecast(topic, { now, ...forecastWindow }),
    context.store.channel(draft.channelId),
  ]);
  // Nobody has typed a topic that is proposed, so it is not misread.
  const hint = introduction.length > 0 ? null : await findHint(typed, forecast, context.store, now);
  const schedule = channel?.schedule ?? defaultSchedule;
  return subscriptionPreview(
    {
      draftId: draft.id,
      introduction,
      given: given === null ? null : await compareGiven(topic, given, draft, context),
      channelId: draft.channelId,
      topic,
      replaces,
      forecast,
      examples: forecast.examples.map((paper) => previewPaper(topic, paper)),
      strictness,
      forecastDays: forecastWindow.days,
      crowdedPerDay,
      schedule,
      maxPapers: channel?.maxPapers ?? papersPerDigest.default,
      timing: timingOf(channel, isSubscribed, now),
      now,
      hint: hint === null ? null : { hint, draftId: await saveHint(hint, draft, context) },
    },
    context.say,
  );
}

/** How many of the given papers the topic finds. They are kept for the buttons of the preview. */
async function compareGiven(
  topic: Topic,
  given: GivenList,
  draft: Draft,
  context: CommandContext,
): Promise<ShownGiven> {
  context.services.givenPapers.keep(draft.id, given);
  const missed = await cooperate(missedPapers(topic, given.papers));
  const withAbstract = given.papers.filter(({ abstract }) => abstract !== '').length;
  return {
    papers: given.papers.length,
    found: given.papers.length - missed.length,
    hasTitlesOnly: withAbstract * 2 < given.papers.length,
    author: await authorAlternative(topic, given, draft, context),
  };
}

/** The topic of the author's own papers, as a draft of its own. Null if it is this topic, or if the name cannot be one. */
async function authorAlternative(
  topic: Topic,
  { author }: GivenList,
  draft: Draft,
  context: CommandContext,
): Promise<ShownGiven['author']> {
  const parsed = author === null ? null : parseTopic(`author:"${author.replace(/"/g, '')}"`, topic.meaning);
  if (author === null || !parsed?.ok || parsed.topic.canonical === topic.canonical) return null;
  const alternative = await saveAlternative(parsed.topic.canonical, draft, context);
  return { name: author, draftId: alternative.id };
}

/** When the channel gets its next digest once it is subscribed. */
const timingOf = (channel: ChannelRecord | null, isSubscribed: boolean, now: Instant): DigestTiming =>
  channel === null
    ? { nextDigestAt: nextOccurrence(defaultSchedule, now), pausedAt: null, pausedUntil: null }
    : { ...channel, nextDigestAt: digestAfterSubscribing(channel, isSubscribed, now) };

/** Stores the hint's topic as a draft of its own, for the button that takes it. */
async function saveHint({ instead }: TopicHint, draft: Draft, context: CommandContext): Promise<number | null> {
  return instead === null ? null : (await saveAlternative(instead.text, draft, context)).id;
}

/** Another topic as a draft of its own, which is compared with the same given papers. */
async function saveAlternative(topicText: string, { id, ...plan }: Draft, context: CommandContext): Promise<Draft> {
  const { givenPapers } = context.services;
  const alternative = await context.store.saveDraft({ ...plan, topicText });
  const given = givenPapers.of(id);
  if (given !== null) givenPapers.keep(alternative.id, given);
  return alternative;
}

/** A paper that matches, with the reason. */
export function previewPaper(topic: Topic, paper: Paper): PreviewedPaper {
  const match = matchTopic(topic, readPaper(paper));
  if (match === null) return { paper, why: [], highlights: noHighlights };
  return { paper, why: explainMatch(match), highlights: highlightsOf([match], paper) };
}

/** Says that the channel has this topic, and offers to change it. */
export const alreadyThere = (subscription: Subscription, say: Say): Message =>
  unchanged('subscribe.alreadyThere', subscription, say);

/** Says that somebody else has changed the topic since the preview, and offers to change it again. */
export const changedMeanwhile = (subscription: Subscription, say: Say): Message =>
  unchanged('subscribe.changedMeanwhile', subscription, say);

const unchanged = (
  key: 'subscribe.alreadyThere' | 'subscribe.changedMeanwhile',
  { id, topic, channelId }: Subscription,
  say: Say,
): Message => ({
  content: say(key, { channel: `<#${channelId}>`, topic: showTopic(topic) }),
  components: [row(button(customId('edit-subscription', id), say('subscribe.changeTopic'), 'primary'))],
});

export const capReached = ({ guildId }: Pick<CommandContext, 'guildId'>): UserError =>
  new UserError('cap-reached', (say) =>
    say(guildId === null ? 'personal.capReached' : 'subscribe.capReached', { n: subscriptionsPerGuild }),
  );
