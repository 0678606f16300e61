import { cooperate } from '../../cooperate.ts';
import { learnTopics } from '../../digests/learned-topics.ts';
import type { Store } from '../../store/store.ts';
import { parseCanonical } from '../../topics/language/parse.ts';
import type { Learned } from '../rendering/settings/learned.ts';

/** What a channel learned from the marks on its papers; null if there are none. */
export async function readLearned(
  channelId: string,
  store: Pick<Store, 'channel' | 'digestInput' | 'meaning'>,
): Promise<Learned | null> {
  if ((await store.channel(channelId)) === null) return null;
  const { marks, subscriptions } = await store.digestInput(channelId);
  if (marks.length === 0) return null;
  const topics = subscriptions.flatMap(({ subscription: { topic } }) => {
    const parsed = parseCanonical(topic, store.meaning);
    return parsed.ok ? [parsed.topic] : [];
  });
  return {
    marks: marks.reduce((sum, { more, less }) => sum + more + less, 0),
    topics: await cooperate(learnTopics(marks, topics)),
  };
}
