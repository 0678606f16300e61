import { noExtras, type Paper, unlisted } from '../../src/papers/paper.ts';

/** A paper with the properties that a test is about. */
export const inventPaper = (known: Partial<Paper> = {}): Paper => ({
  id: '2601.00001',
  version: 1,
  title: 'On the Slow Growth of Invented Papers',
  abstract: 'We invent a paper and find that it tests well.',
  authors: ['Ada Example'],
  categories: ['cs.LG'],
  describedBy: 'arxiv',
  publishedAt: null,
  doi: null,
  journalReference: null,
  comment: null,
  ...unlisted,
  extras: noExtras,
  ...known,
});
