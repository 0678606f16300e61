import type { ReadyChannel } from './due-channel.ts';
import { followedTopics } from './followed-topics.ts';
import { type PreparedDigest, prepareDigest } from './frozen-digest.ts';
import type { PrepareTools } from './planning-round.ts';
import { matchNews, type RoundMatches } from './round-matches.ts';

/** Makes the digests of channels, in this thread or in another one. It stores nothing. */
export interface DigestMaker {
  /**
   * Makes the digests of channels, some at a time, in the order of the channels. One match for the topics of all is far
   * cheaper than one for each. A digest that cannot be made holds up no other.
   */
  make(channels: readonly ReadyChannel[]): AsyncIterable<readonly MadeDigest[]>;
}

/** A prepared digest, or why there is none. */
export type MadeDigest = PreparedDigest | { readonly error: unknown };

/** How many digests are made at once. They wait for the store, which can serve a few of them. */
const digestsAtOnce = 4;

/** Makes digests in this thread. */
export const createDigestMaker = (matches: RoundMatches, tools: PrepareTools): DigestMaker => ({
  async *make(channels) {
    await matchNews(
      channels.map(({ input }) => input),
      matches,
    );
    for (let from = 0; from < channels.length; from += digestsAtOnce) {
      const group = channels.slice(from, from + digestsAtOnce);
      yield await Promise.all(group.map((channel) => makeOne(channel, matches, tools)));
      for (const { input } of group) matches.forgetOwn(followedTopics(input));
    }
  },
});

async function makeOne(
  { input, day, since }: ReadyChannel,
  matches: RoundMatches,
  tools: PrepareTools,
): Promise<MadeDigest> {
  try {
    return await prepareDigest(input, { day, since }, matches, tools);
  } catch (error) {
    return { error };
  }
}
