import { type Digest, findCandidates, makeDigest } from '../digests/digest.ts';
import type { FollowedTopic } from '../digests/selection.ts';
import type { LocalDate } from '../papers/listing.ts';
import type { DigestInput, Store } from '../store/store.ts';
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

/** The news after this number is new to at least one of the followers. */
const firstNeeded = (followed: readonly FollowedTopic[]): number =>
  followed.reduce((least, { newsAfter }) => Math.min(least, newsAfter), Number.POSITIVE_INFINITY);

/** What the store knows about the papers that a channel received. */
export type PostedPapers = Pick<Store, 'postedPapers' | 'latePapers'>;

/** The digest that the channel's subscriptions make of the news that it has not received. */
export async function buildDigest(input: DigestInput, date: LocalDate, desk: RoundMatches, store: PostedPapers) {
  const { channelId, maxPapers } = input.channel;
  const subscriptions = followedTopics(input);
  const news = await desk.newsAfter(firstNeeded(subscriptions));
  const request = { channelId, date, subscriptions, news, reader: desk, maxPapers };
  const candidates = findCandidates(request);
  const posted = await store.postedPapers(channelId, candidates.ids);
  const digest = makeDigest(request, candidates, posted);
  const consideredNewsNumber = news.at(-1)?.newsNumber ?? input.consideredNewsNumber;
  const { layout } = input.channel;
  return { digest: { ...(await markLate(digest, store)), layout }, consideredNewsNumber };
}

async function markLate(digest: Digest, store: PostedPapers): Promise<Digest> {
  const ids = digest.items.map(({ paper }) => paper.id);
  const late = await store.latePapers(digest.channelId, ids);
  if (late.size === 0) return digest;
  return { ...digest, items: digest.items.map((item) => (late.has(item.paper.id) ? { ...item, isLate: true } : item)) };
}
