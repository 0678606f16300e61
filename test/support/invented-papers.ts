import { noExtras, type Paper, unlisted } from '../../src/papers/paper.ts';

/** An invented paper. A test gives only the fields that matter to it. */
export const inventPaper = (known: Partial<Paper> = {}): Paper => ({
  id: '2606.00001',
  version: 1,
  title: 'On the Slow Growth of Invented Papers',
  abstract: 'We invent a paper and find that it tests well.',
  authors: ['Ada Example', 'Ben Sample'],
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

/** Invented papers about `subject`, each with its own id and title. */
export const inventPapers = (amount: number, subject: string): readonly Paper[] =>
  Array.from({ length: amount }, (_, index) =>
    inventPaper({ id: `2606.${String(index + 1).padStart(5, '0')}`, title: `Invented ${subject}, part ${index + 1}` }),
  );

/** The same papers with so much text that each takes far more room in a digest. */
export const inventLongPapers = (amount: number, subject: string): readonly Paper[] =>
  inventPapers(amount, subject).map((paper) => ({
    ...paper,
    title: `${paper.title} ${'about a long title '.repeat(10)}`,
    abstract: 'We invent sentences. '.repeat(100),
  }));
