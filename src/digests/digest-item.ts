import type { AnnounceType } from '../papers/announce-type.ts';
import type { Paper } from '../papers/paper.ts';
import type { UpvoteTrend } from '../papers/upvotes.ts';
import { explainMatch } from '../topics/matching/explain.ts';
import { type Highlights, highlightsOf } from '../topics/matching/highlights.ts';
import { matchKnown } from '../topics/matching/match.ts';
import type { NewsPaper, NewsReader } from './news.ts';
import type { SelectedPaper } from './selection.ts';

/** Items that channels share, by paper and by what it is there for. */
interface KnownItems {
  byPaper: Map<NewsPaper, Map<string, DigestItem>>;
  count: number;
}

// A memo and no state: what a paper is there for is put into words once for the channels that share the topic.
const known = new WeakMap<NewsReader, KnownItems>();
/** Some 4 kB each, with their cards. */
const rememberedAtMost = 4_000;

/** What a digest says of a paper. */
export function digestItem(selected: SelectedPaper, reader: NewsReader): DigestItem {
  const items = known.get(reader) ?? { byPaper: new Map(), count: 0 };
  known.set(reader, items);
  const ofPaper = items.byPaper.get(selected.news) ?? new Map<string, DigestItem>();
  const key = selected.topics.map(({ canonical }) => canonical).join('\n');
  const item = ofPaper.get(key);
  if (item !== undefined) return item;
  const described = describe(selected, reader);
  if (items.count >= rememberedAtMost) known.set(reader, { byPaper: new Map(), count: 0 });
  else remember(selected.news, ofPaper.set(key, described), items);
  return described;
}

function remember(news: NewsPaper, ofPaper: Map<string, DigestItem>, items: KnownItems): void {
  items.byPaper.set(news, ofPaper);
  items.count += 1;
}

function describe({ news, topics }: SelectedPaper, reader: NewsReader): DigestItem {
  const text = reader.textOf(news);
  const met = topics.map((topic) => ({ canonical: topic.canonical, match: matchKnown(topic, text) }));
  return {
    paper: news.paper,
    announceType: news.announceType,
    matches: met.map(({ canonical, match }) => ({ canonical, why: explainMatch(match) })),
    highlights: highlightsOf(
      met.map(({ match }) => match),
      news.paper,
    ),
  };
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
