import { memoByObject, memoByPair } from '../memo.ts';
import type { AnnounceType } from '../papers/announce-type.ts';
import type { Paper } from '../papers/paper.ts';
import type { UpvoteTrend } from '../papers/upvotes.ts';
import { explainMatch } from '../topics/matching/explain.ts';
import { type Highlights, highlightsOf } from '../topics/matching/highlights.ts';
import { matchKnown } from '../topics/matching/match.ts';
import type { NewsReader } from './news.ts';
import type { SelectedPaper } from './selection.ts';

/** How many items are remembered; each takes about 4 kB with its card. */
const rememberedAtMost = 4_000;

/** The item of a paper in a digest. Channels that share the paper's topics share the item. */
export const digestItem = (selected: SelectedPaper, reader: NewsReader): DigestItem => itemsIn(reader)(selected);

const itemsIn = memoByObject((reader: NewsReader) =>
  memoByPair(
    rememberedAtMost,
    ({ news, topics }: SelectedPaper) => [news, topics.map(({ canonical }) => canonical).join('\n')],
    (selected) => describe(selected, reader),
  ),
);

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

/** A topic that a paper matched, and why, in words for the reader: `“diffusion” in the title`. */
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
  /** True where an earlier digest of the channel lacked the listing that has the paper. */
  readonly isLate?: true;
  /** The trend of its upvotes in the last day; absent where it has no upvotes. */
  readonly trend?: UpvoteTrend;
}
