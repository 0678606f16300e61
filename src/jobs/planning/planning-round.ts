import type { Poster } from '../../discord/posting/poster.ts';
import type { Clock, Logger, Meter } from '../../ports.ts';
import type { PaperSource } from '../../sources/source.ts';
import type { Store } from '../../store/store.ts';
import { createListingReadiness, type ListingReadiness } from './listing-readiness.ts';
import { createRoundMatches, type RoundMatches } from './round-matches.ts';

export interface PlanTools {
  readonly store: Store;
  readonly poster: Poster;
  readonly sources: readonly PaperSource[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly meter?: Meter;
}

/** The listings and news of one round of planning. All its channels share them. */
export interface PlanningRound {
  readonly readiness: ListingReadiness;
  readonly matches: RoundMatches;
}

export const createPlanningRound = ({ store, sources, clock }: PlanTools): PlanningRound => ({
  readiness: createListingReadiness(sources, store, clock()),
  matches: createRoundMatches(store),
});
