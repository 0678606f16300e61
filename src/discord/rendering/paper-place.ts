import type { Move } from '../../digests/feedback.ts';
import { popularity } from '../../digests/popularity.ts';
import { crossShare } from '../../digests/ranking.ts';
import type { RankingName } from '../../digests/ranking-name.ts';
import type { Say } from '../../language/say.ts';
import { escapeToFit } from './escape.ts';

/** The label of each ranking by its name: what `/digest settings ranking` offers. */
export const rankingChoices: Readonly<Record<RankingName, string>> = {
  relevance: 'Most relevant first',
  votes: 'Most upvotes first',
  newest: 'Newest first',
};

/** The place of a paper among those that match in a digest, and what decides it. */
export interface ShownPlace {
  /** Counted from 1; null if it is not known any more. */
  readonly place: number | null;
  /** How many papers matched; null if it is not known any more. */
  readonly of: number | null;
  /** The ranking of the channel at present. */
  readonly ranking: RankingName;
  /** Whether the digest was made already, by a ranking and upvotes that may have changed since. */
  readonly isPast: boolean;
  readonly upvotes: number | null;
  /** The day of publication, or null. */
  readonly published: string | null;
  readonly isCross: boolean;
  /** How marks of the channel move it; null if there are none, or if that is not known any more. */
  readonly move: Move | null;
  /** The topic in which it stands best, with its place there; null if it is not known any more. */
  readonly lead: { readonly topic: string; readonly place: number; readonly of: number } | null;
}

/**
 * `Place 4 of 16, by relevance: 2nd of 5 for **diffusion**. 43 upvotes raise it 6.6 times.` Of a digest that was made:
 * `Place 4 of 16. Digests here are ordered by upvotes; this paper has 43 upvotes.`
 */
export function showPaperPlace(shown: ShownPlace, say: Say): string {
  const place = whichPlace(shown, say);
  const order = orderOf(shown, say);
  if (!shown.isPast) return say('trail.ordered', { place, order });
  return place === '' ? say('trail.orderedHere', { order }) : say('trail.placeAndOrder', { place, order });
}

function whichPlace({ place, of }: ShownPlace, say: Say): string {
  if (place !== null) return of === null ? say('trail.place', { place }) : say('trail.placeOf', { place, n: of });
  return of === null ? '' : say('trail.oneOf', { n: of });
}

function orderOf({ ranking, upvotes, published, isCross, move, lead }: ShownPlace, say: Say): string {
  switch (ranking) {
    case 'votes':
      return say('trail.byVotes', { n: upvotes ?? 0 });
    case 'newest':
      return published === null ? say('trail.byNoDate') : say('trail.byDate', { date: published });
    default:
      return [
        lead === null
          ? say('trail.byRelevance')
          : say('trail.byRelevanceFor', { place: lead.place, n: lead.of, topic: escapeToFit(lead.topic, 60) }),
        ...(upvotes === null || upvotes === 0 ? [] : [raisedBy(upvotes, say)]),
        ...(isCross ? [say('trail.lowered', { share: say.number(crossShare) })] : []),
        ...(move === null ? [] : [movedBy(move, say)]),
      ].join(' ');
  }
}

/** `3 marks raise it 1.8 times.` Marks are presses of “More like this” and “Less like this”. */
function movedBy({ marks: n, raise }: Move, say: Say): string {
  if (Math.abs(raise - 1) < leastMove) return say('trail.unmoved', { n });
  const times = say.number(raise > 1 ? raise : 1 / raise, 1);
  return say(raise > 1 ? 'trail.raisedByMarks' : 'trail.loweredByMarks', { n, times });
}

/** Less than that is shown as nothing. */
const leastMove = 0.05;

const raisedBy = (n: number, say: Say): string => say('trail.raised', { n, times: say.number(popularity(n), 1) });

/**
 * `relevance 9.3 (14.0 is high)`
 * @param high that of a paper with all of the topic in its title; a paper that repeats it has more
 */
export const showRelevance = (relevance: number, high: number, say: Say): string =>
  say('trail.relevance', { relevance: say.number(relevance, 1), high: say.number(high, 1) });
