import { describe, expect, it } from 'vitest';
import { createListingReader, findLatePapers } from '../../../src/jobs/planning/late-papers.ts';
import type { DigestRun } from '../../../src/store/runs.ts';
import { subscribed } from '../../store/contract-channels.ts';
import { inventedListing, inventedPaper, listed, noon } from '../../store/invented-listings.ts';
import { runOf } from '../../store/invented-requests.ts';
import { sqlitePlace } from '../../store/opened-store.ts';

const day = { source: 'arxiv', date: '2026-03-03' } as const;

/** The late papers among a new version and a new paper of one listing, for a channel with that earlier run. */
async function lateAfter(date: string, run: Partial<DigestRun>) {
  const store = await sqlitePlace().open();
  const entries = [listed(inventedPaper('a/1'), 'replace'), listed(inventedPaper('a/2'))];
  await store.recordListing(inventedListing(entries, day), noon);
  await subscribed(store, 'lake');
  await store.recordRun(runOf(date, { state: 'planned', ...run }));
  return [...(await findLatePapers('channel', ['a/1', 'a/2', 'a/3'], createListingReader(store), store))];
}

describe('late papers', () => {
  const counted = [{ ...day, categories: [] }];
  const missing = [{ ...day, name: 'arXiv', state: 'waiting' }] as const;

  it('are the new ones of a listing that an earlier digest had', async () => {
    expect(await lateAfter(day.date, { counted })).toEqual(['a/2']);
  });

  it('are all of a listing that an earlier digest was made without', async () => {
    expect(await lateAfter(day.date, { missing })).toEqual(['a/1', 'a/2']);
  });

  it('are found where it was an earlier date than that of the listing', async () => {
    expect(await lateAfter('2026-03-01', { counted })).toEqual(['a/2']);
  });

  it('are none of another listing', async () => {
    expect(await lateAfter(day.date, { counted: [{ ...day, date: '2026-03-02', categories: [] }] })).toEqual([]);
    expect(await lateAfter(day.date, { counted: [{ ...day, source: 'biorxiv', categories: [] }] })).toEqual([]);
  });

  it('are found with one reading of each paper', async () => {
    const asked: (readonly string[])[] = [];
    const read = createListingReader({
      paperListings: async (ids) => {
        asked.push(ids);
        return new Map();
      },
    });
    await read(['a/1', 'a/2']);
    await read(['a/2', 'a/3']);
    await read(['a/3', 'a/1']);
    expect(asked).toEqual([['a/1', 'a/2'], ['a/3']]);
  });
});
