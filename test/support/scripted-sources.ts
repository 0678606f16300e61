import type { PaperSource } from '../../src/sources/source.ts';
import { dayMs, utcDate } from '../../src/time.ts';

/** arXiv as planning sees it: one listing each weekday. It is not pulled; tests store its listings. */
export const scriptedArxiv: PaperSource = {
  id: 'arxiv',
  name: 'arXiv',
  refreshMs: 3_600_000,
  hasCategories: true,
  datesToPull: (now) => [utcDate(now)],
  expects: (at) => ([0, 6].includes(new Date(at).getUTCDay()) ? null : { date: utcDate(at), isWhole: true }),
  probe: async () => {},
  pull: () => Promise.reject(new Error('not pulled in this test')),
};

/** Hugging Face as planning sees it: a growing listing of papers without categories. */
export const scriptedHuggingFace: PaperSource = {
  ...scriptedArxiv,
  id: 'huggingface',
  name: 'Hugging Face Daily Papers',
  hasCategories: false,
  datesToPull: (now) => [utcDate(now - dayMs), utcDate(now)],
  expects: (at) => ({ date: utcDate(at), isWhole: false }),
};
