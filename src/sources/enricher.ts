import type { Enrichment } from '../papers/enrichment.ts';
import type { Paper, PaperId } from '../papers/paper.ts';

/** A service that adds facts to papers. It is optional: nothing waits for it. */
export interface Enricher {
  /** The id in the store: `semantic-scholar`. */
  readonly id: string;
  /** The name for people: `Semantic Scholar`. */
  readonly name: string;
  /** How many papers one request has at most. */
  readonly papersPerRequest: number;
  /** Whether spare room in a request is filled with other recent papers. */
  readonly takesAnyNews: boolean;
  /** How many requests it receives a day at most. */
  readonly requestsPerDay: number;
  /** How long its facts about a paper are current, in milliseconds. */
  readonly refreshMs: number;
  /** Whether it can add anything to the paper. */
  canTell(paper: Paper): boolean;
  /**
   * Fetches facts about at most `papersPerRequest` papers. Unknown papers are missing from the result.
   * @throws SourceError where the request failed, for all of the papers
   */
  tell(papers: readonly Paper[], signal: AbortSignal): Promise<ReadonlyMap<PaperId, Enrichment>>;
}
