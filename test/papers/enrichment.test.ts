import { describe, expect, it } from 'vitest';
import { enriched } from '../../src/papers/enrichment.ts';
import { mergePapers } from '../../src/papers/merge.ts';
import { noExtras } from '../../src/papers/paper.ts';
import { inventPaper } from '../support/invented-papers.ts';

describe('what a service adds to a paper', () => {
  const extras = { ...noExtras, upvotes: 5, codeUrl: 'https://github.com/tides/old' };

  it.each(['arxiv', 'huggingface', 'a-source-of-tomorrow'])('leaves the description of %s', (describedBy) => {
    const stored = inventPaper({ describedBy, extras, announcedAs: 'new', sources: [describedBy] });
    const told = { citations: 3, codeUrl: 'https://github.com/tides/new', codeStars: null, comment: 'In press' };
    // The facts are about the paper as it was a moment ago.
    const merged = mergePapers(stored, enriched({ ...stored, title: 'Its old title', version: 9 }, told));
    expect(merged).toEqual({
      ...stored,
      comment: 'In press',
      extras: { ...extras, citations: 3, codeUrl: 'https://github.com/tides/new' },
    });
  });

  it('removes nothing', () => {
    const stored = inventPaper({ comment: '9 pages', extras });
    const nothing = { upvotes: null, codeUrl: null, comment: null };
    expect(mergePapers(stored, enriched(stored, nothing))).toEqual(stored);
    expect(mergePapers(stored, enriched(stored, {}))).toEqual(stored);
  });
});
