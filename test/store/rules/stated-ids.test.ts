import { describe, expect, it } from 'vitest';
import { kindOfId } from '../../../src/papers/paper-id.ts';
import {
  areOneWork,
  becomesContested,
  type IdUse,
  namesItsPaper,
  statementOf,
} from '../../../src/store/rules/stated-ids.ts';

const arxiv = '2603.00001';
const doi = '10.5555/lake';
const kindsOf = (...ids: readonly string[]) => new Set(ids.map(kindOfId));
const used = (kind: 'own' | 'stated', paperNumber: number): IdUse => ({ kind, paperNumber });

describe('an id that a paper states', () => {
  it('may be new, or known as its own', () => {
    expect(statementOf(null, 7)).toBe('first-statement');
    expect(statementOf(used('stated', 7), 7)).toBe('nothing');
    expect(statementOf(used('own', 7), 7)).toBe('nothing');
  });

  it('may be that of another paper', () => {
    expect(statementOf(used('own', 8), 7)).toEqual(used('own', 8));
    expect(statementOf(used('stated', 8), 7)).toEqual(used('stated', 8));
  });

  it('says nothing once two papers contest it', () => {
    expect(statementOf({ kind: 'contested' }, 7)).toBe('nothing');
  });

  it('is contested if two papers that differ state it, but never taken from the paper whose own it is', () => {
    expect(becomesContested(used('stated', 8))).toBe(true);
    expect(becomesContested(used('own', 8))).toBe(false);
  });

  it('names its paper, unless the paper has an id of that kind itself', () => {
    expect(namesItsPaper(doi, kindsOf(arxiv))).toBe(true);
    expect(namesItsPaper('2603.00002', kindsOf(arxiv))).toBe(false);
  });
});

describe('two papers of which one states an id of the other', () => {
  it('are one work if no server gave ids to both', () => {
    expect(areOneWork(kindsOf(arxiv), kindsOf(doi))).toBe(true);
    expect(areOneWork(kindsOf(arxiv, doi), kindsOf('2603.00002'))).toBe(false);
  });
});
