import type { LocalDate } from '../papers/listing.ts';
import type { PaperId } from '../papers/paper.ts';
import { askedCategories, isInCategory } from '../topics/matching/asked-categories.ts';
import { type DigestItem, digestItem } from './digest-item.ts';
import { createNewsReader, type NewsReader } from './news.ts';
import type { DigestNotes } from './notes.ts';
import { rankPapers } from './ranking.ts';
import { distinctTopics, type SelectedPaper, type SelectionInput, selectPapers } from './selection.ts';

/** What channels with the same topics have in common: their papers, best first. */
interface DigestContent {
  /** Canonical topics of the channel's subscriptions, in their order. */
  readonly topics: readonly string[];
  /** At most the channel's maximum. */
  readonly items: readonly DigestItem[];
  /** How many papers matched, shown or not. */
  readonly matchedCount: number;
  /** How many papers became news since the channel's last digest. */
  readonly announcedCount: number;
  /** How many papers matched in each of the categories that were asked for; absent where none was. */
  readonly matchedIn?: Readonly<Record<string, number>>;
}

/** One channel's papers for one day. */
export interface Digest extends DigestContent {
  readonly channelId: string;
  /** The day in the channel's own zone. */
  readonly date: LocalDate;
  /** Absent in a preview. */
  readonly notes?: DigestNotes;
}

export interface DigestRequest extends SelectionInput {
  readonly channelId: string;
  /** The day that the digest is for, in the channel's own zone. */
  readonly date: LocalDate;
  /** At most this many papers are shown, the best ones. */
  readonly maxPapers: number;
  /** Which of these papers the channel was given before: they do not come again. */
  readonly postedAmong: (ids: readonly PaperId[]) => ReadonlySet<PaperId>;
}

/** Selects, ranks and cuts: what the channel gets for that day. No items on a quiet day. */
export function makeDigest(request: DigestRequest): Digest {
  const { channelId, date, reader = createNewsReader(request.news) } = request;
  const candidates = candidatesFor(request, reader);
  const posted = request.postedAmong(candidates.ids);
  return { channelId, date, ...(posted.size === 0 ? candidates.content() : contentWithout(posted, candidates)) };
}

/** What matches the topics of a channel, before anyone asks what the channel was given before. */
interface Candidates {
  readonly request: DigestRequest;
  readonly reader: NewsReader;
  /** Best first. */
  readonly ranked: readonly SelectedPaper[];
  readonly ids: readonly PaperId[];
  /** The digest of a channel that was given none of them. */
  readonly content: () => DigestContent;
}

// A memo and no state: channels that follow the same topics are planned one after another.
const latest = new WeakMap<NewsReader, Candidates>();

function candidatesFor(request: DigestRequest, reader: NewsReader): Candidates {
  const known = latest.get(reader);
  if (known !== undefined && areAlike(known.request, request)) return known;
  const candidates = findCandidates(request, reader);
  latest.set(reader, candidates);
  return candidates;
}

const areAlike = (one: DigestRequest, other: DigestRequest): boolean =>
  one.news === other.news &&
  one.maxPapers === other.maxPapers &&
  one.subscriptions.length === other.subscriptions.length &&
  one.subscriptions.every(({ topic, newsAfter }, index) => {
    const subscription = other.subscriptions[index];
    return subscription?.newsAfter === newsAfter && subscription.topic.canonical === topic.canonical;
  });

function findCandidates(request: DigestRequest, reader: NewsReader): Candidates {
  const ranked = rankPapers(selectPapers({ ...request, reader }));
  let content: DigestContent | undefined;
  const candidates: Candidates = {
    request,
    reader,
    ranked,
    ids: ranked.map(({ news }) => news.paper.id),
    content: () => {
      content ??= contentWithout(new Set(), candidates);
      return content;
    },
  };
  return candidates;
}

function contentWithout(posted: ReadonlySet<PaperId>, { request, reader, ranked }: Candidates): DigestContent {
  const { subscriptions, news, maxPapers } = request;
  const papers = ranked.filter((selected) => !posted.has(selected.news.paper.id));
  const asked = askedCategories(subscriptions.map(({ topic }) => topic));
  return {
    topics: distinctTopics(subscriptions).map(({ topic }) => topic.canonical),
    items: papers.slice(0, maxPapers).map((selected) => digestItem(selected, reader)),
    matchedCount: papers.length,
    announcedCount: news.length,
    ...(asked.length === 0 ? {} : { matchedIn: countByCategory(papers, asked) }),
  };
}

const countByCategory = (papers: readonly SelectedPaper[], asked: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    asked.map((category) => [
      category,
      papers.filter(({ news }) => isInCategory(news.paper.categories, category)).length,
    ]),
  );
