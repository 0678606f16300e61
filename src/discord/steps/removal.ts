import type { RemovedSubscription, Subscription } from '../../store/channels.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { Announcement } from '../interactions/reply.ts';
import { blockReasons } from '../posting-problem.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { count } from '../rendering/numbers.ts';
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
  const withdrawn = showWithdrawn(removed, blockedReason !== null);
  const rest = isLast ? ` That was its last subscription: it gets no more digests.${withdrawn}` : '';
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
  return {
    undoId: (await context.store.saveDraft(undo)).id,
    text: `Done: ${await showPlace(channelId, blockedReason, context)} gets no more papers on ${topic}.${rest}`,
    announcement: { channelId, message: { content: `<@${context.userId}> unsubscribed this channel from ${topic}.` } },
  };
}

/** The channel's mention, or its name if it was deleted. */
async function showPlace(channelId: string, blockedReason: string | null, context: CommandContext): Promise<string> {
  if (blockedReason !== blockReasons.gone) return `<#${channelId}>`;
  const name = (await context.channelNames()).get(channelId);
  return name === undefined ? 'the deleted channel' : `**#${escapeToFit(name, 100)}**`;
}

function showWithdrawn({ withdrawnParts }: RemovedSubscription, isBlocked: boolean): string {
  if (withdrawnParts === 0) return '';
  const isOne = withdrawnParts === 1;
  const text = ` ${count(withdrawnParts, 'message')} that I had not sent yet ${isOne ? 'is' : 'are'} withdrawn`;
  // To a blocked channel, nothing can be sent.
  return isBlocked ? `${text}.` : `${text}; *Undo* sends ${isOne ? 'it' : 'them'} after all.`;
}
