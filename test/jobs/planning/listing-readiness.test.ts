import { expect, it } from 'vitest';
import { createListingReadiness } from '../../../src/jobs/planning/listing-readiness.ts';
import { sourcesAt } from '../../sources/contract.ts';
import { topicOf } from '../../store/invented-listings.ts';
import { sqlitePlace } from '../../store/opened-store.ts';

/** A Tuesday, when every source publishes. */
const morning = Date.parse('2026-03-10T14:00:00Z');

it.each([
  ['diffusion', ['arxiv', 'biorxiv', 'huggingface', 'medrxiv']],
  ['cat:cs.LG', ['arxiv']],
  ['primary:cs.LG', ['arxiv']],
  ['cat:biorxiv/ecology', ['biorxiv']],
  ['cat:biorxiv/* OR cat:medrxiv/surgery', ['biorxiv', 'medrxiv']],
  ['cat:medrxiv/surgery -cat:cs.LG', ['medrxiv']],
  ['ecology (cat:cs.LG OR cat:biorxiv/ecology)', ['arxiv', 'biorxiv']],
  ['source:hf', ['huggingface']],
  ['gulls source:biorxiv', ['biorxiv']],
  ['gulls OR cat:cs.LG', ['arxiv', 'biorxiv', 'huggingface', 'medrxiv']],
])('a digest of %s waits only for sources that can have its papers', async (text, ids) => {
  await using store = await sqlitePlace().open();
  await using sources = sourcesAt('http://127.0.0.1:9');
  const missing = await createListingReadiness(sources.list, store, morning).missing(morning, [topicOf(text)]);
  expect(missing.map(({ source }) => source).toSorted()).toEqual(ids);
});
