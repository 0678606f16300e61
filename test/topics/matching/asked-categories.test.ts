import { describe, expect, it } from 'vitest';
import { askedCategories, categoryTest } from '../../../src/topics/matching/asked-categories.ts';
import { topicOf } from '../../store/invented-listings.ts';

describe('the categories that topics ask for', () => {
  it.each([
    [['diffusion'], []],
    [['cat:cs.CL', 'robots cat:cs.CL'], ['cs.CL']],
    [['(cat:astro-ph.* OR primary:hep-th) dust'], ['astro-ph.*', 'hep-th']],
    [['robots -cat:cs.CV'], []],
  ])('%j → %j', (texts, expected) => {
    expect(askedCategories(texts.map(topicOf))).toEqual(expected);
  });

  it.each([
    [['cs.CL'], 'cs.CL', true],
    [['cs.CL'], 'cs.*', true],
    [['math.IT'], 'cs.IT', true],
    [['astro-ph.GA'], 'astro-ph.*', true],
    [['math-ph'], 'math.*', false],
    [['cs.CL'], 'cs.CV', false],
  ])('%j in %s: %s', (categories, asked, isIn) => {
    expect(categoryTest(asked)(categories)).toBe(isIn);
  });
});
