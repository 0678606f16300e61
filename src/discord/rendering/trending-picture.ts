import type { Say } from '../../language/say.ts';
import { gainsOver, type UpvoteWindow } from '../../papers/upvotes.ts';
import type { TrendingPaper } from '../../store/upvotes.ts';
import { plainLine } from './escape.ts';
import { altText, nameInAlt } from './stats-numbers.ts';
import type { WordedPicture } from './stats-pictures.ts';

/** How many pieces of the window the curve has. */
const pieces = 12;
/** With fewer counts, the times of the upvotes are too uncertain for a curve. */
const countsForCurve = 4;

export interface TrendingPictureFacts {
  readonly window: UpvoteWindow;
  /** What the picture shows: `Upvotes gained in the last 7 days`. */
  readonly subtitle: string;
  readonly papers: readonly TrendingPaper[];
}

/** The trending papers with their upvotes over the window. Null if none of them gained any. */
export function trendingPicture({ window, subtitle, papers }: TrendingPictureFacts, say: Say): WordedPicture | null {
  if (papers.every(({ trend }) => (trend.gained ?? 0) <= 0)) return null;
  const rows = papers.map(({ paper, trend: { gained, upvotes }, counts }) => ({
    label: plainLine(paper.title),
    note: gained === null ? say('stats.upvotes', { upvotes }) : say('stats.gained', { gained, upvotes }),
    gained: Math.max(0, gained ?? 0),
    gains: counts.length < countsForCurve ? [] : gainsOver(counts, window, pieces),
  }));
  const values = say.join(
    rows.map(({ label, note }, index) => `${index + 1}. ${nameInAlt(label)}: ${note}`),
    'clauses',
  );
  return {
    name: 'trending.png',
    picture: { title: say('stats.trending'), subtitle, panels: [{ kind: 'trends', rows }] },
    alt: altText([say('stats.altTrending', { title: `${say('stats.trending')}, ${subtitle}`, values })]),
  };
}
