import fc from 'fast-check';
import type { Digest } from '../../../src/digests/digest.ts';
import { saying } from '../../../src/language/saying.ts';
import type { Paper } from '../../../src/papers/paper.ts';
import { digestOf } from '../../support/invented-digests.ts';

const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength }),
    fc.string({ unit: fc.constantFrom(...'[](){}<>@#*_~`|\\ ab\n', 'https://evil.example/', '@everyone'), maxLength }),
  );
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const anyPaper: fc.Arbitrary<Paper> = fc.record({
  id: fc.oneof(fc.constantFrom('2606.00001', '2606.00002', 'math/0611800'), text(30)),
  version: fc.constant(1),
  title: text(800),
  abstract: text(5_000),
  authors: fc.array(text(120), { maxLength: 700, size: 'max' }),
  categories: fc.array(text(20), { maxLength: 12 }),
  describedBy: fc.constant('arxiv'),
  publishedAt: fc.constant(null),
  doi: fc.constant(null),
  journalReference: fc.constant(null),
  comment: nullable(
    fc.oneof(
      text(300),
      text(120).map((venue) => `Accepted at A${venue} 2026`),
    ),
  ),
  sources: fc.constant(['arxiv']),
  announcedAs: fc.constant('new'),
  extras: fc.record({
    upvotes: nullable(fc.nat()),
    codeUrl: nullable(fc.oneof(fc.webUrl(), text(60), fc.constant('https://github.com/a_b/c(d)'))),
    codeStars: nullable(fc.nat()),
    projectUrl: nullable(fc.webUrl()),
    aiSummary: nullable(text(2_000)),
    thumbnailUrl: nullable(fc.oneof(fc.webUrl(), fc.constant('https://cdn-thumbnails.huggingface.co/x.png'))),
    organization: nullable(text(300)),
    citations: nullable(fc.nat()),
    venue: nullable(text(200)),
    tldr: nullable(text(1_000)),
  }),
});

/** A link to a duplicate in a message, whose name has no escaped characters any more. */
export const linkToDuplicate = /\[arXiv[^[\]]*\]\(https:\/\/arxiv\.org\/abs\/[^()\s]*\)/g;

/** A place may lie beyond the end of its text. */
const anyPlaces = fc.array(
  fc.tuple(fc.nat(700), fc.nat(60)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 12 },
);

/** Digests whose papers contain everything that formats, links, pings or is too long. */
export const anyDigest: fc.Arbitrary<Digest> = fc
  .record({
    items: fc.array(
      fc.record({
        paper: anyPaper,
        duplicates: fc.array(anyPaper, { maxLength: 2 }),
        announceType: fc.constantFrom('new' as const, 'cross' as const),
        matches: fc.array(
          fc.record({
            canonical: text(500),
            why: fc.array(
              text(300).map((word) => saying('reasons.word', { word })),
              { maxLength: 20 },
            ),
          }),
          {
            minLength: 1,
            maxLength: 50,
          },
        ),
        highlights: fc.record({ title: anyPlaces, abstract: anyPlaces, summary: anyPlaces }),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    topics: fc.array(text(500), { minLength: 1, maxLength: 50 }),
    hidden: fc.nat(1_000),
  })
  .map(({ items, topics, hidden }) => digestOf(items, { topics, matchedCount: items.length + hidden }));
