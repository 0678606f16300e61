import type { AnnounceType } from '../../src/papers/announce-type.ts';
import { type Paper, unlisted } from '../../src/papers/paper.ts';
import type { Store } from '../../src/store/store.ts';
import { utcDate } from '../../src/time.ts';
import { inventedListing, inventedPaper, listed, noon } from './invented-listings.ts';

/** A paper as bioRxiv describes it. */
export const preprint = (id: string, fields: Partial<Paper> = {}): Paper =>
  inventedPaper(id, { describedBy: 'biorxiv', categories: ['biorxiv/ecology'], ...unlisted, ...fields });
/** A paper as Crossref describes it. */
export const article = (id: string, fields: Partial<Paper> = {}): Paper =>
  inventedPaper(id, { describedBy: 'crossref', version: null, categories: [], doi: id, ...unlisted, ...fields });

/** Records a listing of the paper by its source. */
export const list = (store: Store, paper: Paper, at = noon, type: AnnounceType = 'new') =>
  store.recordListing(inventedListing([listed(paper, type)], { source: paper.describedBy, date: utcDate(at) }), at);

export const newsIds = async (store: Store) => (await store.newsAfter(0, 100)).map(({ paper }) => paper.id);
