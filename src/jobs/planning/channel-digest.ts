import {
  type Digest,
  type DigestCandidates,
  findCandidates,
  makeDigest,
  markLate,
  unposted,
} from '../../digests/digest.ts';
import { filterOf } from '../../digests/paper-filter.ts';
import { readLanguageName } from '../../language/names.ts';
import type { PaperId } from '../../papers/paper.ts';
import type { DigestInput, Store } from '../../store/store.ts';
import type { LocalDate } from '../../time.ts';
import { followedTopics, lastSeenNews } from './followed-topics.ts';
import type { RoundMatches } from './round-matches.ts';

/** The store's knowledge of the papers that a channel received. */
export type PostedPapers = Pick<Store, 'postedPapers' | 'latePapers'>;

/** The channel's digest of the news that it has not received. Its topics must have been matched: see `matchNews`. */
export async function buildDigest(input: DigestInput, date: LocalDate, matches: RoundMatches, store: PostedPapers) {
  const { channelId, maxPapers, ranking } = input.channel;
  const subscriptions = followedTopics(input);
  const news = await matches.newsAfter(lastSeenNews(input));
  const filter = filterOf(input.channel);
  const request = { channelId, date, subscriptions, news, reader: matches, maxPapers, ranking, filter };
  const candidates = findCandidates(request);
  const posted = await store.postedPapers(channelId, candidates.ids);
  const digest = makeDigest(request, candidates, posted);
  const late = await store.latePapers(channelId, idsToCheck(digest, candidates, posted));
  const consideredNewsNumber = news.at(-1)?.newsNumber ?? input.consideredNewsNumber;
  const { layout, kind, mentionRoleId, language } = input.channel;
  const settings = {
    layout,
    language: readLanguageName(language),
    ...(mentionRoleId === null ? {} : { mentionRoleId }),
    ...(kind === 'forum' ? { isPost: true } : {}),
  };
  return {
    digest: { ...markLate(digest, late, candidates), ...settings },
    /** What the digest was cut from, best first. */
    ranked: () => unposted(posted, candidates),
    consideredNewsNumber,
  };
}

/** The papers that may be late: all that match where they are counted by category, otherwise those that are shown. */
function idsToCheck(digest: Digest, { ids }: DigestCandidates, posted: ReadonlySet<PaperId>): readonly PaperId[] {
  if (digest.matchedIn === undefined)
    return digest.items.flatMap(({ paper, duplicates = [] }) => [paper, ...duplicates].map(({ id }) => id));
  return ids.filter((id) => !posted.has(id));
}
