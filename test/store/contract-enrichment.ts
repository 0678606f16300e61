import { describe, expect, it } from 'vitest';
import { noExtras } from '../../src/papers/paper.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { inventedListing, inventedPaper, listed, listingOf, noon, topicOf } from './invented-listings.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verbs for what services add to papers. */
export function describeEnrichmentVerbs(place: () => StorePlace): void {
  const search = { service: 'one', wanted: [], askedBefore: noon, newsSince: noon - dayMs, limit: 10 };
  const ids = (papers: readonly { readonly id: string }[]) => papers.map(({ id }) => id);

  describe('enrichment', () => {
    it('is due for wanted papers, then for the newest news, until the service was asked', async () => {
      const store = await place().open();
      await store.recordListing(listingOf('a/1', 'a/2', 'a/3'), noon);
      await store.recordListing(inventedListing([listed(inventedPaper('b/1'))], { date: '2026-03-03' }), noon + dayMs);
      const wanted = ['a/2', 'unknown'];
      expect(ids(await store.papersToEnrich({ ...search, wanted }))).toEqual(['a/2', 'b/1', 'a/3', 'a/1']);
      expect(ids(await store.papersToEnrich({ ...search, wanted, limit: 2 }))).toEqual(['a/2', 'b/1']);
      const { newsSince: _, ...wantedAlone } = { ...search, wanted };
      expect(ids(await store.papersToEnrich(wantedAlone))).toEqual(['a/2']);
      await store.recordEnrichment({ service: 'one', asked: ['a/2', 'b/1'], enrichments: new Map(), at: noon });
      expect(ids(await store.papersToEnrich({ ...search, wanted }))).toEqual(['a/3', 'a/1']);
      expect(await store.papersToEnrich({ ...search, wanted, service: 'two' })).toHaveLength(4);
      expect(ids(await store.papersToEnrich({ ...search, wanted, askedBefore: noon + 1 }))).toHaveLength(4);
    });

    it('adds the answer, and nothing else', async () => {
      const store = await place().open();
      const paper = inventedPaper('a/1', { extras: { ...noExtras, upvotes: 3, organization: 'Lake Institute' } });
      await store.recordListing(inventedListing([listed(paper)]), noon);
      const enrichment = { citations: 7, tldr: 'Water moves.', organization: null, comment: 'Accepted at LAKES 2026' };
      const enrichments = new Map([['a/1', enrichment]]);
      await store.recordEnrichment({ service: 'one', asked: ['a/1', 'gone/1'], enrichments, at: noon + hourMs });
      const extras = { ...paper.extras, citations: 7, tldr: 'Water moves.' };
      expect(await store.paper('a/1')).toEqual({ ...paper, comment: 'Accepted at LAKES 2026', extras });
      expect(await store.paper('gone/1')).toBeNull();
      expect(await store.newsAfter(0, 10)).toHaveLength(1);
      // It is found like a text of a source.
      const topic = topicOf('comment:accepted');
      expect((await store.searchPapers({ topic, offset: 0, limit: 5 })).total).toBe(1);
    });

    it('does not replace what a source says', async () => {
      const store = await place().open();
      await store.recordListing(listingOf('a/1'), noon);
      const enrichments = new Map([['a/1', { comment: 'as the service has it' }]]);
      await store.recordEnrichment({ service: 'one', asked: ['a/1'], enrichments, at: noon });
      const paper = inventedPaper('a/1', { version: 2, comment: 'as the authors have it now' });
      await store.recordListing(inventedListing([listed(paper, 'replace')]), noon + hourMs);
      await store.recordEnrichment({ service: 'one', asked: ['a/1'], enrichments, at: noon + 2 * hourMs });
      expect(await store.paper('a/1')).toMatchObject({ version: 2, comment: 'as the authors have it now' });
    });

    it('stores the record of a service', async () => {
      const store = await place().open();
      expect(await store.enrichmentService('one')).toBeNull();
      const record = { service: 'one', day: '2026-03-02', requests: 3, failures: 1, restsUntil: noon, reason: 'down' };
      await store.putEnrichmentService(record);
      expect(await store.enrichmentService('one')).toEqual(record);
      await store.putEnrichmentService({ ...record, requests: 4, failures: 0, restsUntil: null, reason: null });
      expect(await store.enrichmentService('one')).toMatchObject({ requests: 4, restsUntil: null });
    });
  });
}
