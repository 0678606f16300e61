import type { Enrichment } from '../papers/enrichment.ts';
import type { Paper, PaperId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';

/** What services beside the sources add to papers. */
export interface EnrichmentVerbs {
  /**
   * Papers that the service was not asked of since `askedBefore`: those that are wanted, in their order, then the newest
   * news since `newsSince`.
   */
  papersToEnrich(search: EnrichmentSearch): Promise<readonly Paper[]>;
  /** Adds the enrichments to their papers and remembers which papers were asked for. What a source said stays. */
  recordEnrichment(answer: EnrichmentAnswer): Promise<void>;
  /** How far the service was asked, or null where it never was. */
  enrichmentService(service: string): Promise<EnrichmentServiceRecord | null>;
  putEnrichmentService(record: EnrichmentServiceRecord): Promise<void>;
}

export interface EnrichmentSearch {
  readonly service: string;
  readonly wanted: readonly PaperId[];
  readonly askedBefore: Instant;
  /** Absent: those wanted alone. */
  readonly newsSince?: Instant;
  readonly limit: number;
}

/** What a service answered about the papers that it was asked for. */
export interface EnrichmentAnswer {
  readonly service: string;
  readonly asked: readonly PaperId[];
  readonly enrichments: ReadonlyMap<PaperId, Enrichment>;
  readonly at: Instant;
}

export interface EnrichmentServiceRecord {
  readonly service: string;
  /** The day, in UTC, that `requests` counts. */
  readonly day: LocalDate;
  readonly requests: number;
  /** Requests in a row that failed. */
  readonly failures: number;
  /** Until when it is left alone; null where it may be asked. */
  readonly restsUntil: Instant | null;
  /** Why the last request failed; null where it did not. */
  readonly reason: string | null;
}
