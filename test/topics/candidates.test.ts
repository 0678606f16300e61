import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CandidateQuery, type CandidateTerm, requiredTerms } from '../../src/topics/candidates.ts';
import { type IndexTokens, indexTokens } from '../../src/topics/index-tokens.ts';
import { matches } from '../../src/topics/match.ts';
import { readPaper } from '../../src/topics/paper-text.ts';
import { parseTopic } from '../../src/topics/parse.ts';
import { tokenize } from '../../src/topics/tokens.ts';
import { paper, topic } from './arbitraries.ts';
import { inventPaper } from './invented-paper.ts';

/** What a full-text store does with a candidate query. */
function finds(query: CandidateQuery, tokens: IndexTokens): boolean {
  if (query.kind === 'all') return query.queries.every((part) => finds(part, tokens));
  if (query.kind === 'any') return query.queries.some((part) => finds(part, tokens));
  const streams = query.field === 'any' ? [tokens.title, tokens.abstract] : [tokens[query.field]];
  return streams.some((stream) => (query.adjacent ? holdsRun(stream, query) : holdsAll(stream, query)));
}

const holdsAll = (stream: readonly string[], { tokens }: CandidateTerm): boolean =>
  tokens.every((token) => stream.includes(token));

const holdsRun = (stream: readonly string[], { tokens }: CandidateTerm): boolean =>
  stream.some((_, index) => tokens.every((token, offset) => stream[index + offset] === token));

function required(text: string): CandidateQuery {
  const result = parseTopic(text);
  if (!result.ok) throw new Error(result.error.message);
  return requiredTerms(result.topic);
}

const word = (token: string): CandidateQuery => ({ kind: 'term', field: 'any', tokens: [token], adjacent: false });

describe('what a topic requires', () => {
  test.each<[string, CandidateQuery]>([
    ['networks', word('network')],
    ['"neural networks"', { kind: 'term', field: 'any', tokens: ['neural', 'network'], adjacent: true }],
    ['title:x', { kind: 'term', field: 'title', tokens: ['x'], adjacent: false }],
    ['author:"Yann LeCun"', { kind: 'term', field: 'authors', tokens: ['yann', 'lecun'], adjacent: false }],
    ['cat:cs.LG', { kind: 'term', field: 'categories', tokens: ['cs.lg'], adjacent: false }],
    ['cat:cs', { kind: 'term', field: 'categories', tokens: ['cs'], adjacent: false }],
    ['x y', { kind: 'all', queries: [word('x'), word('y')] }],
    ['x OR y', { kind: 'any', queries: [word('x'), word('y')] }],
    ['x -y', word('x')],
    ['x (y OR -z)', word('x')],
    ['x (y -z)', { kind: 'all', queries: [word('x'), word('y')] }],
  ])('%s', (text, query) => {
    expect(required(text)).toEqual(query);
  });

  test('every matching paper has', () => {
    fc.assert(
      fc.property(topic, paper, (anyTopic, anyPaper) => {
        const isMatch = matches(anyTopic, readPaper(anyPaper));
        const isFound = finds(requiredTerms(anyTopic), indexTokens(anyPaper));
        expect(isFound || !isMatch).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the token streams of a paper', () => {
  test('are stems of its texts, plain words of its names, and all that its categories answer to', () => {
    const invented = inventPaper({
      title: 'Learning C++',
      abstract: 'Networks learn.',
      authors: ['Yann LeCun', 'Łukasz Kaiser'],
      categories: ['cs.IT', 'cs.LG', 'hep-th'],
    });
    expect(indexTokens(invented)).toEqual({
      title: ['learn', 'c++'],
      abstract: ['network', 'learn'],
      authors: ['yann', 'lecun', '_', 'lukasz', 'kaiser'],
      categories: ['cs.it', 'math.it', 'cs', 'math', 'cs.lg', 'hep-th'],
    });
  });

  test('never hold the separator as a word', () => {
    expect(tokenize('a _ b_c __')).not.toContainEqual(expect.objectContaining({ text: expect.stringContaining('_') }));
  });
});
