import type { CandidateQuery, CandidateTerm } from '../../../src/topics/matching/candidate-terms.ts';
import type { IndexTokens } from '../../../src/topics/matching/index-tokens.ts';

/** What a full-text store does with a candidate query. */
export function finds(query: CandidateQuery, tokens: IndexTokens): boolean {
  switch (query.kind) {
    case 'anything':
      return true;
    case 'all':
      return query.queries.every((part) => finds(part, tokens));
    case 'any':
      return query.queries.some((part) => finds(part, tokens));
    case 'term': {
      const streams = query.field === 'any' ? [tokens.title, tokens.abstract] : [tokens[query.field]];
      return streams.some((stream) => (query.adjacent ? holdsRun(stream, query) : holdsAll(stream, query)));
    }
  }
}

const holdsAll = (stream: readonly string[], query: CandidateTerm): boolean =>
  query.tokens.every((_, offset) => stream.some((token) => isToken(token, query, offset)));

const holdsRun = (stream: readonly string[], query: CandidateTerm): boolean =>
  stream.some((_, index) => query.tokens.every((_token, offset) => isToken(stream[index + offset], query, offset)));

function isToken(token: string | undefined, { tokens, isPrefix }: CandidateTerm, offset: number): boolean {
  const wanted = tokens[offset];
  if (token === undefined || wanted === undefined) return false;
  return isPrefix && offset === tokens.length - 1 ? token.startsWith(wanted) : token === wanted;
}
