import type { CandidateQuery, CandidateStretch, CandidateTerm } from '../../../src/topics/matching/candidate-terms.ts';
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
    case 'term':
      return streamsOf(query, tokens).some((stream) =>
        query.adjacent ? holdsRun(stream, query) : holdsAll(stream, query),
      );
    case 'stretch':
      return streamsOf(query, tokens).some((stream) => holdsStretch(stream, query));
  }
}

const streamsOf = ({ field }: Pick<CandidateTerm, 'field'>, tokens: IndexTokens) =>
  field === 'any' ? [tokens.title, tokens.abstract] : [tokens[field]];

/** Tries each window of the stream: the first run ends before it, the last one starts in it or after it. */
const holdsStretch = (stream: readonly string[], { runs, between }: CandidateStretch): boolean =>
  stream.some((_, at) =>
    runs.every((run) =>
      stream.some(
        (_token, start) =>
          start <= at &&
          start + run.length + between >= at &&
          run.every((token, offset) => stream[start + offset] === token),
      ),
    ),
  );

const holdsAll = (stream: readonly string[], query: CandidateTerm): boolean =>
  query.tokens.every((_, offset) => stream.some((token) => isToken(token, query, offset)));

const holdsRun = (stream: readonly string[], query: CandidateTerm): boolean =>
  stream.some((_, index) => query.tokens.every((_token, offset) => isToken(stream[index + offset], query, offset)));

function isToken(token: string | undefined, { tokens, isPrefix }: CandidateTerm, offset: number): boolean {
  const wanted = tokens[offset];
  if (token === undefined || wanted === undefined) return false;
  return isPrefix && offset === tokens.length - 1 ? token.startsWith(wanted) : token === wanted;
}
