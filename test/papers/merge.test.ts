import { describe, expect, it } from 'vitest';
import { mergePapers } from '../../src/papers/merge.ts';
import { noExtras, type Paper, unlisted } from '../../src/papers/paper.ts';

const fromArxiv: Paper = {
  id: '2603.01001',
  version: 1,
  title: 'Sandcastles at Low Tide',
  abstract: 'We build castles.',
  authors: ['Mira Dovžan', 'Sunny'],
  categories: ['quant-ph'],
  describedBy: 'arxiv',
  publishedAt: null,
  doi: null,
  journalReference: null,
  comment: null,
  ...unlisted,
  extras: noExtras,
};
const fromHuggingFace: Paper = {
  ...fromArxiv,
  version: null,
  title: 'Sandcastles at low tide (HF)',
  abstract: 'We build castles!',
  categories: [],
  describedBy: 'huggingface',
  publishedAt: '2026-03-09T00:00:00.000Z',
  extras: { ...noExtras, upvotes: 41, codeUrl: 'https://github.com/tides/castles', codeStars: 12 },
};

describe('one paper told of by two sources', () => {
  const joined = {
    ...fromArxiv,
    publishedAt: fromHuggingFace.publishedAt,
    extras: fromHuggingFace.extras,
  };

  it('is the same whichever came first: arXiv describes, Hugging Face enriches', () => {
    expect(mergePapers(fromArxiv, fromHuggingFace)).toEqual(joined);
    expect(mergePapers(fromHuggingFace, fromArxiv)).toEqual(joined);
  });

  it('does not change when told again', () => {
    expect(mergePapers(joined, fromArxiv)).toEqual(joined);
    expect(mergePapers(joined, fromHuggingFace)).toEqual(joined);
  });

  it('follows the upvotes, which move, up and down to none', () => {
    const later = { ...fromHuggingFace, extras: { ...fromHuggingFace.extras, upvotes: 0 } };
    expect(mergePapers(joined, later).extras).toEqual({ ...fromHuggingFace.extras, upvotes: 0 });
  });

  it('lets any known source describe rather than an unknown one', () => {
    const fromElsewhere = { ...fromArxiv, describedBy: 'elsewhere', title: 'Castles' };
    expect(mergePapers(fromHuggingFace, fromElsewhere).title).toBe(fromHuggingFace.title);
    expect(mergePapers(fromElsewhere, fromHuggingFace).title).toBe(fromHuggingFace.title);
  });
});

describe('where a paper was listed', () => {
  const crossed: Paper = { ...fromArxiv, sources: ['arxiv'], announcedAs: 'cross' };
  const picked: Paper = { ...fromHuggingFace, sources: ['huggingface'], announcedAs: 'pick' };

  it('is every source that listed it, sorted, and the weightiest of its announcements', () => {
    for (const merged of [mergePapers(crossed, picked), mergePapers(picked, crossed)]) {
      expect(merged).toMatchObject({ sources: ['arxiv', 'huggingface'], announcedAs: 'pick' });
      expect(mergePapers(merged, crossed)).toMatchObject({ sources: ['arxiv', 'huggingface'], announcedAs: 'pick' });
    }
  });

  it('is not changed by looking the paper up', () => {
    expect(mergePapers(picked, fromArxiv)).toMatchObject({ sources: ['huggingface'], announcedAs: 'pick' });
    expect(mergePapers(fromArxiv, picked)).toMatchObject({ sources: ['huggingface'], announcedAs: 'pick' });
  });
});

describe('two versions of one paper', () => {
  const second: Paper = {
    ...fromArxiv,
    version: 2,
    title: 'Sandcastles at High Tide',
    doi: '10.1234/sand',
    comment: '9 pages',
  };

  it('are described by the newer, whichever is told first', () => {
    expect(mergePapers(fromArxiv, second)).toEqual(second);
    expect(mergePapers(second, fromArxiv)).toEqual(second);
  });

  it('keep what the newer telling lacks', () => {
    const bare = { ...second, version: 3, abstract: '', categories: [], doi: null, comment: null };
    const merged = mergePapers(second, bare);
    expect(merged).toEqual({ ...second, version: 3 });
  });

  it('take the newer telling of the same version', () => {
    expect(mergePapers(fromArxiv, { ...fromArxiv, authors: ['Mira Dovžan'] }).authors).toEqual(['Mira Dovžan']);
  });
});
