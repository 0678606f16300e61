import type { LanguageName } from '../language/names.ts';
import { memoByObject, memoLast } from '../memo.ts';
import type { PaperId } from '../papers/paper.ts';
import type { LocalDate } from '../time.ts';
import { askedCategories, categoryTest } from '../topics/matching/asked-categories.ts';
import type { Topic } from '../topics/topic.ts';
import { type DigestItem, digestItem } from './digest-item.ts';
import { foldDuplicates, idsOfWork } from './duplicates/folding.ts';
import type { Feedback } from './feedback.ts';
import type { LayoutName } from './layout-name.ts';
import { createNewsReader, type NewsPaper, type NewsReader } from './news.ts';
import type { DigestNotes } from './notes.ts';
import { isSameFilter } from './paper-filter.ts';
import { type RankedPapers, rankPapers } from './ranking.ts';
import type { RankingName } from './ranking-name.ts';
import { distinctTopics, type SelectedPaper, type SelectionInput, selectPapers } from './selection.ts';

/**
 * How many of the papers over the maximum a digest remembers.
 * @internal
 */
export const leftOutAtMost = 200;

/** The part of a digest that channels with the same topics share: their papers, best first. */
interface DigestContent {
  /** Canonical topics of the channel's subscriptions, in their order. */
  readonly topics: readonly string[];
  /** At most the channel's maximum. */
  readonly items: readonly DigestItem[];
  /** How many papers matched, shown or not. */
  readonly matchedCount: number;
  /** The papers over the maximum, best first, at most `leftOutAtMost`. Absent if there is none. */
  readonly leftOut?: readonly PaperId[];
  /** How many papers became news since the channel's last digest. */
  readonly announcedCount: number;
  /** How many papers matched in each category that the topics name; absent where they name none. */
  readonly matchedIn?: Readonly<Record<string, number>>;
  /** How many of these are late: they are not of the day's listings. Absent where none is. */
  readonly lateIn?: Readonly<Record<string, number>>;
}

/** One channel's papers for one day. */
export interface Digest extends DigestContent {
  readonly channelId: string;
  /** The day in the channel's own zone. */
  readonly date: LocalDate;
  /** The layout of its messages; the default where absent. */
  readonly layout?: LayoutName;
  /** The role that it pings; absent if it pings nobody. */
  readonly mentionRoleId?: string;
  /** The language of its texts; English where absent. */
  readonly language?: LanguageName;
  /** Whether it becomes a post of a forum; absent where it does not. */
  readonly isPost?: boolean;
  /** Whether its channel has a journal club, whose people vote for its papers; absent where it has none. */
  readonly hasClub?: boolean;
  /** Absent in a preview. */
  readonly notes?: DigestNotes;
}

export interface DigestRequest extends SelectionInput {
  readonly channelId: string;
  /** The day that the digest is for, in the channel's own zone. */
  readonly date: LocalDate;
  /** At most this many papers are shown, the best ones. */
  readonly maxPapers: number;
  readonly ranking: RankingName;
  /** What its people marked. Absent where they marked nothing. */
  readonly feedback?: Feedback;
}

/**
 * The channel's digest for that day: its candidates without the papers that it received before, cut to its maximum.
 * A quiet day has no items.
 */
export const makeDigest = (
  { channelId, date }: DigestRequest,
  candidates: DigestCandidates,
  posted: ReadonlySet<PaperId>,
): Digest => ({
  channelId,
  date,
  ...(posted.size === 0 ? candidates.content() : contentWithout(posted, candidates)),
});

/** The papers that match the topics of a channel, whether or not it received them before. */
export interface DigestCandidates {
  readonly request: DigestRequest;
  readonly reader: NewsReader;
  readonly ranked: RankedPapers;
  /** The ids of these papers and of all their duplicates. */
  readonly ids: readonly PaperId[];
  /** The digest of a channel that received none of them before. */
  readonly content: () => DigestContent;
}

/** Selects and ranks. Channels with the same topics, news and maximum share the result. */
export const findCandidates = (request: DigestRequest): DigestCandidates =>
  candidatesIn(request.reader ?? createNewsReader(request.news))(request);

// Channels that follow the same topics are planned one after another.
const candidatesIn = memoByObject((reader: NewsReader) =>
  memoLast(areAlike, (request: DigestRequest) => readCandidates(request, reader)),
);

function areAlike(one: DigestRequest, other: DigestRequest): boolean {
  return (
    one.news === other.news &&
    one.maxPapers === other.maxPapers &&
    one.ranking === other.ranking &&
    isSameFilter(one.filter ?? null, other.filter ?? null) &&
    one.feedback === other.feedback &&
    one.subscriptions.length === other.subscriptions.length &&
    one.subscriptions.every(({ topic, newsAfter }, index) => {
      const subscription = other.subscriptions[index];
      return subscription?.newsAfter === newsAfter && subscription.topic.canonical === topic.canonical;
    })
  );
}

function readCandidates(request: DigestRequest, reader: NewsReader): DigestCandidates {
  const { ranking, feedback } = request;
  const moveOf = feedback && ((news: NewsPaper, topic: Topic) => feedback.moveOf(topic, reader.textOf(news)));
  const ranked = rankPapers(foldDuplicates(selectPapers({ ...request, reader })), ranking, moveOf);
  let content: DigestContent | undefined;
  const candidates: DigestCandidates = {
    request,
    reader,
    ranked,
    ids: idsOfAll(ranked.papers),
    content: () => {
      content ??= contentWithout(new Set(), candidates);
      return content;
    },
  };
  return candidates;
}

function idsOfAll(papers: readonly SelectedPaper[]): readonly PaperId[] {
  const ids: PaperId[] = [];
  for (const { news } of papers) {
    ids.push(news.paper.id);
    for (const { id } of news.duplicates ?? []) ids.push(id);
  }
  return ids;
}

/** The candidates that the channel has not received, best first. */
export const unposted = (posted: ReadonlySet<PaperId>, { ranked }: DigestCandidates): readonly SelectedPaper[] =>
  posted.size === 0 ? ranked.papers : ranked.papers.filter(({ news }) => !idsOfWork(news).some((id) => posted.has(id)));

function contentWithout(posted: ReadonlySet<PaperId>, candidates: DigestCandidates): DigestContent {
  const { request, reader } = candidates;
  const { subscriptions, news, maxPapers } = request;
  const papers = unposted(posted, candidates);
  const asked = askedCategories(subscriptions.map(({ topic }) => topic));
  const leftOut = papers.slice(maxPapers, maxPapers + leftOutAtMost).map(({ news: { paper } }) => paper.id);
  return {
    topics: distinctTopics(subscriptions).map(({ topic }) => topic.canonical),
    items: papers.slice(0, maxPapers).map((selected) => digestItem(selected, reader)),
    matchedCount: papers.length,
    announcedCount: news.length,
    ...(leftOut.length === 0 ? {} : { leftOut }),
    ...(asked.length === 0 ? {} : { matchedIn: countByCategory(papers, asked) }),
  };
}

/** The digest with its late papers marked, and counted apart from those of the day. */
export function markLate<Marked extends DigestContent>(
  digest: Marked,
  late: ReadonlySet<PaperId>,
  { ranked }: DigestCandidates,
): Marked {
  if (late.size === 0) return digest;
  const papers = ranked.papers.filter((selected) => isLate(selected, late));
  const lateIds = new Set(papers.map(({ news }) => news.paper.id));
  return {
    ...digest,
    items: digest.items.map((item) => (lateIds.has(item.paper.id) ? { ...item, isLate: true } : item)),
    ...(digest.matchedIn === undefined ? {} : { lateIn: countByCategory(papers, Object.keys(digest.matchedIn)) }),
  };
}

/** A work of which one paper is on time is not late. */
const isLate = ({ news, folded = [] }: SelectedPaper, late: ReadonlySet<PaperId>): boolean =>
  [news, ...folded].every(({ paper }) => late.has(paper.id));

const countByCategory = (papers: readonly SelectedPaper[], asked: readonly string[]): Record<string, number> =>
  Object.fromEntries(asked.map((category) => [category, countIn(papers, category)]));

// Hundreds of papers are counted for each of thousands of channels: nothing is looked up or made for each of them.
function countIn(papers: readonly SelectedPaper[], asked: string): number {
  const isAsked = categoryTest(asked);
  let count = 0;
  for (const { news, folded } of papers)
    if (isAsked(news.paper.categories) || folded?.some(({ paper }) => isAsked(paper.categories))) count += 1;
  return count;
}
