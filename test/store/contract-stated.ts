import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Paper, unlisted } from '../../src/papers/paper.ts';
import { kindOfId } from '../../src/papers/paper-id.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, utcDate } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { inventedPaper, noon } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import { article, list, newsIds, preprint } from './invented-works.ts';
import type { StorePlace } from './opened-store.ts';

/** Properties that hold for all statements of sources about the ids of works. */
export function describeStatedIds(newPlace: () => StorePlace): void {
  describe('for all statements of sources, in any order', () => {
    const works = [0, 1, 2].map((n) => ({
      arxiv: `2603.0010${n}`,
      preprint: `10.1101/2026.03.01.70010${n}`,
      journal: `10.5555/work.${n}`,
    }));
    type Work = (typeof works)[number];
    const work = fc.constantFrom(...works);

    /** A paper of `work`. `of` is the work whose ids it states: the same work if the statement is right. */
    const paperOf = (of: fc.Arbitrary<Work | null>) =>
      fc
        .record({
          from: fc.constantFrom('arxiv', 'biorxiv', 'crossref'),
          work,
          of,
          version: fc.integer({ min: 1, max: 3 }),
        })
        .chain(({ from, work: own, of: other, version }) => {
          const stated = other ?? own;
          if (from === 'arxiv')
            return fc
              .option(fc.constantFrom(stated.preprint, stated.journal))
              .map((doi) => inventedPaper(own.arxiv, { doi, version, ...unlisted }));
          if (from === 'biorxiv')
            return fc.option(fc.constant(stated.journal)).map((doi) => preprint(own.preprint, { doi, version }));
          return fc.subarray([stated.arxiv, stated.preprint]).map((sameAs) => article(own.journal, { sameAs }));
        });

    const step = (of: fc.Arbitrary<Work | null>) =>
      fc.oneof(
        { weight: 5, arbitrary: paperOf(of).map((paper) => ({ kind: 'paper' as const, paper })) },
        {
          weight: 1,
          arbitrary: fc.constantFrom('one', 'two').map((channelId) => ({ kind: 'digest' as const, channelId })),
        },
      );

    /** Posts all new papers to the channel, and returns their ids. */
    async function post(store: Store, channelId: string, day: number): Promise<readonly string[]> {
      const { consideredNewsNumber } = await store.digestInput(channelId);
      const news = await store.newsAfter(consideredNewsNumber, 100);
      const ids = news.map(({ paper }) => paper.id);
      const posted = await store.postedPapers(channelId, ids);
      const papers = ids.filter((id) => !posted.has(id));
      const at = noon + day * dayMs;
      const plan = {
        channelId,
        papers,
        date: utcDate(at),
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

    /** Each id leads to one paper that has it, and no paper has two own ids of one kind. */
    async function checkIds(store: Store, papers: readonly Paper[]): Promise<void> {
      const ids = [...new Set(papers.map(({ id }) => id))];
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

    const papersIn = (steps: readonly { paper?: Paper }[]) => steps.flatMap(({ paper }) => paper ?? []);

    it('a work is one paper if the statements are right, and no channel receives it twice', async () => {
      const property = fc.asyncProperty(
        fc.array(step(fc.constant(null)), { minLength: 4, maxLength: 14 }),
        async (steps) => {
          const store = await newPlace().open();
          await play(store, steps as never);
          const papers = papersIn(steps as never);
          await checkIds(store, papers);
          for (const one of works) await checkMerged(store, one, papers);
          for (const paper of papers.slice(-1))
            expect(await list(store, paper, noon + steps.length * dayMs)).toMatchObject({ fresh: 0 });
          await store[Symbol.asyncDispose]();
        },
      );
      await fc.assert(property, { numRuns: 20, seed: 7 });
    }, 60_000);

    /** Papers of the work that statements link are one paper. */
    async function checkMerged(store: Store, one: Work, papers: readonly Paper[]): Promise<void> {
      const groups = new Map<string, Set<string>>();
      for (const paper of papers.filter(({ id }) => Object.values(one).includes(id))) {
        const stated = [paper.id, ...(paper.doi === null ? [] : [paper.doi]), ...(paper.sameAs ?? [])];
        const group = new Set(stated.flatMap((id) => [id, ...(groups.get(id) ?? [])]));
        for (const id of group) groups.set(id, group);
      }
      for (const [id, group] of groups) {
        const own = papers.filter((paper) => group.has(paper.id));
        const found = await Promise.all(own.map((paper) => store.paper(paper.id)));
        expect(new Set(found.map((each) => each?.id)).size, id).toBe(1);
      }
    }

    it('no paper has two ids from one server, and no channel receives a paper twice, if many statements are wrong', async () => {
      const wrong = fc.option(work, { freq: 2 });
      const property = fc.asyncProperty(fc.array(step(wrong), { minLength: 4, maxLength: 16 }), async (steps) => {
        const store = await newPlace().open();
        await play(store, steps as never);
        await checkIds(store, papersIn(steps as never));
        await store[Symbol.asyncDispose]();
      });
      await fc.assert(property, { numRuns: 30, seed: 11 });
    }, 60_000);
  });
}
