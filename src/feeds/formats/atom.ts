import { version } from '../../version.ts';
import type { Feed, FeedEntry, FeedFormat } from '../feed.ts';

/** The name of a person where a paper has no authors: each entry needs one. */
const author = { name: 'Paperboy' };

/** Atom, RFC 4287. */
export const atom: FeedFormat = {
  name: 'Atom',
  fileName: 'atom.xml',
  contentType: 'application/atom+xml; charset=utf-8',
  async write(feed) {
    const { generateAtomFeed } = await import('feedsmith');
    return generateAtomFeed(atomFeed(feed));
  },
};

const atomFeed = ({ id, title, subtitle, language, pageUrl, selfUrl, updatedAt, entries }: Feed) => ({
  id,
  title: { value: title },
  subtitle: { value: subtitle },
  updated: new Date(updatedAt),
  authors: [author],
  generator: { text: 'Paperboy', version },
  links: [
    { href: selfUrl, rel: 'self', type: 'application/atom+xml' },
    { href: pageUrl, rel: 'alternate' },
  ],
  xml: { lang: language },
  entries: entries.map(atomEntry),
});

const atomEntry = ({ id, url, title, authors, categories, html, at }: FeedEntry) => ({
  id,
  title: { value: title },
  links: [{ href: url, rel: 'alternate', type: 'text/html' }],
  authors: authors.length === 0 ? [author] : authors.map((name) => ({ name })),
  categories: categories.map((term) => ({ term })),
  published: new Date(at),
  updated: new Date(at),
  content: { value: html, type: 'html' },
});
