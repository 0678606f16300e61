import { memoByObject, memoByPair } from '../memo.ts';
import type { AnnounceType } from '../papers/announce-type.ts';
import type { Paper } from '../papers/paper.ts';
import type { UpvoteTrend } from '../papers/upvotes.ts';
import { explainMatch } from '../topics/matching/explain.ts';
import { type Highlights, highlightsOf } from '../topics/matching/highlights.ts';
import { matchKnown } from '../topics/matching/match.ts';
import type { NewsReader } from './news.ts';
import type { SelectedPaper } from './selection.ts';

/** Some 4 kB each, with their cards. */
const rememberedAtMost = 4_000;

/** What a digest says of a paper. Channels that share the paper's topics share the item. */
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
