import { popularity } from '../../digests/popularity.ts';
import { crossShare } from '../../digests/ranking.ts';
import type { RankingName } from '../../digests/ranking-name.ts';
import { escapeToFit } from './escape.ts';
import { count, showNumber } from './numbers.ts';

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
  /** The topic in which it stands best, with its place there; null if it is not known any more. */
  readonly lead: { readonly topic: string; readonly place: number; readonly of: number } | null;
}

/**
 * `Place 4 of 16, by relevance: 2nd of 5 for **diffusion**. 43 upvotes raise it 6.6 times.` Of a digest that was made:
 * `Place 4 of 16. Digests here are ordered by upvotes; this paper has 43 upvotes.`
 */
export function showPaperPlace(shown: ShownPlace): string {
  const place = whichPlace(shown);
  if (!shown.isPast) return `${place}, ${orderOf(shown)}`;
  return `${place === '' ? '' : `${place}. `}Digests here are ordered ${orderOf(shown)}`;
}

function whichPlace({ place, of }: ShownPlace): string {
  if (place !== null) return `Place ${place}${of === null ? '' : ` of ${showNumber(of)}`}`;
  return of === null ? '' : `One of ${count(of, 'paper')} that matched`;
}

function orderOf({ ranking, upvotes, published, isCross, lead }: ShownPlace): string {
  switch (ranking) {
    case 'votes':
      return `by upvotes; this paper has ${count(upvotes ?? 0, 'upvote')}.`;
    case 'newest':
      return `by date; this paper ${published === null ? 'has none' : `is of ${published}`}.`;
    default: {
      const turn = lead === null ? '' : `: ${ordinal(lead.place)} of ${lead.of} for **${escapeToFit(lead.topic, 60)}**`;
      const raised = upvotes === null || upvotes === 0 ? '' : ` ${raisedBy(upvotes)}`;
      const lowered = isCross ? ` As a cross-list it counts ${crossShare} times.` : '';
      return `by relevance${turn}.${raised}${lowered}`;
    }
  }
}

const raisedBy = (upvotes: number): string =>
  `${count(upvotes, 'upvote')} ${upvotes === 1 ? 'raises' : 'raise'} it ${popularity(upvotes).toFixed(1)} times.`;

function ordinal(place: number): string {
  const teen = place % 100 > 10 && place % 100 < 14;
  const ending = teen ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[place % 10] ?? 'th');
  return `${place}${ending}`;
}

/**
 * `relevance 9.3 (14.0 is high)`
 * @param high that of a paper with all of the topic in its title; a paper that repeats it has more
 */
export const showRelevance = (relevance: number, high: number): string =>
  `relevance ${relevance.toFixed(1)} (${high.toFixed(1)} is high)`;
