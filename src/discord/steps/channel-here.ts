import type { CommandContext } from '../interactions/context.ts';

/**
 * The channel whose digests are meant here: this one, or, in a thread that gets no digests itself, the one above it. If
 * Discord does not say which that is, it is this one.
 */
export async function channelHere({ store, threads, here }: CommandContext): Promise<string> {
  if ((await store.channel(here.id)) !== null) return here.id;
  return await threads.channelOf(here.id).catch(() => here.id);
}
