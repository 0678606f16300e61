import { type Digest, findCandidates, makeDigest } from '../../digests/digest.ts';
import type { DigestInput, Store } from '../../store/store.ts';
import type { LocalDate } from '../../time.ts';
import { followedTopics, lastSeenNews } from './followed-topics.ts';
import type { RoundMatches } from './round-matches.ts';

/** The store's knowledge of the papers that a channel received. */
export type PostedPapers = Pick<Store, 'postedPapers' | 'latePapers'>;

/** The channel's digest of the news that it has not received. Its topics must have been matched: see `matchNews`. */
export async function buildDigest(input: DigestInput, date: LocalDate, matches: RoundMatches, store: PostedPapers) {
  const { channelId, maxPapers } = input.channel;
  const subscriptions = followedTopics(input);
  const news = await matches.newsAfter(lastSeenNews(input));
  const request = { channelId, date, subscriptions, news, reader: matches, maxPapers };
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
