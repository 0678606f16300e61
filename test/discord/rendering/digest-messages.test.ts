import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digest, DigestItem } from '../../../src/digests/digest.ts';
import {
  composeDigest,
  digestReference,
  packCards,
  serializeDigest,
} from '../../../src/discord/rendering/digest-messages.ts';
import { embedTextLength, messageLimits } from '../../../src/discord/rendering/message-limits.ts';
import { paperCard, showAuthors, showFirstAuthor } from '../../../src/discord/rendering/paper-card.ts';
import { noExtras, type Paper } from '../../../src/papers/paper.ts';
import { noHighlights } from '../../../src/topics/highlights.ts';
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
  highlights: noHighlights,
  ...known,
});

const usualDigest = (papers: number, known: Partial<Digest> = {}): Digest =>
  digestOf(
    inventPapers(papers, 'diffusion').map((paper) => itemOf(paper)),
    known,
  );

/** What would format, link or ping, had a paper brought it unescaped. */
const foreign = /[[\]<>@_`|#*]|https?:\/\//;

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

/** Of any text at all: a place may lie beyond its end. */
const anyPlaces = fc.array(
  fc.tuple(fc.nat(700), fc.nat(60)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 12 },
);

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
        highlights: fc.record({ title: anyPlaces, abstract: anyPlaces, summary: anyPlaces }),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    topics: fc.array(text(500), { minLength: 1, maxLength: 50 }),
    hidden: fc.nat(1_000),
  })
  .map(({ items, topics, hidden }) => digestOf(items, { topics, matchedCount: items.length + hidden }));

describe('the completeness of a digest', () => {
  const account = (category: string, fetched = 108) => ({ category, announced: 108, fetched, matched: 9 });
  const smallLine = (...categories: ReturnType<typeof account>[]): string => {
    const told = [{ source: 'arxiv', date: '2026-06-12', categories }];
    const notes = { covers: null, missing: [], told, madeAt: 0, skippedPapers: 0 };
    const [message] = composeDigest(usualDigest(1, { notes }));
    return message?.content.split('\n').at(-1) ?? '';
  };

  it('stands in its small print, for the categories that were asked for', () => {
    expect(smallLine()).toMatch(/^-# 512 announced · 1 match · ref \w+$/);
    expect(smallLine(account('cs.CL'), account('cs.CV', 107))).toMatch(
      /^-# 512 announced · 1 match · cs\.CL 108 of 108 announced, 9 matched · cs\.CV 107 of 108 announced, 9 matched · ref \w+$/,
    );
  });

  it('is summed up where they are many', () => {
    const all = ['cs.AI', 'cs.CL', 'cs.CV', 'cs.LG', 'cs.RO'].map((category) => account(category));
    expect(smallLine(...all)).toContain('cs.CV 108 of 108 announced, 9 matched · 2 more categories: complete · ref');
    expect(smallLine(...all, account('hep-th', 100))).toContain('3 more categories: 1 of them incomplete');
  });
});

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
        const written = serializeDigest(digest);
        expect(written.map(({ json }) => json)).toEqual(messages.map((message) => JSON.stringify(message)));
        expect(written.map(({ nonce }) => nonce)).toEqual(messages.map(({ nonce }) => nonce));
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('lets no paper ping, link, or leave its place', () => {
    fc.assert(
      fc.property(anyDigest, (digest) => {
        for (const { content, embeds, allowed_mentions } of composeDigest(digest)) {
          expect(allowed_mentions).toEqual({ parse: [] });
          const bare = (marked: string) =>
            marked
              .replace(/\[Code\]\(https:\/\/[\w./%-]+\)/g, '')
              .replace(/\\[\s\S]/g, 'x')
              .replace(/\*\*([^*]+)\*\*(?!\*)/g, '$1');
          expect(bare(content).replace(/^(## |-# )/gm, '')).not.toMatch(/[[\]<>@_`|#]|https?:\/\//);
          for (const { title = '', description = '' } of embeds) {
            expect(bare(title)).not.toMatch(foreign);
            const lines = bare(description).split('\n');
            expect(lines.filter((line) => !line.startsWith('-# '))).toHaveLength(1);
            for (const line of lines)
              expect(line.replace(/^-# |^\*(?:AI summary|TLDR by Semantic Scholar):\*/, '')).not.toMatch(foreign);
          }
        }
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('ends each part with a reference of its own, in letters that no markdown changes', () => {
    fc.assert(
      fc.property(anyDigest, (digest) => {
        const messages = composeDigest(digest);
        for (const { content, nonce } of messages) {
          expect(content).toMatch(/^-# (.* · )?ref [A-Za-z0-9]{12}$/m);
          expect(messages.filter((other) => other.content.endsWith(digestReference(nonce)))).toHaveLength(1);
        }
      }),
      { seed: 6, numRuns: 20 },
    );
  });

  it('says the date first, then how many papers on which topic, then small what else there is', () => {
    const [first] = composeDigest(usualDigest(2, { matchedCount: 14 }));
    expect(first?.content.split('\n')).toEqual([
      '## Papers for Friday 12 June 2026',
      'The best 2 of 14 new papers on **diffusion**',
      expect.stringMatching(/^-# 512 announced · 14 match · 12 not shown: \/papers search finds them · ref \w{12}$/),
    ]);
  });

  it.each([
    [3, {}, '3 new papers on **diffusion**', '512 announced · 3 match · ref'],
    [1, {}, '1 new paper on **diffusion**', '512 announced · 1 match · ref'],
    [1, { matchedCount: 2 }, 'The best of 2 new papers on **diffusion**', '1 not shown: /papers search finds it · ref'],
    [2, { topics: ['a', 'b -c', 'd'] }, '2 new papers on your topics: **a**, **b -c**, **d**', '2 match · ref'],
  ])('counts in plain words: %i papers, %j', (papers, known, share, small) => {
    const [, second, third] = composeDigest(usualDigest(papers, known))[0]?.content.split('\n') ?? [];
    expect(second).toContain(share);
    expect(third).toContain(small);
  });

  it('names as many topics as have room and counts the others', () => {
    const topics = Array.from({ length: 50 }, (_, index) => `${index} ${'x'.repeat(90)}`);
    const content = composeDigest(usualDigest(1, { topics }))[0]?.content ?? '';
    const [, share = ''] = content.split('\n');
    const named = share.match(/\*\*\d+ x+…\*\*/g) ?? [];
    expect(named.length).toBeGreaterThan(2);
    expect(share).toMatch(new RegExp(`x…\\*\\* and ${50 - named.length} more$`));
    expect(share.length).toBeLessThan(320);
  });

  it('names the topics on the cards only where there are several', () => {
    const descriptionFor = (topics: string[]) => composeDigest(usualDigest(1, { topics }))[0]?.embeds[0]?.description;
    expect(descriptionFor(['diffusion'])).toMatch(/\n-# Matches “diffusion” in the title$/);
    expect(descriptionFor(['diffusion', 'ocean'])).toMatch(/\n-# Matches diffusion: “diffusion” in the title$/);
  });

  it('fits ten usual papers into one message and numbers the parts of a long digest', () => {
    const usual = inventPapers(10, 'diffusion').map((paper) =>
      itemOf({ ...paper, abstract: 'Usual words of a paper. '.repeat(50) }),
    );
    expect(composeDigest(digestOf(usual))).toHaveLength(1);
    const many = composeDigest(usualDigest(25));
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
    expect(packCards([{ embed: card }, { embed: card }]).map((group) => group.length)).toEqual([1, 1]);
  });
});

describe('paperCard', () => {
  it('has in bold what matched, in the title and in the text that is shown', () => {
    const highlights = {
      title: [{ start: 0, end: 5 }],
      abstract: [{ start: 2, end: 7 }],
      summary: [{ start: 4, end: 9 }],
    };
    const paper = inventPaper({ title: 'Graph nets', abstract: 'A graph is a *set*.' });
    const card = paperCard(paper, { highlights });
    expect(card.title).toBe('**Graph** nets');
    expect(card.description).toContain('A **graph** is a \\*set\\*.');
    const summarized = { ...paper, extras: { ...noExtras, aiSummary: 'The graph.' } };
    expect(paperCard(summarized, { highlights }).description).toContain('*AI summary:* The **graph**.');
    expect(paperCard(paper).title).toBe('Graph nets');
  });

  it('puts people above the text and reasons below it, in small letters', () => {
    const extras = {
      ...noExtras,
      organization: 'The *Lab*',
      aiSummary: 'It works.',
      codeUrl: 'https://github.com/a/b',
    };
    const paper = inventPaper({ authors: ['A', 'B'], extras });
    expect(paperCard(paper, itemOf(paper)).description).toBe(
      [
        '-# A and B · The \\*Lab\\*',
        '*AI summary:* It works.',
        '-# Matches “diffusion” in the title · [Code](https://github.com/a/b)',
      ].join('\n'),
    );
    expect(paperCard(inventPaper({ authors: [], abstract: 'Short.' })).description).toBe('Short.');
  });

  it('puts topics that match for the same reason into one line, by name where that is short', () => {
    const paper = inventPaper({ authors: [], abstract: 'Short.' });
    const matchesOf = (...topics: string[]) => topics.map((canonical) => ({ canonical, why: [`in ${canonical[0]}`] }));
    const reasonsOf = (...topics: string[]) =>
      paperCard(paper, { matches: matchesOf(...topics), namesTopics: true })
        .description?.split('\n')
        .slice(1);
    expect(reasonsOf('ants', 'bees', 'auks')).toEqual(['-# Matches ants, auks: in a', '-# Matches bees: in b']);
    const long = Array.from({ length: 30 }, (_, index) => `a ${index} ${'x'.repeat(90)}`);
    expect(reasonsOf(...long, 'bees')).toEqual(['-# Matches 30 topics: in a', '-# Matches bees: in b']);
    expect(reasonsOf('bees', 'cats', 'dogs', ...long)?.at(-1)).toBe('-# and 30 more topics');
    const cut = reasonsOf(long[0] ?? '')?.[0] ?? '';
    expect(cut).toMatch(/^-# Matches a 0 x+…: in a$/);
    expect(cut.length).toBeLessThan(90);
  });

  it('gives each reason a line of its own, three at most, and the code after the last', () => {
    const paper = inventPaper({
      authors: [],
      abstract: 'Short.',
      extras: { ...noExtras, codeUrl: 'https://github.com/a/b' },
    });
    const matches = ['a', 'b', 'c', 'd'].map((canonical) => ({ canonical, why: [`in ${canonical}`, 'by A'] }));
    expect(paperCard(paper, { matches, namesTopics: true }).description?.split('\n')).toEqual([
      'Short.',
      '-# Matches a: in a; by A',
      '-# Matches b: in b; by A',
      '-# Matches c: in c; by A',
      '-# and 1 more topic · [Code](https://github.com/a/b)',
    ]);
  });

  it('shortens 664 authors to the first two and the last, and leaves out names that are none', () => {
    const authors = [':', ...Array.from({ length: 664 }, (_, index) => `Author ${index + 1}`)];
    expect(paperCard(inventPaper({ authors })).description).toMatch(
      /^-# Author 1, Author 2 … Author 664 \(664 authors\)\n/,
    );
    expect(showAuthors(['A', 'B', 'C', 'D', 'E'])).toBe('A, B … E (5 authors)');
    expect(showAuthors(['A', 'B', 'C', 'D'])).toBe('A, B, C and D');
    expect(['A', 'AB', 'ABC'].map((names) => showFirstAuthor([...names]))).toEqual(['A', 'A and B', 'A and 2 others']);
  });

  it('names a collaboration, not its thousands, and those who speak for one', () => {
    const members = Array.from({ length: 3_303 }, (_, index) => `Author ${index + 1}`);
    expect(showAuthors(['ATLAS Collaboration', ':', ...members])).toBe(
      'Author 1 and 3,302 others, for the ATLAS Collaboration',
    );
    const many = [...members.slice(0, 9), 'The CMS Collaboration', 'the LHCb Collaboration'];
    expect(showAuthors(many)).toBe('Author 1 and 8 others, for the CMS Collaboration and the LHCb Collaboration');
    expect(showAuthors(['Kimi Team', 'A', 'B', 'C', 'D', 'E'])).toBe('A and 4 others, for the Kimi Team');
    expect(showAuthors(['Team Olmo', 'A', 'B'])).toBe('A and B, for Team Olmo');
    expect(showAuthors(['J. Rico on behalf of the MAGIC Collaboration'])).toBe('J. Rico, for the MAGIC Collaboration');
    expect(showAuthors(['PHENIX Collaboration', 'A. Adare', 'et al'])).toBe(
      'A. Adare et al., for the PHENIX Collaboration',
    );
    expect(showAuthors(['The KamLAND Collaboration'])).toBe('KamLAND Collaboration');
    expect(showFirstAuthor(['The KamLAND Collaboration', ':'])).toBe('KamLAND Collaboration');
    expect(showFirstAuthor(['ATLAS Collaboration', ':', ...members])).toBe('Author 1 and 3,302 others');
    expect(showAuthors(['A *Bold* Collaboration', 'B'])).toBe('B, for the A \\*Bold\\* Collaboration');
  });

  it('says where a text is a machine’s, and where there is none', () => {
    const extras = { ...noExtras, aiSummary: 'It works.' };
    expect(paperCard(inventPaper({ extras })).description).toContain('*AI summary:* It works.');
    expect(paperCard(inventPaper({ abstract: ' \n ' })).description).toContain('no abstract');
  });

  it('names categories, upvotes, id, code and its stars', () => {
    const extras = { ...noExtras, upvotes: 42, codeUrl: 'https://github.com/some_one/code', codeStars: 1234 };
    const paper = inventPaper({ extras, categories: ['cs.LG', 'stat.ML'] });
    const card = paperCard(paper, itemOf(paper, { announceType: 'cross' }));
    expect(card.footer?.text).toBe('cs.LG, stat.ML · cross-listed · 42 upvotes · arXiv 2606.00001');
    expect(card.description).toContain('[Code](https://github.com/some%5Fone/code) (1,234 stars)');
    const crowded = inventPaper({ categories: Array.from({ length: 5 }, () => 'x'.repeat(99)) });
    expect(paperCard(crowded).footer?.text).toMatch(/… · arXiv 2606\.00001$/);
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
