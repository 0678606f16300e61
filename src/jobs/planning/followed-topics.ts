import type { FollowedTopic } from '../../digests/selection.ts';
import type { Meaning } from '../../meaning/meaning.ts';
import { memoByObject, memoByPair } from '../../memo.ts';
import type { DigestInput } from '../../store/store.ts';
import { parseCanonical } from '../../topics/language/parse.ts';

/**
 * The topics of a channel, each with the news number of its subscription or of the last digest, the later one. A stored
 * topic that cannot be read is left out, so that it does not hold up the others.
 * @throws Error if none of the topics can be read
 */
export const followedTopics = memoByObject(
  ({ subscriptions, consideredNewsNumber, meaning }: DigestInput): readonly FollowedTopic[] => {
    const read = subscriptions.map(({ subscription, newsAfter }) => ({
      parsed: readStoredTopic({ meaning, topic: subscription.topic }),
      newsAfter: Math.max(newsAfter, consideredNewsNumber),
    }));
    const followed = read.flatMap(({ parsed, newsAfter }) => (parsed.ok ? [{ topic: parsed.topic, newsAfter }] : []));
    const [subscribed] = subscriptions;
    if (followed.length === 0 && subscribed !== undefined) throw unreadable(subscribed.subscription.topic);
    return followed;
  },
);

/** The number after which news is new to at least one of the channel's topics. Infinite if it follows none. */
export const lastSeenNews = (input: DigestInput): number =>
  followedTopics(input).reduce((least, { newsAfter }) => Math.min(least, newsAfter), Number.POSITIVE_INFINITY);

const readStoredTopic = memoByPair(
  2_000,
  ({ meaning, topic }: { readonly meaning: Meaning; readonly topic: string }) => [meaning, topic],
  ({ meaning, topic }) => parseCanonical(topic, meaning),
);

const unreadable = (text: string): Error =>
  new Error(`the topic “${text}” cannot be read, and no other topic of the channel can; change it with /subscriptions`);

/** Sorts channels so that those with the same topics follow each other: shared parts are made once. */
export const alikeTogether = <Channel extends { readonly input: DigestInput }>(
  channels: readonly Channel[],
): Channel[] => [...Map.groupBy(channels, ({ input }) => topicsOf(input)).values()].flat();

const topicsOf = ({ subscriptions }: DigestInput): string =>
  subscriptions.map(({ subscription }) => subscription.topic).join('\n');

/** The canonical texts of the topics that only one of the channels follows. */
export function topicsOfOne(inputs: readonly DigestInput[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { topic } of inputs.flatMap(followedTopics))
    counts.set(topic.canonical, (counts.get(topic.canonical) ?? 0) + 1);
  return [...counts].flatMap(([canonical, count]) => (count === 1 ? [canonical] : []));
}
