import { describe, expect, it } from 'vitest';
import type { AnnounceType } from '../../src/papers/announce-type.ts';
import { addReceipts, categoryReceipts } from '../../src/papers/category-receipts.ts';
import { inventPaper } from '../support/invented-papers.ts';

const entry = (id: string, announceType: AnnounceType, ...categories: string[]) => ({
  paper: inventPaper({ id, categories }),
  announceType,
});
const receipt = (category: string, announced: number, fetched = announced) => ({ category, announced, fetched });

describe('how completely categories were pulled', () => {
  it('counts news in the categories of the request that listed it, and once in an archive', () => {
    const receipts = categoryReceipts([
      {
        group: ['cs.CL', 'cs.LG'],
        entries: [
          entry('a/1', 'new', 'cs.CL', 'cs.LG', 'stat.ML'),
          entry('a/2', 'cross', 'math.OC', 'cs.LG'),
          entry('a/3', 'replace', 'cs.CL'),
        ],
      },
      { group: ['hep-th'], entries: [] },
    ]);
    expect(receipts).toEqual([receipt('cs.CL', 1), receipt('cs.*', 2), receipt('cs.LG', 2), receipt('hep-th', 0)]);
  });

  it('counts a paper of two requests once', () => {
    const twice = { entries: [entry('a/1', 'new', 'cs.CL')] };
    const [counted] = categoryReceipts([
      { group: ['cs.CL'], ...twice },
      { group: ['cs.CL'], ...twice },
    ]);
    expect(counted).toEqual(receipt('cs.CL', 1));
  });

  it('counts a skipped item as announced in the categories that it names, and otherwise in all of its request', () => {
    const receipts = categoryReceipts([
      {
        group: ['cs.CL', 'hep-th'],
        entries: [entry('a/1', 'new', 'cs.CL')],
        skipped: [
          { item: 'a/2', reason: 'no title', categories: ['hep-th', 'math.AG'] },
          { item: 'item 3', reason: 'no id' },
        ],
      },
    ]);
    expect(receipts).toEqual([receipt('cs.CL', 2, 1), receipt('cs.*', 2, 1), receipt('hep-th', 2, 0)]);
  });

  it('adds up', () => {
    const sums = addReceipts([receipt('cs.CL', 3, 2)], [receipt('cs.CL', 4), receipt('hep-th', 1)]);
    expect(sums).toEqual([receipt('cs.CL', 7, 6), receipt('hep-th', 1)]);
  });
});
