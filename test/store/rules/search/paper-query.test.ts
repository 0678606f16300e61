import { describe, expect, it } from 'vitest';
import { allOf, anyOf, without } from '../../../../src/store/rules/search/paper-query.ts';
import { runIn, tokensIn } from '../../../../src/topics/matching/candidate-terms.ts';

const lake = tokensIn('any', ['lake']);
const river = tokensIn('title', ['river']);

describe('queries for papers', () => {
  it('are combined, each once', () => {
    expect(allOf([lake, river, tokensIn('any', ['lake'])])).toEqual({ kind: 'all', queries: [lake, river] });
    expect(anyOf([lake, river, lake])).toEqual({ kind: 'any', queries: [lake, river] });
    expect(allOf([lake, runIn('any', ['lake'])])).toEqual(lake);
  });

  it('of which one finds nothing find nothing together', () => {
    expect(allOf([lake, 'nothing', 'everything'])).toBe('nothing');
    expect(anyOf([lake, 'nothing'])).toEqual(lake);
    expect(anyOf(['nothing'])).toBe('nothing');
    expect(anyOf([])).toBe('nothing');
  });

  it('of which one finds everything find everything as alternatives', () => {
    expect(anyOf([lake, 'everything', 'nothing'])).toBe('everything');
    expect(allOf([lake, 'everything'])).toEqual(lake);
    expect(allOf(['everything'])).toBe('everything');
    expect(allOf([])).toBe('everything');
  });

  it('can exclude papers, unless they exclude all or none', () => {
    expect(without(lake, river)).toEqual({ kind: 'without', query: lake, excluded: river });
    expect(without(lake, 'nothing')).toEqual(lake);
    expect(without(lake, 'everything')).toBeNull();
  });
});
