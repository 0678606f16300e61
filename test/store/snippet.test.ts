import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snippetOf } from '../../src/store/snippet.ts';
import { paper, topic } from '../topics/arbitraries.ts';
import { inventedPaper, topicOf } from './invented-listings.ts';

const filler = 'Water stands in the harbour and nobody knows why. '.repeat(20);
const snippet = (text: string, abstract: string) => snippetOf(topicOf(text), inventedPaper('a/1', { abstract }));
const marked = (text: string, abstract: string) => {
  const found = snippet(text, abstract);
  return found?.marks.map(({ start, end }) => found.text.slice(start, end));
};

describe('a snippet', () => {
  it('is the whole of a short abstract, with the matches marked', () => {
    expect(snippet('tides "graph networks"', 'On Graph-Networks of tides.')).toEqual({
      text: 'On Graph-Networks of tides.',
      marks: [
        { start: 3, end: 17 },
        { start: 21, end: 26 },
      ],
    });
  });

  it('is cut at words around the place with the most terms of the topic', () => {
    const found = snippet('tide moon', `The tide rises. ${filler}The tide follows the moon. ${filler}`);
    expect(found?.text).toMatch(/^…[A-Za-z].*The tide follows the moon\. .*[a-z.]…$/);
    expect(found?.text.length).toBeLessThan(260);
    expect(marked('tide moon', `The tide rises. ${filler}The tide follows the moon. ${filler}`)).toEqual([
      'tide',
      'moon',
    ]);
  });

  it('includes a match at the very end', () => {
    const found = snippet('moon', `${filler}It is the moon`);
    expect(found?.text.endsWith('It is the moon')).toBe(true);
    expect(found?.text.startsWith('…')).toBe(true);
  });

  it('is null if only the title or an author matched', () => {
    expect(snippet('author:fjord title:tides', 'We look at tides.')).toBeNull();
    expect(snippet('volcano', 'We look at tides.')).toBeNull();
  });

  it('cuts a text without blanks', () => {
    const found = snippet('潮汐', `${'水'.repeat(400)} 潮汐 ${'月'.repeat(400)}`);
    expect(found?.text).toContain('潮汐');
    expect(found?.text.length).toBeLessThan(260);
  });

  it('is always a part of the abstract, with its marks in order and inside it', () => {
    let shown = 0;
    const holds = fc.property(paper, topic, fc.nat({ max: 400 }), (given, asked, words) => {
      const found = snippetOf(asked, { ...given, abstract: `${'so '.repeat(words)}${given.abstract}` });
      if (found === null) return;
      shown++;
      expect(`${'so '.repeat(words)}${given.abstract}`).toContain(found.text.replace(/^…/, '').replace(/…$/, ''));
      expect(found.marks.length).toBeGreaterThan(0);
      let last = 0;
      for (const { start, end } of found.marks) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(found.text.length);
    });
    fc.assert(holds, { numRuns: 1_500, seed: 7 });
    expect(shown).toBeGreaterThan(20);
  });
});
