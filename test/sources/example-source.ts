import { z } from 'zod';
import type { Listing, ListingEntry, SkippedItem } from '../../src/papers/listing.ts';
import { noExtras, type Paper, unlisted } from '../../src/papers/paper.ts';
import { parsePaperId } from '../../src/papers/paper-id.ts';
import { cleanText } from '../../src/papers/text.ts';
import { readJson } from '../../src/sources/json.ts';
import { readPaperTexts } from '../../src/sources/paper-texts.ts';
import { pastListings } from '../../src/sources/past-listings.ts';
import type { PoliteFetch } from '../../src/sources/polite-fetch.ts';
import { type PaperSource, type PulledListing, type PullRequest, SourceError } from '../../src/sources/source.ts';
import { hourMs, utcDate } from '../../src/time.ts';

/** The example of CONTRIBUTING: an invented server that answers `GET /posted?on=YYYY-MM-DD` with all papers of a day. */
const id = 'strandarchiv';
const name = 'Strandarchiv';

// The required fields. All others are optional, and a wrong type does not cost the paper.
const itemShape = z.object({
  doi: z.string(),
  title: z.string(),
  postedOn: z.string(),
  summary: z.string().optional().catch(undefined),
  people: z.array(z.string()).optional().catch(undefined),
});
const answerShape = z.object({ papers: z.array(z.unknown()) });

export function createExampleSource({
  url,
  fetch,
}: {
  readonly url: string;
  readonly fetch: PoliteFetch;
}): PaperSource {
  const pull = async ({ date, signal }: PullRequest): Promise<PulledListing> => {
    const { body } = await fetch.get(new URL(`${url}/posted?on=${date}`), { signal, accept: 'application/json' });
    const answer = answerShape.safeParse(readJson(body, name));
    if (!answer.success) throw new SourceError('malformed', `${name} sent something that is not a list of papers`);
    return asListing(date, answer.data.papers);
  };
  return {
    id,
    name,
    refreshMs: 6 * hourMs,
    hasCategories: false,
    datesToPull: (now) => [now - 24 * hourMs, now].map((at) => utcDate(at)),
    pull,
    async probe(signal) {
      await fetch.get(new URL(`${url}/posted?on=${utcDate(0)}`), { signal, accept: 'application/json' });
    },
    past: pastListings({ pull }, { settledAfterDays: 2 }),
  };
}

function asListing(date: string, items: readonly unknown[]): PulledListing {
  const read = items.map((item, index) => readItem(item, date, `item ${index + 1}`));
  const entries = read.filter((one) => 'paper' in one);
  const skipped = read.filter((one) => 'reason' in one);
  // Where no item can be read, the answer is something else, or of another day.
  if (items.length > 0 && entries.length === 0) {
    const isOtherDay = skipped.every(({ reason }) => reason.startsWith('it belongs to'));
    throw new SourceError(
      isOtherDay ? 'other-date' : 'malformed',
      `${name} has nothing to read: ${skipped[0]?.reason}`,
    );
  }
  const listing: Listing = { source: id, date, entries, skipped, etags: {}, isPartial: false };
  return { kind: items.length === 0 ? 'quiet' : 'listed', listing };
}

function readItem(value: unknown, date: string, place: string): ListingEntry | SkippedItem {
  const { data } = itemShape.safeParse(value);
  const doi = data === undefined ? undefined : parsePaperId(data.doi)?.id;
  if (data === undefined || doi === undefined) return { item: place, reason: 'it has no DOI, title or day' };
  if (data.postedOn !== date) return { item: doi, reason: `it belongs to ${cleanText(data.postedOn).slice(0, 20)}` };
  const texts = readPaperTexts(data.title, data.summary ?? '');
  if ('problem' in texts) return { item: doi, reason: texts.problem };
  const paper: Paper = {
    id: doi,
    version: null,
    ...texts,
    authors: (data.people ?? []).map(cleanText).filter(Boolean),
    categories: [],
    describedBy: id,
    publishedAt: null,
    doi: null,
    journalReference: null,
    comment: null,
    ...unlisted,
    extras: noExtras,
  };
  return { paper, announceType: 'new' };
}
