import type { EarlierPart } from '../../posting/poster.ts';
import type { Delivery } from '../../store/outbox.ts';
import { type FollowUpPlace, placeOfFollowUp } from '../rendering/follow-up.ts';
import type { DigestThread } from '../rendering/layouts/layout.ts';
import { isDigestMessage } from '../rendering/layouts/registry.ts';

/** A place on Discord that can take a part of a digest. */
export type PartPlace =
  | { readonly kind: 'channel'; readonly channelId: string }
  /** A new post of a forum. */
  | { readonly kind: 'post'; readonly forumId: string; readonly name: string }
  /** The thread of a digest. `start`: the channel and the name with which it is started if it does not exist yet. */
  | {
      readonly kind: 'thread';
      readonly threadId: string;
      readonly start: { readonly channelId: string; readonly name: string } | null;
    };

/** The longest name of a thread. */
const nameLength = 100;

/**
 * The places of a part, the best first. A part of a digest with a thread stands in that thread. If the thread takes
 * nothing, because it was deleted or locked or a permission is missing, the part is posted on its own.
 */
export function placesOf(delivery: Delivery, earlier: readonly EarlierPart[]): readonly PartPlace[] {
  const { channelId, part, parts } = delivery;
  const followUp = placeOfFollowUp(delivery.payload);
  if (followUp !== null) return placesOfFollowUp(followUp, channelId);
  const thread = threadOf(delivery.payload);
  if (thread === null) return [{ kind: 'channel', channelId }];
  const name = (part === 1 ? thread.name : `${thread.name} (${part}/${parts})`).slice(0, nameLength);
  const alone: PartPlace =
    thread.opens === 'post' ? { kind: 'post', forumId: channelId, name } : { kind: 'channel', channelId };
  const shared = part === 1 ? null : sharedThread(thread, channelId, earlier);
  return shared === null ? [alone] : [shared, alone];
}

/** The thread that has the papers, then the channel, or a post of its own in a forum. */
function placesOfFollowUp({ threadId, postName }: FollowUpPlace, channelId: string): readonly PartPlace[] {
  const alone: PartPlace =
    postName === undefined ? { kind: 'channel', channelId } : { kind: 'post', forumId: channelId, name: postName };
  return threadId === null ? [alone] : [{ kind: 'thread', threadId, start: null }, alone];
}

/** The thread that earlier parts opened, or that the first message opens. A thread has the id of its message. */
function sharedThread(
  { opens, name }: DigestThread,
  channelId: string,
  earlier: readonly EarlierPart[],
): PartPlace | null {
  // The thread could not be opened for an earlier part. All of them stay together.
  if (opens === 'thread' && earlier.some((one) => one.part > 1 && one.messageId !== null && one.threadId === null)) {
    return null;
  }
  const threadId = earlier.find((one) => one.threadId !== null)?.threadId ?? null;
  if (threadId !== null) return { kind: 'thread', threadId, start: null };
  const first = earlier.find(({ part }) => part === 1)?.messageId ?? null;
  if (opens === 'post' || first === null) return null;
  return { kind: 'thread', threadId: first, start: { channelId, name } };
}

const threadOf = (payload: unknown): DigestThread | null =>
  isDigestMessage(payload) ? (payload.thread ?? null) : null;
