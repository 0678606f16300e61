import type { ChannelKind } from '../digests/channel-kind.ts';
import { isThreadType } from './permissions.ts';

/** The kind of a channel, by Discord's number. Null for those that get no digests. */
export function kindOfChannel(type: number): ChannelKind | null {
  if (isThreadType(type)) return 'thread';
  // Direct messages take the same messages as a text channel.
  if (type === 0 || type === 1) return 'text';
  if (type === 5) return 'announcement';
  return type === 15 ? 'forum' : null;
}
