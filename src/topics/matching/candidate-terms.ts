import type { CandidateQuery, CandidateTerm, NarrowQuery } from './candidates.ts';

/** What says nothing of the papers that can match. */
export const anything: CandidateQuery = { kind: 'anything' };

/** One token, or all of some in any order. */
export const tokensIn = (field: CandidateTerm['field'], tokens: readonly string[]): CandidateTerm => ({
  kind: 'term',
  field,
  tokens,
  adjacent: false,
  isPrefix: false,
});

/** Tokens next to each other and in this order. */
export const runIn = (field: CandidateTerm['field'], tokens: readonly string[]): CandidateTerm => ({
  ...tokensIn(field, tokens),
  adjacent: tokens.length > 1,
});

/** A run of tokens of which the last one may go on. */
export const prefixIn = (field: CandidateTerm['field'], tokens: readonly string[]): CandidateTerm => ({
  ...runIn(field, tokens),
  isPrefix: true,
});

export function allOfQueries(queries: readonly CandidateQuery[]): CandidateQuery {
  const narrow = queries.filter(isNarrow);
  const [first, second] = narrow;
  if (first === undefined) return anything;
  return second === undefined ? first : { kind: 'all', queries: narrow };
}

/** Anything at all, where one of the queries allows that. */
export function anyOfQueries(queries: readonly CandidateQuery[]): CandidateQuery {
  const narrow = distinct(queries.filter(isNarrow));
  const [first, second] = narrow;
  if (first === undefined || queries.some((query) => !isNarrow(query))) return anything;
  return second === undefined ? first : { kind: 'any', queries: narrow };
}

const isNarrow = (query: CandidateQuery): query is NarrowQuery => query.kind !== 'anything';

const distinct = (queries: readonly NarrowQuery[]): NarrowQuery[] => [
  ...new Map(queries.map((query) => [JSON.stringify(query), query])).values(),
];
