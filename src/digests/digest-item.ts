import type { Saying } from '../language/saying.ts';
import { memoByObject, memoByPair } from '../memo.ts';
import type { AnnounceType } from '../papers/announce-type.ts';
import type { Paper } from '../papers/paper.ts';
import type { UpvoteTrend } from '../papers/upvotes.ts';
import { explainMatch } from '../topics/matching/explain.ts';
import { type Highlights, highlightsOf } from '../topics/matching/highlights.ts';
import { type Match, matchKnown, matchTopic } from '../topics/matching/match.ts';
import { readPaper } from '../topics/matching/paper-text.ts';
import type { Topic } from '../topics/topic.ts';
import type { NewsReader } from './news.ts';
import type { SelectedPaper } from './selection.ts';

/** How many items are remembered; each takes about 4 kB with its card. */
const rememberedAtMost = 4_000;

/** The item of a paper in a digest. Channels that share the paper's topics share the item. */
export const digestItem = (selected: SelectedPaper, reader: NewsReader): DigestItem =>
  selected.topics.every((topic) => reader.isShared?.(topic) ?? true)
    ? itemsIn(reader)(selected)
    : describe(selected, reader);

const itemsIn = memoByObject((reader: NewsReader) =>
  memoByPair(
    rememberedAtMost,
    ({ news, topics }: SelectedPaper) => [news, topics.map(({ canonical }) => canonical).join('\n')],
    (selected) => describe(selected, reader),
  ),
);

function describe({ news, topics }: SelectedPaper, reader: NewsReader): DigestItem {
  const { paper, announceType, duplicates } = news;
  const text = reader.textOf(news);
  const met = topics.map((topic) => ({
    topic,
    match: duplicates === undefined ? matchKnown(topic, text) : matchTopic(topic, text),
  }));
  return {
    paper,
    announceType,
    matches: met.map(({ topic, match }) => ({
      canonical: topic.canonical,
      why: explainMatch(match ?? matchAmong(duplicates ?? [], topic)),
    })),
    highlights: highlightsOf(
      met.flatMap(({ match }) => match ?? []),
      paper,
    ),
    ...(duplicates === undefined ? {} : { duplicates }),
  };
}

/** Why one of a paper's duplicates matches a topic that the paper itself does not match. */
function matchAmong(duplicates: readonly Paper[], topic: Topic): Match {
  const found = duplicates.map((duplicate) => matchTopic(topic, readPaper(duplicate)));
  return found.find((match) => match !== null) ?? { reasons: [] };
}

/** A topic that a paper matched, and why, for the reader: `“diffusion” in the title`. */
export interface MatchedTopic {
  readonly canonical: string;
  readonly why: readonly Saying[];
}

export interface DigestItem {
  readonly paper: Paper;
  readonly announceType: AnnounceType;
  /** One or more. */
  readonly matches: readonly MatchedTopic[];
  readonly highlights: Highlights;
  /** The papers of other places that are most likely the same work. Absent where there is none. */
  readonly duplicates?: readonly Paper[];
  /** True where an earlier digest of the channel lacked the listing that has the paper. */
  readonly isLate?: true;
  /** The trend of its upvotes in the last day; absent where it has no upvotes. */
  readonly trend?: UpvoteTrend;
}
