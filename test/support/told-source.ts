import type { PaperSource } from '../../src/sources/source.ts';

/** arXiv as a digest sees it: one listing a weekday. Tests write into the store what it told. */
export const toldArxiv: PaperSource = {
  id: 'arxiv',
  name: 'arXiv',
  refreshMs: 3_600_000,
  hasCategories: true,
  datesToPull: (now) => [dayOf(now)],
  expects: (at) => ([0, 6].includes(new Date(at).getUTCDay()) ? null : { date: dayOf(at), isWhole: true }),
  pull: () => Promise.reject(new Error('not pulled in this test')),
};

/** Hugging Face as a digest sees it: a listing that grows, of papers without categories. */
export const toldHuggingFace: PaperSource = {
  ...toldArxiv,
  id: 'huggingface',
  name: 'Hugging Face Daily Papers',
  hasCategories: false,
  datesToPull: (now) => [dayOf(now - 86_400_000), dayOf(now)],
  expects: (at) => ({ date: dayOf(at), isWhole: false }),
};

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
