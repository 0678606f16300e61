/** A query that rules out no paper. */
export const anything: CandidateQuery = { kind: 'anything' };

/** One token, or several in any order. */
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

/** Tokens next to each other, the last of which may be the beginning of a longer one. */
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

/** `anything` if one of the queries allows that. */
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

/**
 * What a paper must have to be able to match, for a store that finds papers by the tokens of `indexTokens`. It finds a
 * superset of the matches, because exclusions are left out; check the papers with `matches`. `anything` stands only at
 * the top: then every paper must be checked.
 */
export type CandidateQuery = NarrowQuery | { readonly kind: 'anything' };

export type NarrowQuery =
  | { readonly kind: 'all'; readonly queries: readonly NarrowQuery[] }
  | { readonly kind: 'any'; readonly queries: readonly NarrowQuery[] }
  | CandidateTerm
  | CandidateStretch;

export interface CandidateTerm {
  readonly kind: 'term';
  /** A stream of `IndexTokens`; `any` is title or abstract. */
  readonly field: 'any' | 'title' | 'abstract' | 'authors' | 'categories' | 'comment' | 'facts';
  /** One or more, all of them required within the field. */
  readonly tokens: readonly string[];
  /** Whether the tokens stand next to each other and in this order. */
  readonly adjacent: boolean;
  /**
   * Whether the last token stands for every token that begins with it. Then the tokens are adjacent, or it is the only
   * one.
   */
  readonly isPrefix: boolean;
}

/** Several runs of tokens in any order, within a short stretch of one field. */
export interface CandidateStretch {
  readonly kind: 'stretch';
  readonly field: CandidateTerm['field'];
  /** Two or more, of one or more tokens each. No token stands twice in them. */
  readonly runs: readonly (readonly string[])[];
  /** The most tokens between the end of the run that stands first and the start of the one that stands last. */
  readonly between: number;
}
