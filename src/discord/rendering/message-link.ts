import { ownerOf } from '../../digests/personal-guild.ts';
import type { Delivery } from '../../store/outbox.ts';

/** The address of a posted part of a digest, in the thread that has it. Null if its message is not known. */
export function linkToDelivery(
  { channelId, threadId, messageId }: Pick<Delivery, 'channelId' | 'threadId' | 'messageId'>,
  guildId: string,
): string | null {
  if (messageId === null) return null;
  // Direct messages belong to no server.
  const guild = ownerOf(guildId) === null ? guildId : '@me';
  return `https://discord.com/channels/${guild}/${threadId ?? channelId}/${messageId}`;
}
