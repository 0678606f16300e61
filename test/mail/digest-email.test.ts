import { describe, expect, it } from 'vitest';
import type { Destination } from '../../src/digests/destination.ts';
import { languageNames } from '../../src/language/names.ts';
import { composeEmail } from '../../src/mail/digest-email.ts';
import { noExtras } from '../../src/papers/paper.ts';
import { itemOf, usualDigest } from '../support/invented-digests.ts';
import { inventPaper } from '../support/invented-papers.ts';

const destination: Destination = {
  ...{ id: 7, guildId: '11', channelId: '22', kind: 'mail', address: 'ada@example.org', userId: '33' },
  createdAt: Date.parse('2026-06-01T08:00Z'),
  blockedReason: null,
};
const url = 'https://papers.example.org/unsubscribe/7/signature';

describe('the email of a digest', () => {
  it('has the head, the reasons, the completeness and the foot of the chat', () => {
    const listing = { source: 'arxiv', date: '2026-06-12' } as const;
    const account = { category: 'cs.CL', announced: 31, fetched: 31, matched: 5 };
    const notes = {
      covers: null,
      missing: [],
      counted: [{ ...listing, categories: [account] }],
      madeAt: 0,
      skippedPapers: 0,
    };
    const { subject, text, html } = composeEmail(usualDigest(2, { matchedCount: 5, notes }), destination, url);
    expect(subject).toBe('Papers for Friday 12 June 2026');
    for (const line of [
      'The best 2 of 5 new papers on diffusion',
      '1. Invented diffusion, part 1',
      'Matches “diffusion” in the title',
      '512 announced · cs.CL 31 of 31 announced, 5 matched · /papers search finds the other 3',
      'because the user 33 asked for the digest of a channel on Discord (https://discord.com/channels/11/22)',
      `Unsubscribe (${url})`,
    ])
      expect(text).toContain(line);
    expect(html).toContain('on <strong>diffusion</strong>');
    expect(html).toContain(`<a href="${url}"`);
    expect(html).toContain('color-scheme');
    expect(html).not.toMatch(/<img|<link|<script|@import|url\(/);
    expect(html).not.toMatch(/\*\*|[\ue000-\uf8ff]/);
  });

  it('shows hostile texts of papers literally', () => {
    const hostile = '</a><script>alert(1)</script> **bold** `code` \ue0000\ue001 & "quoted" \'x\'';
    const paper = inventPaper({
      ...{
        title: hostile,
        abstract: hostile,
        authors: [hostile],
        categories: ['<b>'],
        comment: `Accepted at ${hostile}`,
      },
      extras: { ...noExtras, aiSummary: hostile, organization: hostile, codeUrl: 'javascript:alert(1)' },
    });
    const { html, text } = composeEmail(
      usualDigest(0, { items: [itemOf(paper)], topics: [hostile] }),
      destination,
      url,
    );
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('javascript:');
    expect(html).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; **bold** `code` 0 &amp; &quot;quoted&quot; &#39;x&#39;',
    );
    expect(text).toContain('</a><script>alert(1)</script> **bold** `code`');
  });

  it('has words that match in bold, as in the chat', () => {
    const paper = inventPaper({ title: 'On <diffusion> models', abstract: 'Diffusion & more.' });
    const highlights = { title: [{ start: 4, end: 13 }], abstract: [{ start: 0, end: 9 }], summary: [] };
    const { html } = composeEmail(usualDigest(0, { items: [itemOf(paper, { highlights })] }), destination, url);
    expect(html).toContain('On &lt;<strong>diffusion</strong>&gt; models');
    expect(html).toContain('<strong>Diffusion</strong> &amp; more.');
  });

  it('of a personal digest names nobody', () => {
    const { text } = composeEmail(usualDigest(1), { ...destination, guildId: '@33' }, url);
    expect(text).toContain('because you confirmed this address for your personal digest on Monday 1 June 2026');
    expect(text).not.toContain('discord.com');
  });

  it.each(languageNames)('is whole in the language %s', (language) => {
    const { html, text } = composeEmail(usualDigest(12, { language, matchedCount: 20 }), destination, url);
    expect(html).toContain(`<html lang="${language}">`);
    expect(text).toContain('12. ');
    for (const form of [html, text]) expect(form).not.toMatch(/[\ue000-\uf8ff]|undefined|###|-# /);
  });
});
