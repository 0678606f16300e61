import type { FollowedTopic } from '../../digests/selection.ts';
import type { DigestInput } from '../../store/store.ts';
import { parseTopic } from '../../topics/language/parse.ts';
import type { Topic } from '../../topics/topic.ts';

// Caches: planning asks for a channel's topics more than once, and channels share topics.
const followed = new WeakMap<DigestInput, readonly FollowedTopic[]>();
const parsedTopics = new Map<string, Topic>();
const parsedAtMost = 2_000;

/** The topics of a channel, each with the news number of its subscription or of the last digest, the later one. */
export function followedTopics(input: DigestInput): readonly FollowedTopic[] {
  const known = followed.get(input) ?? readSubscriptions(input);
  followed.set(input, known);
  return known;
}

/** The number after which news is new to at least one of the channel's topics. Infinite if it follows none. */
export const lastSeenNews = (input: DigestInput): number =>
  followedTopics(input).reduce((least, { newsAfter }) => Math.min(least, newsAfter), Number.POSITIVE_INFINITY);

const readSubscriptions = ({ subscriptions, consideredNewsNumber }: DigestInput): readonly FollowedTopic[] =>
  subscriptions.map(({ subscription, newsAfter }) => ({
    topic: readStoredTopic(subscription.topic),
    newsAfter: Math.max(newsAfter, consideredNewsNumber),
  }));

function readStoredTopic(text: string): Topic {
  const known = parsedTopics.get(text) ?? parseStoredTopic(text);
  if (parsedTopics.size >= parsedAtMost) parsedTopics.clear();
  parsedTopics.set(text, known);
  return known;
}

function parseStoredTopic(text: string): Topic {
  const parsed = parseTopic(text);
  if (parsed.ok) return parsed.topic;
  throw new Error(`the stored topic "${text}" cannot be read: ${parsed.error.message}`);
}

/** Sorts channels so that those with the same topics follow each other: what they share is then made once. */
export const alikeTogether = <Channel extends { readonly input: DigestInput }>(
  channels: readonly Channel[],
): readonly Channel[] => [...Map.groupBy(channels, ({ input }) => topicsOf(input)).values()].flat();

const topicsOf = ({ subscriptions }: DigestInput): string =>
  subscriptions.map(({ subscription }) => subscription.topic).join('\n');
