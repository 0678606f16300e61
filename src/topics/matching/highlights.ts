import type { Paper } from '../../papers/paper.ts';
import type { Place, Reason } from '../operators/operator.ts';
import { operatorOf } from '../operators/registry.ts';
import type { Term } from '../topic.ts';
import { carriersOf, placesOf } from './carriers.ts';
import type { Match } from './match.ts';
import { readPaper } from './paper-text.ts';

/** The words to highlight in a paper's texts: those that made it match. In no order; ranges may overlap. */
export interface Highlights {
  readonly title: readonly Place[];
  readonly abstract: readonly Place[];
  /** In the AI summary. It does not count for a match, but may be shown instead of the abstract. */
  readonly summary: readonly Place[];
}

export const noHighlights: Highlights = { title: [], abstract: [], summary: [] };

/** Where the words stand that made the paper match. */
export function highlightsOf(matches: readonly Match[], paper: Paper): Highlights {
  const reasons = matches.flatMap((match) => match.reasons);
  const { aiSummary } = paper.extras;
  return {
    title: placesIn('title', reasons),
    abstract: placesIn('abstract', reasons),
    summary: aiSummary === null ? [] : placesInSummary(aiSummary, reasons, paper),
  };
}

const placesIn = (field: 'title' | 'abstract', reasons: readonly Reason[]): readonly Place[] =>
  reasons.flatMap((reason) => {
    if (reason.field === 'meaning') return carriersOf(reason)[field];
    return 'places' in reason && reason.field === field ? reason.places : [];
  });

/** Finds the terms that matched, and the words that carried a meaning, in another text. */
function placesInSummary(summary: string, reasons: readonly Reason[], paper: Paper): readonly Place[] {
  const text = readPaper({ ...paper, abstract: summary });
  const terms = new Set<Term>(reasons.filter((reason) => 'places' in reason).map(({ term }) => term));
  const found = [...terms].flatMap((term) => operatorOf(term).find(term, text));
  const stems = reasons.flatMap((reason) => (reason.field === 'meaning' ? carriersOf(reason).stems : []));
  return [...placesIn('abstract', found), ...placesOf(text.abstract, new Set(stems))];
}
