import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noExtras } from '../../../src/papers/paper.ts';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import type {
  CandidateQuery,
  CandidateStretch,
  CandidateTerm,
  NarrowQuery,
} from '../../../src/topics/matching/candidate-terms.ts';
import { requiredTerms } from '../../../src/topics/matching/candidates.ts';
import { indexTokens } from '../../../src/topics/matching/index-tokens.ts';
import { matches } from '../../../src/topics/matching/match.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import { nearAsTyped } from '../../../src/topics/operators/near.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import { paper, topic } from '../arbitraries.ts';
import { inventPaper } from '../invented-paper.ts';
import { finds } from './token-search.ts';

function required(text: string): CandidateQuery {
  const result = parseTopic(text, meaning);
  if (!result.ok) throw new Error(result.error.message);
  return requiredTerms(result.topic);
}

const term = (field: CandidateTerm['field'], tokens: string, more: Partial<CandidateTerm> = {}): CandidateTerm => ({
  kind: 'term',
  field,
  tokens: tokens.split(' '),
  adjacent: tokens.includes(' '),
  isPrefix: false,
  ...more,
});
const any = (...queries: NarrowQuery[]): NarrowQuery => ({ kind: 'any', queries });
const all = (...queries: NarrowQuery[]): NarrowQuery => ({ kind: 'all', queries });
const stretch = (between: number, ...runs: string[][]): CandidateStretch => ({
  ...{ kind: 'stretch', field: 'any' },
  runs,
  between,
});
const x = term('any', 'x');
const y = term('any', 'y');

describe('the tokens that a topic requires', () => {
  test.each<[string, CandidateQuery]>([
    ['=networks', term('any', 'network')],
    ['="neural networks"', term('any', 'neural network')],
    ['x2', any(term('any', 'x2'), term('any', 'x 2'))],
    ['title:x', term('title', 'x')],
    ['abstract:x', term('abstract', 'x')],
    ['comment:x', term('comment', 'x')],
    ['robot*', term('any', 'robot', { isPrefix: true })],
    ['gpt4*', term('any', 'gpt4', { isPrefix: true })],
    ['x-robot*', term('any', 'x robot', { isPrefix: true })],
    ['colours*', any(term('any', 'colours', { isPrefix: true }), term('any', 'color'))],
    ['x-matrices*', any(term('any', 'x matrices', { isPrefix: true }), term('any', 'x matrix'))],
    ['cat:cs.LG', term('categories', 'cs.lg')],
    ['cat:cs', term('categories', 'cs')],
    ['primary:cs.LG', term('facts', 'primary:cs.lg')],
    ['org:"google deepmind"', term('facts', 'org:google org:deepmind', { adjacent: false })],
    ['source:hf', term('facts', 'source:huggingface')],
    ['id:2406.01234', term('facts', 'id:2406.01234')],
    ['has:code', term('facts', 'has:code')],
    ['x is:new', all(x, term('facts', 'is:new'))],
    ['upvotes:>=20', { kind: 'anything' }],
    ['x upvotes:>=20', x],
    ['x OR upvotes:>=20', { kind: 'anything' }],
    ['x y', all(any(x, term('any', 'xy')), any(y, term('any', 'xy')))],
    ['x OR y', any(x, y)],
    ['x -y', x],
    ['x (y OR -z)', x],
    ['x (y -z)', all(any(x, term('any', 'xy')), any(y, term('any', 'xy')))],
    ['"x y"', any(term('any', 'x y'), all(term('any', 'xy'), any(x, term('any', 'xy')), any(y, term('any', 'xy'))))],
    ['"x y"~3', stretch(3, ['x'], ['y'])],
    ['title:"x y"~3', { ...stretch(3, ['x'], ['y']), field: 'title' }],
    ['"x y z"~3', stretch(4, ['x'], ['y'], ['z'])],
    ['"x x y"~3', stretch(3, ['x'], ['y'])],
  ])('%s', (text, query) => {
    expect(required(text)).toEqual(query);
  });

  test('are a word in each of its spellings', () => {
    expect(required('kmeans')).toEqual(
      any(
        term('any', 'kmean'),
        term('any', 'k mean'),
        term('any', 'km ean'),
        term('any', 'kme ans'),
        term('any', 'kmea ns'),
        term('any', 'kmean s'),
      ),
    );
  });

  test('are a family name in full, and given names or their initials', () => {
    const both = (given: string, family: string) => term('authors', `${given} ${family}`, { adjacent: false });
    expect(required('author:"O Li"')).toEqual(term('authors', 'li'));
    expect(required('author:"Bo Li"')).toEqual(any(both('bo', 'li'), both('b', 'li')));
    expect(required('author:Müller')).toEqual(any(term('authors', 'muller'), term('authors', 'mueller')));
  });

  test('are in every matching paper', () => {
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

describe('words near each other', () => {
  const word = fc.constantFrom(
    'graph',
    'graphs',
    'data',
    'set',
    'datasets',
    'fine-tuning',
    'finetuning',
    'fine',
    'search',
  );
  const typed = fc
    .tuple(fc.array(word, { minLength: 2, maxLength: 4 }), fc.nat({ max: 4 }))
    .map(([words, distance]) => `"${words.join(' ')}"~${distance}`);
  const text = fc
    .array(fc.oneof(word, fc.constantFrom('the', 'of')), { maxLength: 14 })
    .map((words) => words.join(' '));

  test('match wherever their stems stand so, and only where they may', () => {
    fc.assert(
      fc.property(typed, text, text, (asked, title, abstract) => {
        const parsed = parseTopic(asked);
        if (!parsed.ok || parsed.topic.root.kind !== 'near') throw new Error(asked);
        const invented = inventPaper({ title, abstract });
        const isMatch = matches(parsed.topic, readPaper(invented));
        const sure = nearAsTyped(parsed.topic.root);
        if (sure !== null && finds(sure, indexTokens(invented))) expect(isMatch).toBe(true);
        if (isMatch) expect(finds(requiredTerms(parsed.topic), indexTokens(invented))).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the token streams of a paper', () => {
  test('are stems of its texts, words of its names, and all names of its categories', () => {
    const invented = inventPaper({
      id: '2406.01234',
      title: 'Learning C++',
      abstract: 'Networks learn.',
      authors: ['Yann LeCun', 'Łukasz O’Brien'],
      categories: ['cs.IT', 'cs.LG', 'hep-th'],
      comment: 'Accepted at ACL',
      sources: ['arxiv', 'huggingface'],
      announcedAs: 'replace-cross',
      doi: '10.1000/invented',
      extras: { ...noExtras, codeUrl: 'https://code.example/x', organization: 'Google DeepMind' },
    });
    expect(indexTokens(invented)).toEqual({
      title: ['learn', 'c++'],
      abstract: ['network', 'learn'],
      authors: ['yann', 'lecun', 'lukasz', 'obrien'],
      categories: ['cs.it', 'math.it', 'cs', 'math', 'cs.lg', 'hep-th'],
      comment: ['accept', 'at', 'acl'],
      facts: [
        'id:2406.01234',
        'id:10.1000/invented',
        'primary:cs.it',
        'primary:math.it',
        'primary:cs',
        'primary:math',
        'source:arxiv',
        'source:huggingface',
        'org:google',
        'org:deepmind',
        'has:code',
        'has:pdf',
        'has:doi',
        'is:replaced',
      ],
    });
  });
});
