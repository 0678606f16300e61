import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest, DigestItem } from '../../../src/digests/digest.ts';
import { composeDigest, packEmbeds } from '../../../src/discord/rendering/digest-messages.ts';
import { embedTextLength, messageLimits } from '../../../src/discord/rendering/message-limits.ts';
import { paperCard } from '../../../src/discord/rendering/paper-card.ts';
import { noExtras, type Paper } from '../../../src/papers/paper.ts';
import { inventPaper, inventPapers } from '../../support/invented-papers.ts';

const digestOf = (items: readonly DigestItem[], known: Partial<Digest> = {}): Digest => ({
  channelId: '1234',
  date: '2026-06-12',
  topics: ['diffusion'],
  items,
  matchedCount: items.length,
  announcedCount: 512,
  ...known,
});

const itemOf = (paper: Paper, known: Partial<DigestItem> = {}): DigestItem => ({
  paper,
  announceType: 'new',
  matches: [{ canonical: 'diffusion', why: ['“diffusion” in the title'] }],
  ...known,
});

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
  comment: nullable(text(300)),
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
  }),
});

const anyDigest: fc.Arbitrary<Digest> = fc
  .record({
    items: fc.array(
      fc.record({
        paper: anyPaper,
        announceType: fc.constantFrom('new' as const, 'cross' as const),
        matches: fc.array(fc.record({ canonical: text(500), why: fc.array(text(300), { maxLength: 20 }) }), {
          minLength: 1,
          maxLength: 50,
        }),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    topics: fc.array(text(500), { minLength: 1, maxLength: 50 }),
    hidden: fc.nat(1_000),
  })
  .map(({ items, topics, hidden }) => digestOf(items, { topics, matchedCount: items.length + hidden }));

describe('composeDigest', () => {
  it('keeps every limit of Discord and every paper, whatever the papers say', () => {
    fc.assert(
      fc.property(anyDigest, (digest) => {
        const messages = composeDigest(digest);
        for (const { content, embeds, nonce } of messages) {
          expect(content.length).toBeLessThanOrEqual(messageLimits.content);
          expect(embeds.length).toBeLessThanOrEqual(messageLimits.embeds);
          expect(embeds.reduce((sum, embed) => sum + embedTextLength(embed), 0)).toBeLessThanOrEqual(6_000);
          expect(new Set(embeds.map(({ url }) => url)).size).toBe(embeds.length);
          expect(nonce.length).toBeLessThanOrEqual(25);
          for (const embed of embeds) {
            expect(embed.title?.length).toBeGreaterThan(0);
            expect(embed.title?.length).toBeLessThanOrEqual(messageLimits.title);
            expect(embed.url).toMatch(/^https:\/\/arxiv\.org\/abs\//);
            expect(embed.thumbnail?.url ?? 'https://x.huggingface.co/').toMatch(
              /^https:\/\/[\w.-]*(huggingface|hf)\.co\//,
            );
          }
        }
        expect(messages.flatMap(({ embeds }) => embeds)).toHaveLength(digest.items.length);
        expect(composeDigest(digest)).toEqual(messages);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('lets no paper ping, link, or leave its place', () => {
    fc.assert(
      fc.property(anyDigest, (digest) => {
        for (const { content, embeds, allowed_mentions } of composeDigest(digest)) {
          expect(allowed_mentions).toEqual({ parse: [] });
          for (const marked of [
            content,
            ...embeds.flatMap(({ title = '', description = '' }) => [title, description]),
          ]) {
            const rest = marked
              .replace(/\[Code\]\(https:\/\/[\w./%-]+\)/g, '')
              .replace(/-# ref `[\w-]{25}`$/, '')
              .replace(/\\[\s\S]/g, 'x');
            expect(rest).not.toMatch(/[[\]<>@_`|#]|https?:\/\//);
          }
        }
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('says date, topics and counts first, and how many more there are', () => {
    const [first] = composeDigest(
      digestOf(
        inventPapers(2, 'diffusion').map((paper) => itemOf(paper)),
        { matchedCount: 14 },
      ),
    );
    expect(first?.content.split('\n').slice(0, 3)).toEqual([
      '**Papers for Friday 12 June 2026**',
      'Topic: **diffusion**',
      '14 of 512 newly announced papers match; the best 2 are shown, 12 more are not.',
    ]);
  });

  it('fits ten usual papers into one message and numbers the parts of a long digest', () => {
    const usual = inventPapers(10, 'diffusion').map((paper) =>
      itemOf({ ...paper, abstract: 'Usual words of a paper. '.repeat(50) }),
    );
    expect(composeDigest(digestOf(usual))).toHaveLength(1);
    const many = composeDigest(digestOf(inventPapers(25, 'diffusion').map((paper) => itemOf(paper))));
    expect(many.map(({ embeds }) => embeds.length)).toEqual([10, 10, 5]);
    expect(many.map(({ content }) => /Part \d of \d/.exec(content)?.[0])).toEqual([
      'Part 1 of 3',
      'Part 2 of 3',
      'Part 3 of 3',
    ]);
    expect(new Set(many.map(({ nonce }) => nonce)).size).toBe(3);
  });

  it('puts cards of the same paper into different messages', () => {
    const card = paperCard(inventPaper());
    expect(packEmbeds([card, card]).map((group) => group.length)).toEqual([1, 1]);
  });
});

describe('paperCard', () => {
  it('shortens 664 authors, and leaves out names that are none', () => {
    const authors = [':', ...Array.from({ length: 664 }, (_, index) => `Author ${index + 1}`)];
    expect(paperCard(inventPaper({ authors })).description).toMatch(/^Author 1, Author 2, Author 3 and 661 others\n/);
    expect(paperCard(inventPaper({ authors: ['A', 'B', 'C', 'D'] })).description).toMatch(/^A, B, C and D\n/);
  });

  it('says where a text is a machine’s, and where there is none', () => {
    const extras = { ...noExtras, aiSummary: 'It works.' };
    expect(paperCard(inventPaper({ extras })).description).toContain('AI summary: It works.');
    expect(paperCard(inventPaper({ abstract: ' \n ' })).description).toContain('no abstract');
  });

  it('names categories, upvotes, code and why it matched', () => {
    const extras = { ...noExtras, upvotes: 42, codeUrl: 'https://github.com/some_one/code', codeStars: 1234 };
    const paper = inventPaper({ extras, categories: ['cs.LG', 'stat.ML'] });
    const card = paperCard(paper, itemOf(paper, { announceType: 'cross' }));
    expect(card.footer?.text).toBe('arXiv 2606.00001 · cs.LG, stat.ML · cross-listed · 42 upvotes on Hugging Face');
    expect(card.description).toContain('[Code](https://github.com/some%5Fone/code) (1,234 stars)');
    expect(card.description).toContain('Matches **diffusion**: “diffusion” in the title');
  });

  it.each([
    'http://huggingface.co/x.png',
    'https://evil.example/huggingface.co',
    'https://huggingface.co.evil.example/x.png',
    'javascript:alert(1)',
  ])('shows no image from %s', (thumbnailUrl) => {
    expect(paperCard(inventPaper({ extras: { ...noExtras, thumbnailUrl } })).thumbnail).toBeUndefined();
  });
});
