import type { Enrichment } from '../papers/enrichment.ts';
import type { Paper, PaperId } from '../papers/paper.ts';

/** A service that adds to papers what their sources do not tell. Optional: nothing waits for it. */
export interface Enricher {
  /** As it is remembered: `semantic-scholar`. */
  readonly id: string;
  /** As people know it: `Semantic Scholar`. */
  readonly name: string;
  /** Of how many papers it is asked at once. */
  readonly papersPerRequest: number;
  /** What is left of a request when the papers that digests will show are in it is filled with further news. */
  readonly takesAnyNews: boolean;
  /** How many requests it gets a day at most. */
  readonly requestsPerDay: number;
  /** How long what it said of a paper stands, in milliseconds. */
  readonly refreshMs: number;
  /** Whether it can add anything to the paper. */
  canTell(paper: Paper): boolean;
  /**
   * What it tells of the papers, at most `papersPerRequest`; those that it does not know are missing.
   * @throws SourceError where it cannot be asked; nothing is known then of any of them
   */
  tell(papers: readonly Paper[], signal: AbortSignal): Promise<ReadonlyMap<PaperId, Enrichment>>;
}
