import type { AnnounceType, LocalDate } from '../papers/listing.ts';
import type { Paper } from '../papers/paper.ts';
import type { UpvoteTrend } from '../papers/upvotes.ts';
import { askedCategories, isInCategory } from '../topics/asked-categories.ts';
import { explainMatch } from '../topics/explain.ts';
import { type Highlights, highlightsOf } from '../topics/highlights.ts';
import type { DigestNotes } from './notes.ts';
import { rankPapers } from './ranking.ts';
import { distinctTopics, type SelectedPaper, type SelectionInput, selectPapers } from './selection.ts';

/** A paper that became news, with its place in the order in which papers did so. */
export interface NewsPaper {
  readonly paper: Paper;
  readonly announceType: AnnounceType;
  /** Grows by one with each paper that becomes news, over all sources; never reused. */
  readonly newsNumber: number;
}

/** One topic that a paper matched, and why, in words fit for a reader: `“diffusion” in the title`. */
export interface MatchedTopic {
  readonly canonical: string;
  readonly why: readonly string[];
}

export interface DigestItem {
  readonly paper: Paper;
  readonly announceType: AnnounceType;
  /** One or more. */
  readonly matches: readonly MatchedTopic[];
  readonly highlights: Highlights;
  /** True where an earlier digest of the channel went without the listing that the paper is in. */
  readonly isLate?: true;
  /** How its upvotes moved in the last day; absent where it has none. */
  readonly trend?: UpvoteTrend;
}

/** One channel's papers for one day, best first. */
export interface Digest {
  readonly channelId: string;
  /** The day in the channel's own zone. */
  readonly date: LocalDate;
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
  /** Absent in a preview. */
  readonly notes?: DigestNotes;
}

export interface DigestRequest extends SelectionInput {
  readonly channelId: string;
  /** The day that the digest is for, in the channel's own zone. */
  readonly date: LocalDate;
  /** At most this many papers are shown, the best ones. */
  readonly maxPapers: number;
}

/** Selects, ranks and cuts: what the channel gets for that day. No items on a quiet day. */
export function makeDigest(request: DigestRequest): Digest {
  const ranked = rankPapers(selectPapers(request));
  const asked = askedCategories(request.subscriptions.map(({ topic }) => topic));
  return {
    channelId: request.channelId,
    date: request.date,
    topics: distinctTopics(request.subscriptions).map(({ topic }) => topic.canonical),
    items: ranked.slice(0, request.maxPapers).map(digestItem),
    matchedCount: ranked.length,
    announcedCount: request.news.length,
    ...(asked.length === 0 ? {} : { matchedIn: countByCategory(ranked, asked) }),
  };
}

const countByCategory = (papers: readonly SelectedPaper[], asked: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    asked.map((category) => [
      category,
      papers.filter(({ news }) => isInCategory(news.paper.categories, category)).length,
    ]),
  );

// A memo and no state: what a paper is there for is put into words once for the channels that follow the same topics.
// They are planned one after another; with so many topics that it gets full, hardly any two share theirs.
const items = new Map<NewsPaper, Map<string, DigestItem>>();
const papersRemembered = 500;
const itemsRemembered = 8;

function digestItem(selected: SelectedPaper): DigestItem {
  const { news, matches } = selected;
  const ofPaper = items.get(news) ?? new Map<string, DigestItem>();
  const topics = matches.map(({ topic }) => topic.canonical).join('\n');
  const known = ofPaper.get(topics);
  if (known !== undefined) return known;
  if (items.size >= papersRemembered) items.clear();
  if (ofPaper.size >= itemsRemembered) ofPaper.clear();
  const item = describe(selected);
  items.set(news, ofPaper.set(topics, item));
  return item;
}

const describe = ({ news, matches }: SelectedPaper): DigestItem => ({
  paper: news.paper,
  announceType: news.announceType,
  matches: matches.map(({ topic, match }) => ({ canonical: topic.canonical, why: explainMatch(match) })),
  highlights: highlightsOf(
    matches.map(({ match }) => match),
    news.paper,
  ),
});
