import { describe, expect, it } from 'vitest';
import { unlisted } from '../../src/papers/paper.ts';
import { dayMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { inventedListing, inventedPaper, listed, noon, pickedPaper } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import { article, list, newsIds, preprint } from './invented-works.ts';
import type { StorePlace } from './opened-store.ts';

const arxivId = '2603.00001';
const otherArxivId = '2603.00002';
const preprintId = '10.1101/2026.03.01.700001';
const journalId = '10.5555/tides.1';

/** Tests of papers that several sources list under different ids. */
export function describeMergedPapers(newPlace: () => StorePlace): void {
  describe('one work under several ids', () => {
    it('is one paper if a source states it: found under each id, described by the weightier source', async () => {
      const store = await newPlace().open();
      await list(store, preprint(preprintId, { doi: journalId, title: 'As bioRxiv has it', version: 4 }));
      const merged = await list(store, inventedPaper(arxivId, { doi: journalId, version: 2, ...unlisted }), noon + 1);
      expect(merged).toMatchObject({ fresh: 1 });
      const paper = await store.paper(arxivId);
      expect(paper).toMatchObject({
        id: arxivId,
        version: 2,
        doi: journalId,
        sameAs: [preprintId],
        sources: ['arxiv', 'biorxiv'],
        categories: ['physics.ao-ph', 'biorxiv/ecology'],
      });
      expect(await store.paper(preprintId)).toEqual(paper);
      expect(await store.paper(journalId)).toEqual(paper);
      expect(await store.counts()).toMatchObject({ papers: 1 });
    });

    it.each([
      [
        'arXiv states the preprint',
        () => inventedPaper(arxivId, { doi: preprintId, ...unlisted }),
        () => preprint(preprintId),
      ],
      ['a journal states the preprint', () => article(journalId, { sameAs: [preprintId] }), () => preprint(preprintId)],
      [
        'a journal states the arXiv paper',
        () => article(journalId, { sameAs: [arxivId] }),
        () => inventedPaper(arxivId, unlisted),
      ],
      ['the preprint states the journal', () => preprint(preprintId, { doi: journalId }), () => article(journalId)],
    ])('is one paper whichever comes first: %s', async (_name, one, other) => {
      for (const papers of [
        [one(), other()],
        [other(), one()],
      ]) {
        const store = await newPlace().open();
        for (const paper of papers) await list(store, paper);
        const [first, second] = await Promise.all(papers.map(({ id }) => store.paper(id)));
        expect(first).not.toBeNull();
        expect(first).toEqual(second);
        expect(await newsIds(store)).toEqual([first?.id]);
        for (const paper of papers) expect(await list(store, paper)).toMatchObject({ fresh: 0, updated: 0 });
        await store[Symbol.asyncDispose]();
      }
    });

    it('is news once, with its first number', async () => {
      const store = await newPlace().open();
      await list(store, inventedPaper(arxivId, unlisted));
      await list(store, inventedPaper(otherArxivId, unlisted));
      await list(store, preprint(preprintId), noon + dayMs);
      expect(await newsIds(store)).toEqual([arxivId, otherArxivId, preprintId]);
      await list(
        store,
        inventedPaper(arxivId, { doi: preprintId, version: 2, ...unlisted }),
        noon + 2 * dayMs,
        'replace',
      );
      expect((await store.newsAfter(0, 100)).map(({ paper, newsNumber }) => [paper.id, newsNumber])).toEqual([
        [arxivId, 1],
        [otherArxivId, 2],
      ]);
    });

    it('is not posted again under another id', async () => {
      const store = await newPlace().open();
      await subscribed(store, 'lake');
      await list(store, preprint(preprintId));
      await store.planDigest(planOf(1, { papers: [preprintId], consideredNewsNumber: 1 }));
      await list(store, inventedPaper(arxivId, unlisted), noon + dayMs);
      await list(store, article(journalId, { sameAs: [arxivId, preprintId] }), noon + 2 * dayMs);
      expect(await newsIds(store)).toEqual([arxivId]);
      expect([...(await store.postedPapers('channel', [arxivId]))]).toEqual([arxivId]);
      for (const id of [arxivId, preprintId, journalId]) {
        const again = planOf(1, { papers: [id], date: '2026-03-04', at: noon + 2 * dayMs });
        await expect(store.planDigest(again)).rejects.toMatchObject({ code: 'conflict' });
        expect((await store.paperTrail('channel', id))?.postedIn).toMatchObject({ date: '2026-03-02' });
      }
    });

    it('keeps its trail if a channel received it twice before it was stated', async () => {
      const store = await newPlace().open();
      await subscribed(store, 'lake');
      await list(store, preprint(preprintId));
      await store.planDigest(planOf(1, { papers: [preprintId], consideredNewsNumber: 1 }));
      await list(store, inventedPaper(arxivId, unlisted), noon + dayMs);
      await store.planDigest(
        planOf(1, { papers: [arxivId], consideredNewsNumber: 2, date: '2026-03-03', at: noon + dayMs }),
      );
      await list(store, article(journalId, { sameAs: [arxivId, preprintId] }), noon + 2 * dayMs);
      const trail = await store.paperTrail('channel', arxivId);
      expect(trail?.listings.map(({ source }) => source)).toEqual(['biorxiv', 'arxiv', 'crossref']);
      expect(trail).toMatchObject({ news: { number: 1 }, postedIn: { date: '2026-03-02', papers: 1 } });
      expect(await store.deliveries('channel', '2026-03-03')).toHaveLength(1);
    });

    it('is merged while its listing is still being written', async () => {
      const store = await newPlace().open();
      const entries = [
        ...Array.from({ length: 120 }, (_, index) => listed(article(`10.5555/many.${index}`))),
        listed(article(journalId, { sameAs: [arxivId] })),
        ...Array.from({ length: 120 }, (_, index) => listed(article(`10.5555/more.${index}`))),
      ];
      await list(store, inventedPaper(arxivId, unlisted));
      await Promise.all([
        store.recordListing(inventedListing(entries, { source: 'crossref' }), noon),
        list(store, preprint(preprintId, { doi: journalId })),
      ]);
      expect(await store.paper(preprintId)).toMatchObject({ id: arxivId, sources: ['arxiv', 'biorxiv', 'crossref'] });
      expect((await store.listing('crossref', '2026-03-02'))?.counts.new).toBe(241);
      expect(await newsIds(store)).toHaveLength(100);
    });

    it('finds a paper by every id that is stated for it', async () => {
      const store = await newPlace().open();
      await list(store, pickedPaper(arxivId, 7, unlisted), noon, 'pick');
      await list(store, preprint(preprintId, { doi: journalId }));
      await list(store, article(journalId, { sameAs: [arxivId] }));
      const { parseTopic } = await import('../../src/topics/language/parse.ts');
      for (const id of [arxivId, preprintId, journalId]) {
        const parsed = parseTopic(`id:${id}`);
        if (!parsed.ok) throw new Error(parsed.error.message);
        const { papers } = await store.searchPapers({ topic: parsed.topic, offset: 0, limit: 5 });
        expect(papers).toHaveLength(1);
        expect(papers[0]?.extras.upvotes).toBe(7);
      }
    });
  });

  describe('papers that cannot be the same work', () => {
    it('are kept apart although both state one DOI, and this is reported', async () => {
      const store = await newPlace().open();
      await list(store, inventedPaper(arxivId, { doi: journalId, ...unlisted }));
      const recorded = await list(store, inventedPaper(otherArxivId, { doi: journalId, ...unlisted }));
      expect(recorded).toMatchObject({
        fresh: 1,
        keptApart: [{ id: otherArxivId, other: arxivId, stated: journalId }],
      });
      expect(await newsIds(store)).toEqual([arxivId, otherArxivId]);
      // The owner of the DOI is unknown.
      await list(store, article(journalId));
      expect((await store.paper(journalId))?.id).toBe(journalId);
      expect(await newsIds(store)).toEqual([arxivId, otherArxivId, journalId]);
    });

    it('stay separate if the DOI already belongs to one of them', async () => {
      const store = await newPlace().open();
      await list(store, inventedPaper(arxivId, { doi: journalId, ...unlisted }));
      await list(store, article(journalId));
      await list(store, inventedPaper(otherArxivId, { doi: journalId, ...unlisted }));
      expect((await store.paper(journalId))?.id).toBe(arxivId);
      expect((await store.paper(otherArxivId))?.id).toBe(otherArxivId);
    });

    it('are not merged through a third paper', async () => {
      const store = await newPlace().open();
      await list(store, inventedPaper(arxivId, { doi: preprintId, ...unlisted }));
      await list(store, preprint(preprintId));
      await list(store, inventedPaper(otherArxivId, { doi: journalId, ...unlisted }));
      const recorded = await list(store, article(journalId, { sameAs: [preprintId] }));
      expect(recorded.keptApart).toHaveLength(1);
      expect((await store.paper(journalId))?.id).toBe(otherArxivId);
      expect((await store.paper(preprintId))?.id).toBe(arxivId);
    });

    it('are reported once, not at every pull', async () => {
      const store = await newPlace().open();
      const second = inventedPaper(otherArxivId, { doi: journalId, ...unlisted });
      await list(store, inventedPaper(arxivId, { doi: journalId, ...unlisted }));
      await list(store, second);
      expect(await list(store, second)).not.toHaveProperty('keptApart');
    });
  });
}
