import { type Say, sayIn } from '../../language/say.ts';
import type { RemovedSubscription, Subscription } from '../../store/channels.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { Announcement } from '../interactions/reply.ts';
import { blockReasons } from '../posting-problem.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { showTopic } from '../rendering/subscription-preview.ts';

export interface Removal {
  /** The draft that `restore` takes back. */
  readonly undoId: number;
  /** Says what was removed, and whether the channel has no subscription left. */
  readonly text: string;
  readonly announcement: Announcement;
}

/** Removes a subscription. Null if it no longer exists. */
export async function removeSubscription(
  { id, guildId, channelId, topic: topicText }: Subscription,
  context: CommandContext,
): Promise<Removal | null> {
  const removed = await context.store.unsubscribe(guildId, id, context.clock(), { topic: topicText, channelId });
  if (removed === null) return null;
  const isLast = (await context.store.subscriptions(guildId, channelId)).length === 0;
  const blockedReason = (await context.store.channel(channelId))?.blockedReason ?? null;
  const topic = `**${showTopic(topicText)}**`;
  const undo = {
    guildId,
    channelId,
    userId: context.userId,
    topicText,
    replaces: id,
    replacedTopic: null,
    at: context.clock(),
  };
  const { say } = context;
  const channel = await showPlace(channelId, blockedReason, context);
  const text = isLast
    ? say('subscriptions.removedLast', { channel, topic })
    : say('subscriptions.removed', { channel, topic });
  const person = `<@${context.userId}>`;
  const line = sayIn(context.guildLanguage)('subscriptions.removedAnnounced', { person, topic });
  return {
    undoId: (await context.store.saveDraft(undo)).id,
    text: [text, ...(isLast ? showWithdrawn(removed, blockedReason !== null, say) : [])].join(' '),
    announcement: { channelId, message: { content: line } },
  };
}

/** The channel's mention, or its name if it was deleted. */
async function showPlace(channelId: string, blockedReason: string | null, context: CommandContext): Promise<string> {
  if (blockedReason !== blockReasons.gone) return `<#${channelId}>`;
  const name = (await context.channelNames()).get(channelId);
  return name === undefined ? context.say('subscriptions.deletedChannel') : `**#${escapeToFit(name, 100)}**`;
}

function showWithdrawn({ withdrawnParts: n }: RemovedSubscription, isBlocked: boolean, say: Say): string[] {
  if (n === 0) return [];
  // To a blocked channel, nothing can be sent.
  return [isBlocked ? say('subscriptions.withdrawn', { n }) : say('subscriptions.withdrawnUndo', { n })];
}
