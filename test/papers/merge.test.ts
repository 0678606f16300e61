import { describe, expect, it } from 'vitest';
import { mergePapers } from '../../src/papers/merge.ts';
import { noExtras, type Paper } from '../../src/papers/paper.ts';
import { inventPaper } from '../support/invented-papers.ts';

const fromArxiv = inventPaper({
  id: '2603.01001',
  title: 'Sandcastles at Low Tide',
  abstract: 'We build castles.',
  authors: ['Mira Dovžan', 'Sunny'],
  categories: ['quant-ph'],
});
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

describe('one paper from two sources', () => {
  const joined = {
    ...fromArxiv,
    publishedAt: fromHuggingFace.publishedAt,
    extras: fromHuggingFace.extras,
  };

  it('is the same whichever came first: arXiv describes, Hugging Face enriches', () => {
    expect(mergePapers(fromArxiv, fromHuggingFace)).toEqual(joined);
    expect(mergePapers(fromHuggingFace, fromArxiv)).toEqual(joined);
  });

  it('does not change when a source sends it again', () => {
    expect(mergePapers(joined, fromArxiv)).toEqual(joined);
    expect(mergePapers(joined, fromHuggingFace)).toEqual(joined);
  });

  it('follows the upvotes up and down to zero', () => {
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

  it('are described by the newer, whichever comes first', () => {
    expect(mergePapers(fromArxiv, second)).toEqual(second);
    expect(mergePapers(second, fromArxiv)).toEqual(second);
  });

  it('keep the fields that the newer paper lacks', () => {
    const bare = { ...second, version: 3, abstract: '', categories: [], doi: null, comment: null };
    const merged = mergePapers(second, bare);
    expect(merged).toEqual({ ...second, version: 3 });
  });

  it('take the later paper of the same version', () => {
    expect(mergePapers(fromArxiv, { ...fromArxiv, authors: ['Mira Dovžan'] }).authors).toEqual(['Mira Dovžan']);
  });
});

describe('one work under two ids', () => {
  const preprint: Paper = {
    ...fromArxiv,
    id: '10.1101/2026.03.01.700001',
    version: 4,
    categories: ['biorxiv/ecology'],
    describedBy: 'biorxiv',
    doi: '10.5555/tides.1',
  };
  const article: Paper = {
    ...fromArxiv,
    id: '10.5555/tides.1',
    version: null,
    abstract: '',
    categories: [],
    describedBy: 'crossref',
    doi: '10.5555/tides.1',
    journalReference: 'J. Tides 7 (2026)',
    sameAs: [preprint.id],
  };

  it('has the id, the version and the words of the source that describes it, and all categories', () => {
    const joined = mergePapers(preprint, { ...fromArxiv, version: 2, doi: preprint.id });
    expect(joined).toMatchObject({ id: fromArxiv.id, version: 2, title: fromArxiv.title });
    expect(joined.categories).toEqual(['quant-ph', 'biorxiv/ecology']);
    // The DOI of the published paper comes before that of a preprint, and no id is lost.
    expect(joined).toMatchObject({ doi: '10.5555/tides.1', sameAs: [preprint.id] });
  });

  it('keeps its description if another source sends an older version of the same id, and takes a newer one', () => {
    const joined = mergePapers(preprint, { ...fromArxiv, version: 2 });
    const retold = { ...preprint, version: 9, title: 'As bioRxiv has it by now', categories: ['biorxiv/zoology'] };
    expect(mergePapers(joined, retold)).toMatchObject({ version: 2, title: fromArxiv.title });
    expect(mergePapers(joined, { ...fromArxiv, version: 3, title: 'Third' })).toMatchObject({
      version: 3,
      title: 'Third',
      categories: ['quant-ph', 'biorxiv/ecology'],
    });
  });

  it('is described by the preprint, which everyone can read, and gets its journal', () => {
    for (const joined of [mergePapers(preprint, article), mergePapers(article, preprint)]) {
      expect(joined).toMatchObject({
        id: preprint.id,
        abstract: 'We build castles.',
        journalReference: 'J. Tides 7 (2026)',
        doi: '10.5555/tides.1',
      });
      expect(joined).not.toHaveProperty('sameAs');
      expect(mergePapers(joined, article)).toEqual(joined);
      expect(mergePapers(joined, preprint)).toEqual(joined);
    }
  });
});
