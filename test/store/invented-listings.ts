import type { AnnounceType } from '../../src/papers/announce-type.ts';
import type { Listing, ListingEntry } from '../../src/papers/listing.ts';
import { noExtras, type Paper } from '../../src/papers/paper.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import type { Topic } from '../../src/topics/topic.ts';
import { meaning } from '../support/shipped-meaning.ts';

/** 2026-03-02, a Monday, at 12:00Z. */
export const noon = Date.UTC(2026, 2, 2, 12);

/** An invented paper that arXiv describes, as it is after `inventedListing` listed it. */
export const inventedPaper = (id: string, fields: Partial<Paper> = {}): Paper => ({
  id,
  version: 1,
  title: `Notes on the tides of lake ${id}`,
  abstract: 'We measure how the water rises and falls, and find that it does both.',
  authors: ['Ada Fjord', 'Benoît Rive'],
  categories: ['physics.ao-ph'],
  describedBy: 'arxiv',
  publishedAt: null,
  doi: null,
  journalReference: null,
  comment: null,
  sources: ['arxiv'],
  announcedAs: 'new',
  extras: noExtras,
  ...fields,
});

/** A paper as Hugging Face describes it: without categories, with upvotes. */
export const pickedPaper = (id: string, upvotes: number, fields: Partial<Paper> = {}): Paper =>
  inventedPaper(id, {
    version: null,
    categories: [],
    describedBy: 'huggingface',
    extras: { ...noExtras, upvotes },
    ...fields,
  });

export const listed = (paper: Paper, announceType: AnnounceType = 'new'): ListingEntry => ({ paper, announceType });

export const inventedListing = (entries: readonly ListingEntry[], fields: Partial<Listing> = {}): Listing => ({
  source: 'arxiv',
  date: '2026-03-02',
  entries,
  skipped: [],
  etags: {},
  isPartial: false,
  ...fields,
});

/** A listing of new papers. */
export const listingOf = (...ids: readonly string[]): Listing =>
  inventedListing(ids.map((id) => listed(inventedPaper(id))));

/** A listing of enough papers that they are written in several steps. */
export const largeListing = (): Listing => listingOf(...Array.from({ length: 500 }, (_, index) => `b/${index}`));

export function topicOf(text: string): Topic {
  const parsed = parseTopic(text, meaning);
  if (!parsed.ok) throw new Error(`“${text}” is not a topic: ${parsed.error.message}`);
  return parsed.topic;
}
