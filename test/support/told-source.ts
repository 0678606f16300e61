import type { PaperSource } from '../../src/sources/source.ts';
import { dayMs, utcDate } from '../../src/time.ts';

/** arXiv as a digest sees it: one listing a weekday. Tests write into the store what it told. */
export const toldArxiv: PaperSource = {
  id: 'arxiv',
  name: 'arXiv',
  refreshMs: 3_600_000,
  hasCategories: true,
  datesToPull: (now) => [utcDate(now)],
  expects: (at) => ([0, 6].includes(new Date(at).getUTCDay()) ? null : { date: utcDate(at), isWhole: true }),
  pull: () => Promise.reject(new Error('not pulled in this test')),
};

/** Hugging Face as a digest sees it: a listing that grows, of papers without categories. */
export const toldHuggingFace: PaperSource = {
  ...toldArxiv,
  id: 'huggingface',
  name: 'Hugging Face Daily Papers',
  hasCategories: false,
  datesToPull: (now) => [utcDate(now - dayMs), utcDate(now)],
  expects: (at) => ({ date: utcDate(at), isWhole: false }),
};
