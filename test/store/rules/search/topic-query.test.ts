import { describe, expect, it } from 'vitest';
import type { PaperQuery } from '../../../../src/store/rules/search/paper-query.ts';
import { topicQuery } from '../../../../src/store/rules/search/topic-query.ts';
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
});
