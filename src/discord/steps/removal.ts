import type { RemovedSubscription } from '../../store/channels.ts';
import { UserError } from '../errors.ts';
import { type CommandContext, guildOf } from '../interactions/context.ts';
import type { Announcement } from '../interactions/reply.ts';
import { count } from '../rendering/numbers.ts';
import { showTopic } from '../rendering/subscription-preview.ts';
import { managedChannel } from './target-channel.ts';

export interface Removal {
  /** The draft that `restore` takes back. */
  readonly undoId: number;
  /** Says what was removed, and whether the channel has no subscription left. */
  readonly text: string;
  readonly announcement: Announcement;
}

/** Removes a subscription of the guild. Null if it no longer exists. */
export async function removeSubscription(id: number, context: CommandContext): Promise<Removal | null> {
  const guildId = guildOf(context);
  const subscriptions = await context.store.subscriptions(guildId);
  const subscription = subscriptions.find((one) => one.id === id);
  if (subscription === undefined) return null;
  const { channelId } = subscription;
  await managerOf(channelId, context);
  const removed = await context.store.unsubscribe(guildId, id, context.clock());
  if (removed === null) return null;
  const isLast = subscriptions.every((one) => one.id === id || one.channelId !== channelId);
  const rest = isLast ? ` That was its last subscription: it gets no more digests.${showWithdrawn(removed)}` : '';
  const topic = `**${showTopic(subscription.topic)}**`;
  const undo = {
    guildId,
    channelId,
    userId: context.userId,
    topicText: subscription.topic,
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

/**
 * Checks that the user may manage the channel. If the bot cannot see it (deleted or hidden), the permission in this
 * channel counts, so that its subscriptions can still be removed.
 */
export async function managerOf(channelId: string, context: CommandContext): Promise<void> {
  try {
    await managedChannel({ id: channelId }, context);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'no-such-channel') throw error;
    await managedChannel(undefined, context);
  }
}
