import type { Paper, PaperExtras } from './paper.ts';

/** Facts about a paper from a service that is not a source. A fact that it does not know is absent. */
export type Enrichment = Partial<PaperExtras> & { readonly comment?: string | null };

/** The `describedBy` of a service's facts: their description counts less than that of any source. */
export const addition = 'enrichment';

/**
 * The paper with a service's facts, to be merged with the stored paper. Its description counts less than that of any
 * source, and it lists nothing.
 */
export const enriched = (paper: Paper, { comment, ...extras }: Enrichment): Paper => ({
  ...paper,
  describedBy: addition,
  version: null,
  comment: comment ?? null,
  extras: { ...paper.extras, ...extras },
});
