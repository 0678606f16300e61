import type { Digest } from '../../src/digests/digest.ts';
import type { DigestItem } from '../../src/digests/digest-item.ts';
import { saying } from '../../src/language/saying.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { noHighlights } from '../../src/topics/matching/highlights.ts';
import { inventPapers } from './invented-papers.ts';

export const digestOf = (items: readonly DigestItem[], known: Partial<Digest> = {}): Digest => ({
  channelId: '1234',
  date: '2026-06-12',
  topics: ['diffusion'],
  items,
  matchedCount: items.length,
  announcedCount: 512,
  ...known,
});

export const itemOf = (paper: Paper, known: Partial<DigestItem> = {}): DigestItem => ({
  paper,
  announceType: 'new',
  matches: [{ canonical: 'diffusion', why: [saying('reasons.found', { words: 'diffusion', field: 'title' })] }],
  highlights: noHighlights,
  ...known,
});

/** A digest with `papers` papers about diffusion. */
export const usualDigest = (papers: number, known: Partial<Digest> = {}): Digest =>
  digestOf(
    inventPapers(papers, 'diffusion').map((paper) => itemOf(paper)),
    known,
  );
