import type { Enrichment } from '../papers/enrichment.ts';
import type { Paper, PaperId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';

/** Verbs for what services other than the sources add to papers. */
export interface EnrichmentVerbs {
  /**
   * Papers that the service was not asked about since `askedBefore`: first the wanted ones in their order, then the
   * newest news since `newsSince`.
   */
  papersToEnrich(search: EnrichmentSearch): Promise<readonly Paper[]>;
  /** Adds the enrichments to their papers, and records which papers were asked about. The data of a source stays. */
  recordEnrichment(answer: EnrichmentAnswer): Promise<void>;
  /** The service's record, or null if it was never asked. */
  enrichmentService(service: string): Promise<EnrichmentServiceRecord | null>;
  putEnrichmentService(record: EnrichmentServiceRecord): Promise<void>;
}

export interface EnrichmentSearch {
  readonly service: string;
  readonly wanted: readonly PaperId[];
  readonly askedBefore: Instant;
  /** If absent, only wanted papers are returned. */
  readonly newsSince?: Instant;
  readonly limit: number;
}

/** What a service answered about the papers that it was asked about. */
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
  /** When the service may be asked again; null if it may be asked now. */
  readonly restsUntil: Instant | null;
  /** Why the last request failed; null if it succeeded. */
  readonly reason: string | null;
}
