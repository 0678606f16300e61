import type { Paper, PaperExtras } from './paper.ts';

/** What a service beside the sources tells of a paper; what it does not tell is absent. */
export type Enrichment = Partial<PaperExtras> & { readonly comment?: string | null };

/** Stands for whoever describes a paper, where a service adds to it: its description counts less than any other. */
export const addition = 'enrichment';

/**
 * The paper as a telling that adds to what is known of it, to be merged: its description counts less than that of any
 * source, and it lists nothing.
 */
export const enriched = (paper: Paper, { comment, ...extras }: Enrichment): Paper => ({
  ...paper,
  describedBy: addition,
  version: null,
  comment: comment ?? null,
  extras: { ...paper.extras, ...extras },
});
