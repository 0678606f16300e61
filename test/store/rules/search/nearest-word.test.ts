import { describe, expect, it } from 'vitest';
import { nearestSpelling, nearestWord } from '../../../../src/store/rules/search/nearest-word.ts';

const word = (term: string, count = 10) => ({ term, count });

describe('the word that somebody meant', () => {
  it('has the fewest edits, and of these is the most frequent', () => {
    expect(nearestWord('transfromer', [word('transform', 900), word('transformer')])).toBe('transformer');
    expect(nearestWord('grapg', [word('graph', 20), word('grape', 90)])).toBe('grape');
  });

  it('is a frequent one, because rare ones are errors themselves', () => {
    expect(nearestWord('difusion', [word('diffusoin', 1), word('difusio', 2), word('diffusion', 3)])).toBe('diffusion');
    expect(nearestWord('difusion', [word('difusio', 2)])).toBe('difusio');
  });

  it('is none if three in ten letters are not enough', () => {
    expect(nearestWord('graph', [word('grok')])).toBeNull();
    expect(nearestWord('ai', [word('ab'), word('bb')])).toBe('ab');
    expect(nearestWord('graph', [word('graph')])).toBeNull();
  });
});

describe('the spelling that somebody meant', () => {
  it('is the nearest of those that papers have', () => {
    expect(nearestSpelling('netwroks', ['network', 'networks'])).toBe('networks');
    expect(nearestSpelling('netwroks', [])).toBeNull();
  });
});
