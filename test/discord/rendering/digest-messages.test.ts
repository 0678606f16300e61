import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeDigest, digestReference, serializeDigest } from '../../../src/discord/rendering/digest-messages.ts';
import { packCards } from '../../../src/discord/rendering/layouts/cards.ts';
import { embedTextLength, messageLimits } from '../../../src/discord/rendering/message-limits.ts';
import { paperCard } from '../../../src/discord/rendering/paper-card.ts';
import { sayIn } from '../../../src/language/say.ts';
import { digestOf, itemOf, usualDigest } from '../../support/invented-digests.ts';
import { inventPaper, inventPapers } from '../../support/invented-papers.ts';
import { anyDigest, linkToDuplicate } from './any-digest.ts';

/** Characters that would format, link or ping if a paper's text were not escaped. */
const foreign = /[[\]<>@_`|#*]|https?:\/\//;

describe('the completeness of a digest', () => {
  const account = (category: string, fetched = 108) => ({ category, announced: 108, fetched, matched: 9 });
  const smallLine = (...categories: ReturnType<typeof account>[]): string => {
    const counted = [{ source: 'arxiv', date: '2026-06-12', categories }];
    const notes = { covers: null, missing: [], counted, madeAt: 0, skippedPapers: 0 };
    const [message] = composeDigest(usualDigest(1, { notes }));
    return message?.content.split('\n').at(-1) ?? '';
  };

  it('is in the small print, for each category of the topics', () => {
    expect(smallLine()).toMatch(/^-# 512 announced · ref \w+$/);
    expect(smallLine(account('cs.CL'), account('cs.CV', 107))).toMatch(
      /^-# 512 announced · cs\.CL 108 of 108 announced, 9 matched · cs\.CV 107 of 108 announced, 9 matched · ref \w+$/,
    );
  });

  it('is summed up for many categories', () => {
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

  it('lets no paper ping, link or leave its place', () => {
    fc.assert(
      fc.property(anyDigest, (digest) => {
        for (const { content, embeds, allowed_mentions } of composeDigest(digest)) {
          expect(allowed_mentions).toEqual({ parse: [] });
          const bare = (marked: string) =>
            marked
              .replace(/\[Code\]\(https:\/\/[\w./%-]+\)/g, '')
              .replace(/\\[\s\S]/g, 'x')
              .replaceAll(linkToDuplicate, '')
              .replace(/\*\*([^*]+)\*\*(?!\*)/g, '$1');
          expect(bare(content).replace(/^(### |-# )/gm, '')).not.toMatch(/[[\]<>@_`|#]|https?:\/\//);
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

  it('ends each part with a different reference, in letters that no markdown changes', () => {
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

  it('starts with the date, then the number of papers and the topic, then the counts in small print', () => {
    const [first] = composeDigest(usualDigest(2, { matchedCount: 14 }));
    expect(first?.content.split('\n')).toEqual([
      '### Papers for Friday 12 June 2026',
      'The best 2 of 14 new papers on **diffusion**',
      expect.stringMatching(/^-# 512 announced · \/papers search finds the other 12 · ref \w{12}$/),
    ]);
  });

  it.each([
    [3, {}, '3 new papers on **diffusion**', '512 announced · ref'],
    [1, {}, '1 new paper on **diffusion**', '512 announced · ref'],
    [
      1,
      { matchedCount: 2 },
      'The best of 2 new papers on **diffusion**',
      '512 announced · /papers search finds the other · ref',
    ],
    [2, { topics: ['a', 'b -c', 'd'] }, '2 new papers on your topics: **a**, **b -c**, **d**', '512 announced · ref'],
  ])('counts in plain words: %i papers, %j', (papers, known, share, small) => {
    const [, second, third] = composeDigest(usualDigest(papers, known))[0]?.content.split('\n') ?? [];
    expect(second).toContain(share);
    expect(third).toContain(small);
  });

  it('names as many topics as fit and counts the others', () => {
    const topics = Array.from({ length: 50 }, (_, index) => `${index} ${'x'.repeat(90)}`);
    const content = composeDigest(usualDigest(1, { topics }))[0]?.content ?? '';
    const [, share = ''] = content.split('\n');
    const named = share.match(/\*\*\d+ x+…\*\*/g) ?? [];
    expect(named.length).toBeGreaterThan(2);
    expect(share).toMatch(new RegExp(`x…\\*\\* and ${50 - named.length} more$`));
    expect(share.length).toBeLessThan(320);
  });

  it('names the topics on the cards only if there are several', () => {
    const descriptionFor = (topics: string[]) => composeDigest(usualDigest(1, { topics }))[0]?.embeds[0]?.description;
    expect(descriptionFor(['diffusion'])).toMatch(/^-# Matches “diffusion” in the title\n/);
    expect(descriptionFor(['diffusion', 'ocean'])).toMatch(/^-# Matches diffusion: “diffusion” in the title\n/);
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
    const card = paperCard(inventPaper(), {}, sayIn('en'));
    expect(packCards([{ embed: card }, { embed: card }]).map((group) => group.length)).toEqual([1, 1]);
  });
});
