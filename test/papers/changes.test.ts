import { expect, test } from 'vitest';
import { changesBetween } from '../../src/papers/changes.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { noExtras } from '../../src/papers/paper.ts';
import { inventPaper } from '../support/invented-papers.ts';

const before = inventPaper({ comment: '12 pages' });
const withExtras = (extras: Partial<Paper['extras']>) => ({ extras: { ...noExtras, ...extras } });

const cases: readonly (readonly [string, Partial<Paper>, readonly string[]])[] = [
  ['nothing', {}, []],
  ['counts', withExtras({ upvotes: 7, citations: 3 }), []],
  ['a new version', { version: 2 }, ['version']],
  ['a version of another server', { id: '10.1101/2026.01.02.123456', version: 2 }, []],
  ['a withdrawal in the comment', { comment: 'This paper has been withdrawn by the authors' }, ['withdrawn']],
  ['a withdrawal that the publisher states', { statedStatus: 'withdrawn' }, ['withdrawn']],
  ['code', withExtras({ codeUrl: 'https://github.com/a/b' }), ['code']],
  ['an acceptance', { comment: '12 pages, accepted at ICML 2026' }, ['venue']],
  ['a journal', { journalReference: 'Invented Letters 7, 1' }, ['venue']],
  ['a venue of a service', withExtras({ venue: 'Invented Conference' }), ['venue']],
  ['a comment without a venue', { comment: '13 pages' }, []],
  ['several at once', { version: 2, comment: 'Accepted at ICML 2026' }, ['version', 'venue']],
];

test.each(cases)('%s', (_, change, kinds) => {
  expect(changesBetween(before, { ...before, ...change })).toEqual(kinds);
});

test('a paper that had a venue, code or a withdrawal gets none again', () => {
  const known = { ...before, comment: 'Accepted at ICML 2026', ...withExtras({ codeUrl: 'https://a.example/b' }) };
  const later = { ...known, journalReference: 'Invented Letters 7', ...withExtras({ codeUrl: 'https://a.example/c' }) };
  expect(changesBetween(known, later)).toEqual([]);
});
