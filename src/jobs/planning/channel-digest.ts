import { cooperate } from '../../cooperate.ts';
import {
  type Digest,
  type DigestCandidates,
  findCandidates,
  makeDigest,
  markLate,
  unposted,
} from '../../digests/digest.ts';
import { createFeedback, type Feedback } from '../../digests/feedback.ts';
import { filterOf } from '../../digests/paper-filter.ts';
import { ownerOf } from '../../digests/personal-guild.ts';
import type { RankedPapers } from '../../digests/ranking.ts';
import { memoByObject } from '../../memo.ts';
import type { PaperId } from '../../papers/paper.ts';
import type { DigestInput, Store } from '../../store/store.ts';
import type { LocalDate } from '../../time.ts';
import { followedTopics, lastSeenNews } from './followed-topics.ts';
import { findLatePapers } from './late-papers.ts';
import type { RoundMatches } from './round-matches.ts';

/** The store's knowledge of the papers that a channel received. */
export type PostedPapers = Pick<Store, 'postedPapers' | 'papersShownTo' | 'earlierListings'>;

/** The channel's digest of the news that it has not received. Its topics must have been matched: see `matchNews`. */
export async function buildDigest(input: DigestInput, date: LocalDate, matches: RoundMatches, store: PostedPapers) {
  const { channelId, maxPapers, ranking } = input.channel;
  const subscriptions = followedTopics(input);
  const news = await matches.newsAfter(lastSeenNews(input));
  const filter = filterOf(input.channel);
  const feedback = await readFeedback(input, matches);
  const request = {
    channelId,
    date,
    subscriptions,
    news,
    reader: matches,
    maxPapers,
    ranking,
    filter,
    ...(feedback && { feedback }),
  };
  const candidates = findCandidates(request);
  const posted = await readPosted(input, candidates.ids, store);
  const digest = makeDigest(request, candidates, posted);
  const late = await findLatePapers(channelId, idsToCheck(digest, candidates, posted), matches.listingsOf, store);
  const consideredNewsNumber = news.at(-1)?.newsNumber ?? input.consideredNewsNumber;
  const { layout, kind, mentionRoleId, language } = input.channel;
  const settings = {
    layout,
    language,
    ...(mentionRoleId === null ? {} : { mentionRoleId }),
    ...(kind === 'forum' ? { isPost: true } : {}),
    ...(input.hasClub ? { hasClub: true } : {}),
  };
  return {
    digest: { ...markLate(digest, late, candidates), ...settings },
    /** What the digest was cut from, best first. */
    ranked: (): RankedPapers => ({ ...candidates.ranked, papers: unposted(posted, candidates) }),
    consideredNewsNumber,
  };
}

const feedbackOf = memoByObject(createFeedback);

/** What people of the channel marked, and how that moves each match. Null if they marked nothing, as nearly everywhere. */
async function readFeedback(input: DigestInput, matches: RoundMatches): Promise<Feedback | null> {
  if (input.marks.length === 0) return null;
  const feedback = feedbackOf(input.marks);
  await cooperate(weighMoves(input, feedback, matches));
  return feedback;
}

function* weighMoves(input: DigestInput, feedback: Feedback, matches: RoundMatches): Generator<void> {
  for (const { topic, newsAfter } of followedTopics(input)) {
    yield* feedback.learn(topic);
    for (const news of matches.matchesOf(topic).news) {
      if (news.newsNumber <= newsAfter) continue;
      feedback.moveOf(topic, matches.textOf(news));
      yield;
    }
  }
}

/** The papers that the channel received. If it is a personal one whose owner wants that: or that a server showed its owner. */
async function readPosted(
  { channel: { channelId, guildId, omitsSeen } }: DigestInput,
  ids: readonly PaperId[],
  store: PostedPapers,
): Promise<ReadonlySet<PaperId>> {
  const posted = await store.postedPapers(channelId, ids);
  const owner = omitsSeen ? ownerOf(guildId) : null;
  return owner === null ? posted : posted.union(await store.papersShownTo(owner, ids));
}

/** The papers that may be late: all that match where they are counted by category, otherwise those that are shown. */
function idsToCheck(digest: Digest, { ids }: DigestCandidates, posted: ReadonlySet<PaperId>): readonly PaperId[] {
  if (digest.matchedIn === undefined)
    return digest.items.flatMap(({ paper, duplicates = [] }) => [paper, ...duplicates].map(({ id }) => id));
  return ids.filter((id) => !posted.has(id));
}
