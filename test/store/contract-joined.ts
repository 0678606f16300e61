import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnounceType } from '../../src/papers/listing.ts';
import { type Paper, unlisted } from '../../src/papers/paper.ts';
import { kindOfId } from '../../src/papers/paper-id.ts';
import type { Store } from '../../src/store/store.ts';
import { subscribed } from './contract-channels.ts';
import { dayMs, inventedListing, inventedPaper, listed, noon, pickedPaper } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

const arxivId = '2603.00001';
const otherArxivId = '2603.00002';
const preprintId = '10.1101/2026.03.01.700001';
const journalId = '10.5555/tides.1';

const preprint = (id: string, told: Partial<Paper> = {}): Paper =>
  inventedPaper(id, { describedBy: 'biorxiv', categories: ['biorxiv/ecology'], ...unlisted, ...told });
const article = (id: string, told: Partial<Paper> = {}): Paper =>
  inventedPaper(id, { describedBy: 'crossref', version: null, categories: [], doi: id, ...unlisted, ...told });

/** Has the paper's source list it. */
const list = (store: Store, paper: Paper, at = noon, type: AnnounceType = 'new') =>
  store.recordListing(inventedListing([listed(paper, type)], { source: paper.describedBy, date: dateOf(at) }), at);
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const newsIds = async (store: Store) => (await store.newsAfter(0, 100)).map(({ paper }) => paper.id);

/** What every store makes of one work that several sources tell of. */
export function describeJoinedPapers(newPlace: () => StorePlace): void {
  describe('one work under several ids', () => {
    it('is one paper where a source states it: found under each id, described by the weightier source', async () => {
      const store = await newPlace().open();
      await list(store, preprint(preprintId, { doi: journalId, title: 'As bioRxiv has it', version: 4 }));
      const joined = await list(store, inventedPaper(arxivId, { doi: journalId, version: 2, ...unlisted }), noon + 1);
      expect(joined).toMatchObject({ fresh: 1 });
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
      const { postedPapers } = await store.digestInput('channel');
      expect(await newsIds(store)).toEqual([arxivId]);
      expect([...postedPapers([arxivId])]).toEqual([arxivId]);
      for (const id of [arxivId, preprintId, journalId]) {
        const again = planOf(1, { papers: [id], date: '2026-03-04', at: noon + 2 * dayMs });
        await expect(store.planDigest(again)).rejects.toMatchObject({ code: 'conflict' });
        expect((await store.paperTrail('channel', id))?.postedIn).toMatchObject({ date: '2026-03-02' });
      }
    });

    it('that a channel was given twice before anyone stated it keeps its trail', async () => {
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

    it('is joined while its listing is still being written', async () => {
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
      const { parseTopic } = await import('../../src/topics/parse.ts');
      for (const id of [arxivId, preprintId, journalId]) {
        const parsed = parseTopic(`id:${id}`);
        if (!parsed.ok) throw new Error(parsed.error.message);
        const { papers } = await store.searchPapers({ topic: parsed.topic, offset: 0, limit: 5 });
        expect(papers).toHaveLength(1);
        expect(papers[0]?.extras.upvotes).toBe(7);
      }
    });
  });

  describe('papers that cannot be one', () => {
    it('are kept apart though both state one DOI, and say so', async () => {
      const store = await newPlace().open();
      await list(store, inventedPaper(arxivId, { doi: journalId, ...unlisted }));
      const receipt = await list(store, inventedPaper(otherArxivId, { doi: journalId, ...unlisted }));
      expect(receipt).toMatchObject({
        fresh: 1,
        keptApart: [{ id: otherArxivId, other: arxivId, stated: journalId }],
      });
      expect(await newsIds(store)).toEqual([arxivId, otherArxivId]);
      // Whose it is, nobody can tell.
      await list(store, article(journalId));
      expect((await store.paper(journalId))?.id).toBe(journalId);
      expect(await newsIds(store)).toEqual([arxivId, otherArxivId, journalId]);
    });

    it('stay what they are where the DOI had joined one of them already', async () => {
      const store = await newPlace().open();
      await list(store, inventedPaper(arxivId, { doi: journalId, ...unlisted }));
      await list(store, article(journalId));
      await list(store, inventedPaper(otherArxivId, { doi: journalId, ...unlisted }));
      expect((await store.paper(journalId))?.id).toBe(arxivId);
      expect((await store.paper(otherArxivId))?.id).toBe(otherArxivId);
    });

    it('never come together through a third', async () => {
      const store = await newPlace().open();
      await list(store, inventedPaper(arxivId, { doi: preprintId, ...unlisted }));
      await list(store, preprint(preprintId));
      await list(store, inventedPaper(otherArxivId, { doi: journalId, ...unlisted }));
      const receipt = await list(store, article(journalId, { sameAs: [preprintId] }));
      expect(receipt.keptApart).toHaveLength(1);
      expect((await store.paper(journalId))?.id).toBe(otherArxivId);
      expect((await store.paper(preprintId))?.id).toBe(arxivId);
    });

    it('say so once, not at every pull', async () => {
      const store = await newPlace().open();
      const second = inventedPaper(otherArxivId, { doi: journalId, ...unlisted });
      await list(store, inventedPaper(arxivId, { doi: journalId, ...unlisted }));
      await list(store, second);
      expect(await list(store, second)).not.toHaveProperty('keptApart');
    });
  });

  describe('whatever sources state, in whatever order', () => {
    const works = [0, 1, 2].map((n) => ({
      arxiv: `2603.0010${n}`,
      preprint: `10.1101/2026.03.01.70010${n}`,
      journal: `10.5555/work.${n}`,
    }));
    type Work = (typeof works)[number];
    const work = fc.constantFrom(...works);

    /** A telling of a work; `of` is the work whose ids it states: its own, where it is right. */
    const telling = (of: fc.Arbitrary<Work | null>) =>
      fc
        .record({
          from: fc.constantFrom('arxiv', 'biorxiv', 'crossref'),
          work,
          of,
          version: fc.integer({ min: 1, max: 3 }),
        })
        .chain(({ from, work: told, of: other, version }) => {
          const stated = other ?? told;
          if (from === 'arxiv')
            return fc
              .option(fc.constantFrom(stated.preprint, stated.journal))
              .map((doi) => inventedPaper(told.arxiv, { doi, version, ...unlisted }));
          if (from === 'biorxiv')
            return fc.option(fc.constant(stated.journal)).map((doi) => preprint(told.preprint, { doi, version }));
          return fc.subarray([stated.arxiv, stated.preprint]).map((sameAs) => article(told.journal, { sameAs }));
        });

    const step = (of: fc.Arbitrary<Work | null>) =>
      fc.oneof(
        { weight: 5, arbitrary: telling(of).map((paper) => ({ kind: 'told' as const, paper })) },
        {
          weight: 1,
          arbitrary: fc.constantFrom('one', 'two').map((channelId) => ({ kind: 'digest' as const, channelId })),
        },
      );

    /** Posts all that is new to the channel, and tells which ids that were. */
    async function post(store: Store, channelId: string, day: number): Promise<readonly string[]> {
      const { consideredNewsNumber, postedPapers } = await store.digestInput(channelId);
      const news = await store.newsAfter(consideredNewsNumber, 100);
      const ids = news.map(({ paper }) => paper.id);
      const posted = postedPapers(ids);
      const papers = ids.filter((id) => !posted.has(id));
      const at = noon + day * dayMs;
      const plan = {
        channelId,
        papers,
        date: dateOf(at),
        at,
        consideredNewsNumber: news.at(-1)?.newsNumber ?? consideredNewsNumber,
      };
      await store.planDigest(planOf(papers.length > 0 ? 1 : 0, plan));
      return papers;
    }

    async function play(store: Store, steps: readonly { kind: string; paper?: Paper; channelId?: string }[]) {
      const posted: Record<string, string[]> = { one: [], two: [] };
      for (const channelId of Object.keys(posted)) await subscribed(store, 'tides', { channelId });
      for (const [day, { paper, channelId }] of steps.entries()) {
        if (paper !== undefined) await list(store, paper, noon + day * dayMs);
        if (channelId === undefined) continue;
        const before = await Promise.all((posted[channelId] ?? []).map((id) => store.paper(id)));
        const now = await post(store, channelId, day);
        expect(before.map((each) => each?.id).filter((id) => now.includes(id ?? ''))).toEqual([]);
        posted[channelId]?.push(...now);
      }
    }

    /** What holds of any store: each id leads to one paper that knows it, and no paper has two ids of one kind. */
    async function checkIds(store: Store, told: readonly Paper[]): Promise<void> {
      const ids = [...new Set(told.map(({ id }) => id))];
      const found = await Promise.all(ids.map((id) => store.paper(id)));
      expect(found).not.toContain(null);
      const byPaper = Map.groupBy(ids.entries(), ([index]) => found[index]?.id);
      for (const own of byPaper.values()) {
        const kinds = own.map(([, id]) => kindOfId(id));
        expect(new Set(kinds).size).toBe(kinds.length);
      }
      for (const [index, id] of ids.entries()) {
        const paper = found[index];
        expect([paper?.id, paper?.doi, ...(paper?.sameAs ?? [])]).toContain(id);
      }
      const news = await newsIds(store);
      expect(new Set(news).size).toBe(news.length);
      expect(news.toSorted()).toEqual([...new Set(found.map((each) => each?.id ?? ''))].toSorted());
      expect(await store.counts()).toMatchObject({ papers: byPaper.size });
    }

    const toldIn = (steps: readonly { paper?: Paper }[]) => steps.flatMap(({ paper }) => paper ?? []);

    it('a work is one paper where what is stated is right, and no channel gets it twice', async () => {
      const property = fc.asyncProperty(
        fc.array(step(fc.constant(null)), { minLength: 4, maxLength: 14 }),
        async (steps) => {
          const store = await newPlace().open();
          await play(store, steps as never);
          const told = toldIn(steps as never);
          await checkIds(store, told);
          for (const one of works) await checkJoined(store, one, told);
          for (const paper of told.slice(-1))
            expect(await list(store, paper, noon + steps.length * dayMs)).toMatchObject({ fresh: 0 });
          await store[Symbol.asyncDispose]();
        },
      );
      await fc.assert(property, { numRuns: 20, seed: 7 });
    }, 60_000);

    /** What was told of the work, and is linked by what was stated, is one paper. */
    async function checkJoined(store: Store, one: Work, told: readonly Paper[]): Promise<void> {
      const groups = new Map<string, Set<string>>();
      for (const paper of told.filter(({ id }) => Object.values(one).includes(id))) {
        const stated = [paper.id, ...(paper.doi === null ? [] : [paper.doi]), ...(paper.sameAs ?? [])];
        const group = new Set(stated.flatMap((id) => [id, ...(groups.get(id) ?? [])]));
        for (const id of group) groups.set(id, group);
      }
      for (const [id, group] of groups) {
        const own = told.filter((paper) => group.has(paper.id));
        const found = await Promise.all(own.map((paper) => store.paper(paper.id)));
        expect(new Set(found.map((each) => each?.id)).size, id).toBe(1);
      }
    }

    it('no paper has two ids from one server, and no channel gets a paper twice, where much of it is wrong', async () => {
      const wrong = fc.option(work, { freq: 2 });
      const property = fc.asyncProperty(fc.array(step(wrong), { minLength: 4, maxLength: 16 }), async (steps) => {
        const store = await newPlace().open();
        await play(store, steps as never);
        await checkIds(store, toldIn(steps as never));
        await store[Symbol.asyncDispose]();
      });
      await fc.assert(property, { numRuns: 30, seed: 11 });
    }, 60_000);
  });
}
