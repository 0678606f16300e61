import type { CandidateStretch, CandidateTerm } from '../../../topics/matching/candidate-terms.ts';

/**
 * What a store looks for among the tokens of papers, as a tree in no language of a database. A term is a word, a phrase or
 * the beginning of a word in one field, such as the title, the authors or the categories. Each database turns the tree into
 * a query of its own language.
 */
export type PaperQuery =
  | CandidateTerm
  | CandidateStretch
  /** Papers that every one of the queries finds, or that one of them does. There are two or more. */
  | { readonly kind: 'all' | 'any'; readonly queries: readonly PaperQuery[] }
  /** Papers that the first query finds and the second does not. */
  | { readonly kind: 'without'; readonly query: PaperQuery; readonly excluded: PaperQuery };

/** The result of a query: no paper, every paper, or those that it finds. */
export type Reach = 'nothing' | 'everything' | PaperQuery;

export function allOf(parts: readonly Reach[]): Reach {
  if (parts.includes('nothing')) return 'nothing';
  const [first = 'everything', ...others] = distinctQueries(parts);
  return first === 'everything' || others.length === 0 ? first : { kind: 'all', queries: [first, ...others] };
}

export function anyOf(parts: readonly Reach[]): Reach {
  if (parts.includes('everything')) return 'everything';
  const [first = 'nothing', ...others] = distinctQueries(parts);
  return first === 'nothing' || others.length === 0 ? first : { kind: 'any', queries: [first, ...others] };
}

/** The papers of a query without others. Null if everything is excluded. */
export function without(query: PaperQuery, excluded: Reach): PaperQuery | null {
  if (excluded === 'everything') return null;
  return excluded === 'nothing' ? query : { kind: 'without', query, excluded };
}

export const isQuery = (reach: Reach): reach is PaperQuery => typeof reach === 'object';

const distinctQueries = (parts: readonly Reach[]): readonly PaperQuery[] => [
  ...new Map(parts.filter(isQuery).map((query) => [queryKey(query), query])).values(),
];

/** A text that two queries share only if they are the same. */
export const queryKey = (query: PaperQuery): string => JSON.stringify(query);
