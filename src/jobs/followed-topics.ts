import type { FollowedTopic } from '../digests/selection.ts';
import type { DigestInput } from '../store/store.ts';
import { parseTopic } from '../topics/language/parse.ts';
import type { Topic } from '../topics/topic.ts';

// Memos and no state: a plan asks for a channel's topics more than once, and channels share theirs.
const followed = new WeakMap<DigestInput, readonly FollowedTopic[]>();
const parsedTopics = new Map<string, Topic>();
const parsedAtMost = 2_000;

/** What the channel follows, each topic since its subscription or since the last digest, whichever is later. */
export function followedTopics(input: DigestInput): readonly FollowedTopic[] {
  const known = followed.get(input) ?? readSubscriptions(input);
  followed.set(input, known);
  return known;
}

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

/** Channels with the same topics one after another, otherwise in their order: what they share is made once. */
export const alikeTogether = <Channel extends { readonly input: DigestInput }>(
  channels: readonly Channel[],
): readonly Channel[] => [...Map.groupBy(channels, ({ input }) => topicsOf(input)).values()].flat();

const topicsOf = ({ subscriptions }: DigestInput): string =>
  subscriptions.map(({ subscription }) => subscription.topic).join('\n');
