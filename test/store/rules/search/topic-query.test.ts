import { describe, expect, it } from 'vitest';
import type { PaperQuery } from '../../../../src/store/rules/search/paper-query.ts';
import { topicQuery, withUnsure } from '../../../../src/store/rules/search/topic-query.ts';
import { tokensIn } from '../../../../src/topics/matching/candidate-terms.ts';
import { topicOf } from '../../invented-listings.ts';

/** A query as people would write it. */
function read(query: PaperQuery | null): string | null {
  if (query === null) return null;
  switch (query.kind) {
    case 'term':
      return `${query.field}:${query.tokens.join('+')}${query.isPrefix ? '*' : ''}`;
    case 'stretch':
      return `${query.field}:${query.runs.map((run) => run.join('+')).join('~')}`;
    case 'without':
      return `(${read(query.query)} without ${read(query.excluded)})`;
    default:
      return `(${query.queries.map(read).join(query.kind === 'all' ? ' and ' : ' or ')})`;
  }
}

function queryOf(text: string) {
  const { possible, sure, doubt, upvotes } = topicQuery(topicOf(text));
  return { possible: read(possible), sure: read(sure), doubt: typeof doubt === 'string' ? doubt : 'some', upvotes };
}

/** Withdrawn papers and notices, which match only topics that ask for them. */
const noResearch = '(facts:is:withdrawn or facts:is:notice)';

describe('the query of a topic', () => {
  it('is sure if a paper’s tokens alone decide', () => {
    const categories = `((categories:cs.lg or categories:cs.cv) without ${noResearch})`;
    const sure = { sure: categories, doubt: 'none', upvotes: null };
    expect(queryOf('cat:cs.LG OR cat:cs.CV')).toEqual({ possible: categories, ...sure });
  });

  it('is sure of the words as they are typed, and in doubt of other spellings', () => {
    const { possible, sure, doubt } = queryOf('title:graph cat:cs.LG');
    expect(sure).toBe(`((title:graph and categories:cs.lg) without ${noResearch})`);
    expect(possible).toContain('title:gra+ph');
    expect(doubt).toBe('some');
  });

  it('has phrases as such', () => {
    expect(queryOf('"graph transformer"').sure).toBe(`(any:graph+transformer without ${noResearch})`);
  });

  it('excludes for sure only what surely matches the exclusion', () => {
    const { possible, sure } = queryOf('cat:cs.LG -title:survey');
    expect(possible).toBe(`(categories:cs.lg without (title:survey or ${noResearch.slice(1)})`);
    expect(sure).toMatch(/^\(categories:cs\.lg without \(/u);
    expect(sure).toContain('title:sur+vey');
  });

  it('is never sure of a name, because tokens know no initials', () => {
    const { possible, ...rest } = queryOf('author:"Yann LeCun"');
    expect(possible).toContain('authors:');
    expect(rest).toEqual({ sure: null, doubt: 'all', upvotes: null });
  });

  it('leaves the papers in doubt that a name may exclude', () => {
    const { possible, doubt } = queryOf('cat:cs.LG -author:lecun');
    expect({ possible, doubt }).toEqual({ possible: `(categories:cs.lg without ${noResearch})`, doubt: 'some' });
  });

  it('finds every paper if an alternative requires nothing that could be looked for', () => {
    expect(queryOf('title:graph OR upvotes:>=20')).toMatchObject({ possible: null, doubt: 'all', upvotes: null });
  });

  it('has the narrowest bounds for upvotes, beside which the other terms decide', () => {
    const query = queryOf('cat:cs.LG upvotes:>=20 upvotes:30..50');
    expect(query).toMatchObject({ possible: `(categories:cs.lg without ${noResearch})`, doubt: 'none' });
    expect(query.upvotes).toEqual({ least: 30, most: 50 });
  });

  it('is not sure of what the index does not find exactly, wherever it stands', () => {
    const isExact = (query: PaperQuery): boolean => query.kind !== 'stretch';
    const asked = topicQuery(topicOf('"lake tide"~3'), isExact);
    expect([asked.possible, asked.sure, asked.doubt]).toEqual([expect.anything(), null, 'all']);
    const either = topicQuery(topicOf('cat:cs.LG OR "lake tide"~3'), isExact);
    expect(read(either.sure)).toBe(`(categories:cs.lg without ${noResearch})`);
    expect(either.doubt).toEqual({ query: expect.anything(), reasons: expect.anything() });
    const excluded = topicQuery(topicOf('cat:cs.LG -"lake tide"~3'), isExact);
    expect(read(excluded.possible)).toBe(`(categories:cs.lg without ${noResearch})`);
    expect(read(excluded.sure)).toContain('any:lake~tide');
    expect(excluded.doubt).toEqual({ query: expect.anything(), reasons: expect.anything() });
  });
});

describe('the query of a topic, where the index is not sure about some papers', () => {
  const unsure = tokensIn('facts', ['unsure']);
  const withDoubts = (text: string) => withUnsure(topicQuery(topicOf(text)), unsure);

  it('finds these papers, too, and leaves them to be checked', () => {
    const categories = `(categories:cs.lg without ${noResearch})`;
    const { possible, sure, doubt } = withDoubts('cat:cs.LG');
    expect(read(possible)).toBe(`(${categories} or facts:unsure)`);
    expect(read(sure)).toBe(`(${categories} without facts:unsure)`);
    expect(doubt).toEqual({ query: unsure, reasons: unsure });
  });

  it('adds them to those in doubt', () => {
    const before = topicQuery(topicOf('title:graph')).doubt;
    if (typeof before !== 'object') throw new Error('nothing is in doubt');
    expect(withDoubts('title:graph').doubt).toEqual({
      query: { kind: 'any', queries: [before.query, unsure] },
      reasons: { kind: 'any', queries: [before.reasons, unsure] },
    });
    expect(withDoubts('author:lecun')).toMatchObject({ sure: null, doubt: 'all' });
  });

  it('stays as it is if every paper could match', () => {
    expect(withDoubts('title:graph OR upvotes:>=20')).toEqual(topicQuery(topicOf('title:graph OR upvotes:>=20')));
  });
});
