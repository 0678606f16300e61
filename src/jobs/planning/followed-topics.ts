import type { FollowedTopic } from '../../digests/selection.ts';
import { memoByKey, memoByObject } from '../../memo.ts';
import type { DigestInput } from '../../store/store.ts';
import { parseTopic } from '../../topics/language/parse.ts';
import type { Topic } from '../../topics/topic.ts';

/** The topics of a channel, each with the news number of its subscription or of the last digest, the later one. */
export const followedTopics = memoByObject(
  ({ subscriptions, consideredNewsNumber }: DigestInput): readonly FollowedTopic[] =>
    subscriptions.map(({ subscription, newsAfter }) => ({
      topic: readStoredTopic(subscription.topic),
      newsAfter: Math.max(newsAfter, consideredNewsNumber),
    })),
);

/** The number after which news is new to at least one of the channel's topics. Infinite if it follows none. */
export const lastSeenNews = (input: DigestInput): number =>
  followedTopics(input).reduce((least, { newsAfter }) => Math.min(least, newsAfter), Number.POSITIVE_INFINITY);

const readStoredTopic = memoByKey(2_000, parseStoredTopic);

function parseStoredTopic(text: string): Topic {
  const parsed = parseTopic(text);
  if (parsed.ok) return parsed.topic;
  throw new Error(`the stored topic "${text}" cannot be read: ${parsed.error.message}`);
}

/** Sorts channels so that those with the same topics follow each other: shared parts are made once. */
export const alikeTogether = <Channel extends { readonly input: DigestInput }>(
  channels: readonly Channel[],
): readonly Channel[] => [...Map.groupBy(channels, ({ input }) => topicsOf(input)).values()].flat();

const topicsOf = ({ subscriptions }: DigestInput): string =>
  subscriptions.map(({ subscription }) => subscription.topic).join('\n');
