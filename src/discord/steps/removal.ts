import type { RemovedSubscription, Subscription } from '../../store/channels.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { Announcement } from '../interactions/reply.ts';
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
  const subscriptions = await context.store.subscriptions(guildId);
  const removed = await context.store.unsubscribe(guildId, id, context.clock());
  if (removed === null) return null;
  const isLast = subscriptions.every((one) => one.id === id || one.channelId !== channelId);
  const rest = isLast ? ` That was its last subscription: it gets no more digests.${showWithdrawn(removed)}` : '';
  const topic = `**${showTopic(topicText)}**`;
  const undo = {
    guildId,
    channelId,
    userId: context.userId,
    topicText,
    replaces: id,
    at: context.clock(),
  };
  return {
    undoId: (await context.store.saveDraft(undo)).id,
    text: `Done: <#${channelId}> gets no more papers on ${topic}.${rest}`,
    announcement: { channelId, message: { content: `<@${context.userId}> unsubscribed this channel from ${topic}.` } },
  };
}

function showWithdrawn({ withdrawnParts }: RemovedSubscription): string {
  if (withdrawnParts === 0) return '';
  const parts = count(withdrawnParts, 'message');
  return ` ${parts} that I had not sent yet ${withdrawnParts === 1 ? 'is' : 'are'} withdrawn; *Undo* sends ${withdrawnParts === 1 ? 'it' : 'them'} after all.`;
}
