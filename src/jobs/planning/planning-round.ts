import type { DestinationKind } from '../../digests/destination.ts';
import type { ChannelPoster } from '../../discord/posting/poster.ts';
import type { Clock, Logger, Meter } from '../../ports.ts';
import type { DestinationPoster } from '../../posting/poster.ts';
import type { PaperSource } from '../../sources/source.ts';
import type { Store } from '../../store/store.ts';
import type { Percolator } from '../../topics/index/percolator.ts';
import type { KeptTopics } from './kept-topics.ts';
import { createListingReadiness, type ListingReadiness } from './listing-readiness.ts';
import { createRoundMatches, type RoundMatches } from './round-matches.ts';

export interface PlanTools {
  readonly store: Store;
  readonly poster: ChannelPoster;
  /** The posters of destinations, by their kind. Destinations of a kind without one get nothing. */
  readonly destinationPosters?: ReadonlyMap<DestinationKind, Pick<DestinationPoster, 'compose'>>;
  readonly sources: readonly PaperSource[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly meter?: Meter;
  /** The topics that the index keeps between rounds of due digests. Without it, each round begins with none. */
  readonly keptTopics?: KeptTopics;
}

/** The listings and news of one round of planning. All its channels share them. */
export interface PlanningRound {
  readonly readiness: ListingReadiness;
  readonly matches: RoundMatches;
}

/** @param index as for `createRoundMatches` */
export const createPlanningRound = ({ store, sources, clock }: PlanTools, index?: Percolator): PlanningRound => ({
  readiness: createListingReadiness(sources, store, clock()),
  matches: createRoundMatches(store, index),
});
