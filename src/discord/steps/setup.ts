import { defaultSchedule, nextOccurrence, type Schedule } from '../../digests/schedule.ts';
import type { SubscribeOutcome } from '../../store/channels.ts';
import type { SetupDraft } from '../../store/onboarding.ts';
import { parseTopic } from '../../topics/language/parse.ts';
import { UserError } from '../errors.ts';
import type { ChannelAccess, CommandContext } from '../interactions/context.ts';
import type { Reply } from '../interactions/reply.ts';
import type { Message } from '../rendering/message.ts';
import { paperLine } from '../rendering/paper-card.ts';
import { type ForecastTopic, nameTopics, previewStep, type SetupScreen } from '../rendering/setup.ts';
import { showFirstDigest } from '../rendering/subscription-preview.ts';
import { topicError } from '../rendering/topic-error.ts';
import { recordOpenChannel } from './blocked-channel.ts';
import { sayInChannel } from './channel-language.ts';
import { forecastWindow, subscriptionsPerGuild } from './limits.ts';
import { settingsDefaults } from './settings.ts';
import { previewPaper } from './subscription-preview.ts';

/** How many recent papers the preview shows of each topic. */
const papersPerTopic = 2;

/** Stores the next step of a set-up. Steps are never changed, so that an older message still shows what it showed. */
export function saveSetup(
  { id: _, ...draft }: SetupDraft,
  change: Partial<SetupDraft>,
  { store, clock }: CommandContext,
): Promise<SetupDraft> {
  return store.saveSetupDraft({ ...draft, ...change, at: clock() });
}

/** What a step shows. Without a chosen time it is that of the channel's digest. */
export async function screenOf(
  draft: SetupDraft,
  context: CommandContext,
  notes: readonly string[] = [],
): Promise<SetupScreen> {
  const channelId = draft.channelId ?? '';
  const { time, zone } = await scheduleFor(draft, context);
  return { draftId: draft.id, channelId, topics: draft.topics, time, zone, notes };
}

async function scheduleFor({ channelId, time, zone }: SetupDraft, { store }: CommandContext): Promise<Schedule> {
  const stored = await store.channel(channelId ?? '');
  const schedule = stored?.schedule ?? defaultSchedule;
  return { ...schedule, time: time ?? schedule.time, zone: zone ?? schedule.zone };
}

/**
 * The last step: real papers and a forecast of each topic.
 * @throws UserError if no topic is chosen
 */
export async function previewSetup(draft: SetupDraft, context: CommandContext): Promise<Message> {
  const topics: ForecastTopic[] = [];
  for (const text of chosenTopics(draft)) topics.push(await forecastTopic(text, context));
  return previewStep(await screenOf(draft, context), topics, context.say);
}

async function forecastTopic(text: string, { store, clock }: CommandContext): Promise<ForecastTopic> {
  const topic = readTopic(text, store);
  const forecast = await store.forecast(topic, { now: clock(), ...forecastWindow });
  const shown = forecast.examples.slice(0, papersPerTopic).map((paper) => previewPaper(topic, paper));
  return { topic: text, forecast, papers: shown.map(({ paper, highlights }) => `• ${paperLine(paper, highlights)}`) };
}

/** A topic of the set-up, which was read before. The table of its meaning may be damaged since. */
function readTopic(text: string, { meaning }: CommandContext['store']) {
  const parsed = parseTopic(text, meaning);
  if (parsed.ok) return parsed.topic;
  throw new UserError('bad-topic', (say) => topicError(text, parsed.error, say));
}

function chosenTopics({ topics }: SetupDraft): readonly string[] {
  if (topics.length > 0) return topics;
  throw new UserError('no-topic', (say) => say('setup.noneChosen'));
}

/** Subscribes the channel to the topics, at the chosen time. A second press changes nothing. */
export async function subscribeTopics(
  draft: SetupDraft,
  channel: ChannelAccess,
  context: CommandContext,
): Promise<Reply> {
  const topics = chosenTopics(draft).map((text) => ({ text, topic: readTopic(text, context.store) }));
  const schedule = await scheduleFor(draft, context);
  const added: string[] = [];
  const there: string[] = [];
  for (const { text, topic } of topics) {
    const outcome = await subscribeTo(topic, draft, schedule, context);
    if (outcome.kind === 'cap-reached') break;
    there.push(text);
    if (outcome.kind === 'created') added.push(text);
  }
  return outcomeReply({ added, there, isCut: there.length < topics.length }, schedule, channel, context);
}

async function subscribeTo(
  topic: ReturnType<typeof readTopic>,
  { guildId, userId, channelId }: SetupDraft,
  schedule: Schedule,
  context: CommandContext,
): Promise<SubscribeOutcome> {
  const at = context.clock();
  const defaults = { ...settingsDefaults(context), schedule, nextDigestAt: nextOccurrence(schedule, at) };
  return context.store.subscribe({
    guildId,
    channelId: channelId ?? '',
    topic,
    userId,
    at,
    defaults,
    cap: subscriptionsPerGuild,
  });
}

interface SetupOutcome {
  readonly added: readonly string[];
  /** Those that were added, and those that the channel had already. */
  readonly there: readonly string[];
  /** Whether the server has too many subscriptions for the others. */
  readonly isCut: boolean;
}

async function outcomeReply(
  { added, there, isCut }: SetupOutcome,
  { time, zone }: Schedule,
  channel: ChannelAccess,
  context: CommandContext,
): Promise<Reply> {
  const { store, clock, say, userId } = context;
  const cap = isCut ? [say('setup.capReached', { n: subscriptionsPerGuild })] : [];
  const before = await store.channel(channel.id);
  if (before === null || there.length === 0) return { kind: 'update', message: { content: cap.join('\n') } };
  await recordOpenChannel(before, channel, context);
  const settled = await store.configureChannel({
    channelId: channel.id,
    guildId: before.guildId,
    changes: { time, zone },
    defaults: before,
    at: clock(),
  });
  const toAll = sayInChannel(settled, context);
  const next = (words: typeof say) =>
    showFirstDigest(settled, settled.schedule, { now: clock(), isNew: true, say: words });
  const lines = [
    say('setup.done', { channel: `<#${channel.id}>`, topics: nameTopics(there, say) }),
    ...cap,
    say('setup.doneNext', { next: next(say) }),
  ];
  const reply = { kind: 'update', message: { content: lines.join('\n') } } as const;
  if (added.length === 0) return reply;
  const line = toAll('setup.announced', { person: `<@${userId}>`, topics: nameTopics(added, toAll) });
  return { ...reply, announcement: { channelId: channel.id, message: { content: `${line}\n-# ${next(toAll)}` } } };
}
