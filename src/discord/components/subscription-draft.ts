import { cooperate } from '../../cooperate.ts';
import { defaultSchedule, nextOccurrence } from '../../digests/schedule.ts';
import type { Say } from '../../language/say.ts';
import type { Draft, SubscribeOutcome, Subscription } from '../../store/channels.ts';
import { sentenceOf, withStrictness } from '../../topics/advice/strictness.ts';
import { parseTopic } from '../../topics/language/parse.ts';
import { topicLimits } from '../../topics/topic.ts';
import type { ManagedDraft } from '../authorization/rules.ts';
import { UserError } from '../errors.ts';
import { type ComponentBehaviour, staleComponent } from '../interactions/component.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { Reply } from '../interactions/reply.ts';
import { customId, textModal } from '../rendering/components.ts';
import type { Message } from '../rendering/message.ts';
import { missedList } from '../rendering/missed-list.ts';
import { showFirstDigest, showTopic, unreadableTopic } from '../rendering/subscription-preview.ts';
import { recordOpenChannel } from '../steps/blocked-channel.ts';
import { sayInChannel } from '../steps/channel-language.ts';
import { subscriptionsPerGuild } from '../steps/limits.ts';
import { missedPapers } from '../steps/missed-papers.ts';
import { settingsDefaults } from '../steps/settings.ts';
import { alreadyThere, capReached, changedMeanwhile, previewSubscription } from '../steps/subscription-preview.ts';
import { checkPostable } from '../steps/target-channel.ts';

const topicField = 'topic';

/** The button Subscribe: makes the subscription that the preview showed. */
export const confirmDraft: ComponentBehaviour<'subscribe', ManagedDraft> = {
  verb: 'subscribe',
  deferral: 'update',
  async run(_press, context, { draft, channel }) {
    const parsed = parseTopic(draft.topicText, context.store.meaning);
    if (!parsed.ok)
      return { kind: 'update', message: unreadableTopic(draft.id, draft.topicText, parsed.error, context.say) };
    const replaced = await readReplaced(draft, context);
    checkPostable(channel);
    const now = context.clock();
    const outcome = await context.store.subscribe({
      guildId: draft.guildId,
      channelId: draft.channelId,
      topic: parsed.topic,
      userId: context.userId,
      at: now,
      defaults: { ...settingsDefaults(context), nextDigestAt: nextOccurrence(defaultSchedule, now) },
      ...(draft.replaces === null ? {} : { replaces: draft.replaces }),
      ...(replaced === null ? {} : { replacedTopic: replaced }),
      cap: subscriptionsPerGuild,
    });
    if (outcome.kind === 'removed-meanwhile') throw staleComponent();
    if (outcome.kind !== 'cap-reached') await recordOpenChannel(outcome.channel, channel, context);
    return outcomeReply(outcome, replaced, context);
  },
};

/** The topic that the user saw and replaces. Null for a new subscription. */
async function readReplaced(draft: Draft, { store }: CommandContext): Promise<string | null> {
  const { guildId, channelId, replaces, replacedTopic } = draft;
  if (replaces === null) return null;
  const replaced = (await store.subscriptions(guildId, channelId)).find(({ id }) => id === replaces);
  if (replaced === undefined) throw staleComponent();
  return replacedTopic ?? replaced.topic;
}

/** An outcome after which the topic that was replaced is still there. */
type StoredOutcome = Exclude<SubscribeOutcome, { readonly kind: 'removed-meanwhile' }>;

function outcomeReply(outcome: StoredOutcome, replacedTopic: string | null, context: CommandContext): Reply {
  const { say } = context;
  if (outcome.kind === 'cap-reached') throw capReached(context);
  const { subscription, channel } = outcome;
  if (outcome.kind === 'already-there') return { kind: 'update', message: alreadyThere(subscription, say) };
  if (outcome.kind === 'changed-meanwhile') return { kind: 'update', message: changedMeanwhile(subscription, say) };
  const toAll = sayInChannel(channel, context);
  const when = { now: context.clock(), isNew: replacedTopic === null };
  const next = (words: Say) => showFirstDigest(channel, channel.schedule, { ...when, say: words });
  const topic = showTopic(subscription.topic);
  const you = { channel: `<#${subscription.channelId}>`, topic };
  const all = { person: `<@${context.userId}>`, topic };
  const replaced = showTopic(replacedTopic ?? '');
  const [done, line] =
    replacedTopic === null
      ? [say('subscribe.done', you), toAll('subscribe.announced', all)]
      : [say('subscribe.doneInstead', { ...you, replaced }), toAll('subscribe.announcedInstead', { ...all, replaced })];
  return {
    kind: 'update',
    message: { content: `${done}\n${say('subscribe.doneNext', { next: next(say) })}` },
    announcement: { channelId: subscription.channelId, message: { content: `${line}\n-# ${next(toAll)}` } },
  };
}

/** The button Edit: shows the draft's text in a form, then a preview of the new text. */
export const editDraft: ComponentBehaviour<'edit-draft', ManagedDraft> = {
  verb: 'edit-draft',
  deferral: 'update',
  async run({ fields }, context, { draft }) {
    const text = fields[topicField];
    if (text === undefined) return topicForm(customId('edit-draft', draft.id), draft.topicText, context.say);
    return { kind: 'update', message: await previewAgain(text, draft, context) };
  },
};

/** The button of a hint: shows a preview of the topic that the hint offers. */
export const takeHint: ComponentBehaviour<'take-hint', ManagedDraft> = {
  verb: 'take-hint',
  deferral: 'update',
  async run(_press, context, { draft }) {
    return { kind: 'update', message: await previewAgain(draft.topicText, draft, context) };
  },
};

/** The buttons Fewer and More: show a preview of the topic with another strictness of its sentence. */
export const setStrictness: ComponentBehaviour<'set-strictness', ManagedDraft> = {
  verb: 'set-strictness',
  deferral: 'update',
  async run({ rest: [, strictness] }, context, { draft }) {
    const parsed = parseTopic(draft.topicText, context.store.meaning);
    const sentence = parsed.ok ? sentenceOf(parsed.topic) : null;
    const moved =
      parsed.ok && sentence !== null ? withStrictness(parsed.topic, sentence, Number(strictness ?? '')) : null;
    if (moved === null) throw staleComponent();
    return { kind: 'update', message: await previewAgain(moved.canonical, draft, context) };
  },
};

/** The preview of another text, with the papers from which the draft was proposed. */
const previewAgain = (text: string, { id, channelId, replaces }: Draft, context: CommandContext): Promise<Message> =>
  previewSubscription({ text, channelId, replaces, given: context.services.givenPapers.of(id) }, context);

/** The button What it misses: shows the given papers that the topic does not find. */
export const showMissed: ComponentBehaviour<'show-missed', Draft> = {
  verb: 'show-missed',
  deferral: 'private',
  async run(_press, context, { id, topicText }) {
    const parsed = parseTopic(topicText, context.store.meaning);
    if (!parsed.ok) throw staleComponent();
    const given = context.services.givenPapers.of(id);
    if (given === null) throw new UserError('forgotten', (say) => say('proposal.forgotten'));
    const missed = await cooperate(missedPapers(parsed.topic, given.papers));
    return { kind: 'message', visibility: 'private', message: missedList(parsed.topic, missed, context.say) };
  },
};

export const cancelDraft: ComponentBehaviour<'cancel-draft', Draft> = {
  verb: 'cancel-draft',
  deferral: 'update',
  run: async (_press, { say }) => ({ kind: 'update', message: { content: say('subscribe.cancelled') } }),
};

/** The button Change the topic: shows the topic in a form, then a preview of the new one. */
export const editSubscription: ComponentBehaviour<'edit-subscription', Subscription> = {
  verb: 'edit-subscription',
  deferral: 'update',
  run: ({ fields }, context, subscription) => editTopic(subscription, fields, context),
};

/** The form for a subscription's topic, or the preview of the submitted text. */
export async function editTopic(
  { id, topic, channelId }: Subscription,
  fields: Readonly<Record<string, string>>,
  context: CommandContext,
): Promise<Reply> {
  const text = fields[topicField];
  if (text === undefined) return topicForm(customId('edit-subscription', id), topic, context.say);
  const request = { text, channelId, replaces: id };
  return { kind: 'update', message: await previewSubscription(request, context) };
}

const topicForm = (id: string, value: string, say: Say): Reply => ({
  kind: 'modal',
  modal: textModal({
    id,
    title: say('subscribe.formTitle'),
    field: topicField,
    label: say('subscribe.formLabel'),
    hint: say('subscribe.formHint'),
    value,
    maxLength: topicLimits.characters,
  }),
});
