import type { Feed, FeedEntry, FeedFormat } from '../feed.ts';

/** JSON Feed, version 1.1. */
export const jsonFeed: FeedFormat = {
  name: 'JSON Feed',
  fileName: 'feed.json',
  contentType: 'application/feed+json; charset=utf-8',
  async write({ title, subtitle, language, pageUrl, selfUrl, entries }: Feed) {
    const { generateJsonFeed } = await import('feedsmith');
    const feed = generateJsonFeed({
      title,
      description: subtitle,
      home_page_url: pageUrl,
      feed_url: selfUrl,
      language,
      authors: [{ name: 'Paperboy' }],
      items: entries.map(jsonItem),
    });
    return `${JSON.stringify(feed)}\n`;
  },
};

const jsonItem = ({ id, url, title, authors, categories, html, at }: FeedEntry) => ({
  id,
  url,
  title,
  content_html: html,
  date_published: new Date(at),
  date_modified: new Date(at),
  ...(authors.length === 0 ? {} : { authors: authors.map((name) => ({ name })) }),
  ...(categories.length === 0 ? {} : { tags: [...categories] }),
});
