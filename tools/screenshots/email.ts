import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Destination } from '../../src/digests/destination.ts';
import { type Digest, findCandidates, makeDigest } from '../../src/digests/digest.ts';
import type { NewsPaper } from '../../src/digests/news.ts';
import { composeEmail } from '../../src/mail/digest-email.ts';
import { noExtras, type Paper } from '../../src/papers/paper.ts';
import { languagePapers } from '../../src/playground/sample/papers-language.ts';
import { visionPapers } from '../../src/playground/sample/papers-vision.ts';
import type { SamplePaper } from '../../src/playground/sample/sample-paper.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';

/** The width, and the colours that the reader prefers. */
const looks = [
  { name: 'email', width: 700, colorScheme: 'light' },
  { name: 'email-dark', width: 700, colorScheme: 'dark' },
  { name: 'email-phone', width: 390, colorScheme: 'light' },
  { name: 'email-phone-dark', width: 390, colorScheme: 'dark' },
] as const;

/** The looks that are kept for the documents. */
const kept: readonly string[] = ['email', 'email-phone-dark'];
const height = 900;

/** Takes pictures of the email of a digest. Returns their paths, as they come. */
export async function* takeEmailPictures(browser: Browser, folder: string, names = kept): AsyncGenerator<string> {
  const { html } = composeEmail(sampleDigest(), destination, 'https://papers.example.org/unsubscribe/1/x');
  for (const { name, width, colorScheme } of looks.filter((one) => names.includes(one.name))) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    await page.setContent(html);
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    await context.close();
    yield path;
  }
}

const destination: Destination = {
  ...{ id: 1, guildId: '100', channelId: '200', kind: 'mail', address: 'ada@example.org', userId: '300' },
  createdAt: Date.parse('2026-06-01T08:00Z'),
  blockedReason: null,
};

function sampleDigest(): Digest {
  const news = [...languagePapers, ...visionPapers].map((paper, index): NewsPaper => {
    return { paper: paperOf(paper, index), announceType: 'new', newsNumber: index + 1 };
  });
  const subscriptions = ['diffusion OR "flow matching"', '"language model" -survey'].map((text) => {
    const parsed = parseTopic(text);
    if (!parsed.ok) throw new Error(parsed.error.message);
    return { topic: parsed.topic, newsAfter: 0 };
  });
  const account = { category: 'cs.CL', announced: 108, fetched: 108, matched: 9 };
  const counted = [{ source: 'arxiv', date: '2026-06-12', categories: [account] }] as const;
  const notes = { covers: null, missing: [], counted, madeAt: Date.parse('2026-06-12T09:00Z'), skippedPapers: 0 };
  const request = {
    channelId: '200',
    date: '2026-06-12',
    subscriptions,
    news,
    maxPapers: 6,
    ranking: 'relevance',
  } as const;
  return { ...makeDigest(request, findCandidates(request), new Set()), notes };
}

const plainText = (text: string): string => text.replaceAll('\n', ' ');

const paperOf = ({ title, abstract, authors, categories, comment, pick }: SamplePaper, index: number): Paper => ({
  ...{ id: `2606.${String(90_000 + index)}`, version: 1, title: plainText(title), abstract: plainText(abstract) },
  ...{
    authors,
    categories,
    comment: comment ?? null,
    doi: null,
    journalReference: null,
    publishedAt: '2026-06-12T00:00:00Z',
  },
  ...{ describedBy: 'arxiv', sources: ['arxiv'], announcedAs: 'new' },
  extras:
    pick === undefined
      ? noExtras
      : { ...noExtras, upvotes: 42, codeUrl: 'https://github.com/example/code', codeStars: 120 },
});
