import { parseFeed } from '@rowanmanning/feed-parser';
import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Feed } from '../../src/feeds/feed.ts';
import { plainText } from '../../src/feeds/feed-text.ts';
import { atom } from '../../src/feeds/formats/atom.ts';
import { jsonFeed } from '../../src/feeds/formats/json-feed.ts';
import { paperEntry } from '../../src/feeds/paper-entry.ts';
import { sayIn } from '../../src/language/say.ts';
import { noExtras, type Paper } from '../../src/papers/paper.ts';
import { topicOf } from '../store/invented-listings.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { checkJsonFeed } from './json-feed-schema.ts';

const at = Date.parse('2026-06-12T09:00:00Z');
const feedOf = (paper: Paper): Feed => ({
  id: 'urn:uuid:1',
  title: plainText(paper.title) || 'Papers',
  subtitle: 'Papers',
  language: 'en',
  pageUrl: 'https://discord.com/channels/1/2',
  selfUrl: 'https://papers.example/feeds/x/atom.xml',
  updatedAt: at,
  entries: [paperEntry({ paper, at }, [topicOf('paper')], sayIn('en'))],
});

/** The texts of a strict XML document, and the elements in an HTML text. */
function readStrictly(xml: string): string {
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('cdata', (part) => {
    text += part;
  });
  parser.write(xml).close();
  return text;
}
const elementsIn = (html: string): ReadonlySet<string> =>
  new Set(Array.from(html.matchAll(/<\/?([a-z]+)/g), ([, name = '']) => name));

const nasty = [
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', ']]>', '<![CDATA[', '<!--', '-->', '<?xml', '&amp;'],
  ...['&lt;', '&#0;', '&nbsp;', '"', "'", '<', '>', '&', '\u0000', '\u0008', '\u000b', '\u001b', '\u007f', '\u0085'],
  ...['\ufffe', '\uffff', '\ud800', '\udc00', '\u202e', '\u200b', '\u2028', '\n', '\t', '😀', '中文', 'é', 'word', ' '],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 })
  .map((parts) => parts.join(''));
const hostilePaper = fc
  .record({ title: text, abstract: text, authors: fc.array(text, { maxLength: 3 }), url: text, tail: text })
  .map(({ title, abstract, authors, url, tail }) =>
    inventPaper({
      id: `10.1234/x${tail}`,
      title,
      abstract,
      authors,
      categories: [`cs.${tail}`],
      extras: { ...noExtras, codeUrl: `https://github.com/x/${url}`, projectUrl: `javascript:${url}` },
    }),
  );

describe('a paper with hostile texts', () => {
  it('is the same text in Atom and in JSON Feed, and never markup', async () => {
    await fc.assert(
      fc.asyncProperty(hostilePaper, async (paper) => {
        const feed = feedOf(paper);
        const [entry] = feed.entries;
        const [xml, json] = await Promise.all([atom.write(feed), jsonFeed.write(feed)]);
        readStrictly(xml);
        const [item] = parseFeed(xml).items;
        const [again] = parseAtomFeed(xml).entries ?? [];
        const [other] = (JSON.parse(json) as { items: { title: string; content_html: string }[] }).items;
        expect(checkJsonFeed(JSON.parse(json))).toEqual([]);
        expect(again?.title?.value).toBe(entry?.title);
        expect(other).toMatchObject({ title: entry?.title, content_html: entry?.html });
        expect(item?.id).toBe(entry?.id);
        expect(item?.url).toBe(entry?.url);
        expect(again?.content?.value).toBe(entry?.html);
        expect([...elementsIn(entry?.html ?? '')].filter((name) => !['p', 'em', 'a'].includes(name))).toEqual([]);
        expect(entry?.html).not.toContain('javascript:');
        for (const url of [entry?.url, item?.url]) expect(url).toMatch(/^https:\/\/doi\.org\/[!-~]+$/);
      }),
      { numRuns: 60 },
    );
  });

  it('shows the texts as they are', async () => {
    const paper = inventPaper({ title: 'A < B & “C” ]]> <b>d</b>', authors: ['Ana & Co', 'Bob'], abstract: 'x < y' });
    const xml = await atom.write(feedOf(paper));
    const [item] = parseFeed(xml).items;
    expect(item?.title).toBe('A < B & “C” ]]> <b>d</b>');
    expect(item?.authors.map(({ name }) => name)).toEqual(['Ana & Co', 'Bob']);
    expect(readStrictly(xml)).toContain('A < B & “C” ]]> <b>d</b>');
    expect(readStrictly(xml)).toContain('<p>x &lt; y</p>');
  });

  it('without a title, authors or an abstract still has an entry', async () => {
    const paper = inventPaper({ id: '2606.00009', title: '\u0000', authors: [' '], abstract: '' });
    const [item] = parseFeed(await atom.write(feedOf(paper))).items;
    expect(item).toMatchObject({ title: 'info:arxiv/2606.00009', url: 'https://arxiv.org/abs/2606.00009' });
    expect(item?.content).toContain('The source gives no abstract.');
    expect(item?.authors.map(({ name }) => name)).toEqual(['Paperboy']);
  });
});
