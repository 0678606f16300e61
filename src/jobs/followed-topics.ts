import type { FollowedTopic } from '../digests/selection.ts';
import type { DigestInput } from '../store/store.ts';
import { parseTopic } from '../topics/parse.ts';
import type { Topic } from '../topics/topic.ts';

/** What the channel follows, each topic since its subscription or since the last digest, whichever is later. */
export const followedTopics = (input: DigestInput): readonly FollowedTopic[] =>
  input.subscriptions.map(({ subscription, newsAfter }) => ({
    topic: parseStoredTopic(subscription.topic),
    newsAfter: Math.max(newsAfter, input.consideredNewsNumber),
  }));

function parseStoredTopic(text: string): Topic {
  const parsed = parseTopic(text);
  if (parsed.ok) return parsed.topic;
  throw new Error(`the stored topic "${text}" cannot be read: ${parsed.error.message}`);
}
