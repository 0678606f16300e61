import { type Digest, makeDigest } from '../digests/digest.ts';
import type { FollowedTopic } from '../digests/selection.ts';
import type { LocalDate } from '../papers/listing.ts';
import type { DigestInput } from '../store/store.ts';
import { followedTopics } from './followed-topics.ts';
import type { RoundMatches } from './round-matches.ts';

/** Fetches the news for these channels, and matches their topics. */
export async function readNews(inputs: readonly DigestInput[], desk: RoundMatches): Promise<void> {
  const followed = inputs.flatMap(followedTopics);
  const topics = followed.map(({ topic }) => topic);
  await desk.newsAfter(firstNeeded(followed));
  await desk.matchTopics(topics);
  await desk.weighMatches(topics);
}

/** The news after this number are those that anyone of the followers has not had. */
const firstNeeded = (followed: readonly FollowedTopic[]): number =>
  followed.reduce((least, { newsAfter }) => Math.min(least, newsAfter), Number.POSITIVE_INFINITY);

/** The digest that the channel's subscriptions make of the news that it has not had. */
export async function buildDigest(input: DigestInput, date: LocalDate, desk: RoundMatches) {
  const subscriptions = followedTopics(input);
  const news = await desk.newsAfter(firstNeeded(subscriptions));
  const digest = makeDigest({
    channelId: input.channel.channelId,
    date,
    subscriptions,
    news,
    postedAmong: input.postedPapers,
    reader: desk,
    maxPapers: input.channel.maxPapers,
  });
  const consideredNewsNumber = news.at(-1)?.newsNumber ?? input.consideredNewsNumber;
  return { digest: markLate(digest, input), consideredNewsNumber };
}

function markLate(digest: Digest, input: DigestInput): Digest {
  const late = input.latePapers(digest.items.map(({ paper }) => paper.id));
  if (late.size === 0) return digest;
  return { ...digest, items: digest.items.map((item) => (late.has(item.paper.id) ? { ...item, isLate: true } : item)) };
}
