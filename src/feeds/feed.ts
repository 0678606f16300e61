import type { Instant } from '../ports.ts';

/** A feed as values, which a format writes. Texts are plain lines, without markup. */
export interface Feed {
  /** It stays the same if the address changes: `urn:uuid:…`. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** A language tag, such as `en`. */
  readonly language: string;
  /** The page that it is about. */
  readonly pageUrl: string;
  /** Its own address. */
  readonly selfUrl: string;
  readonly updatedAt: Instant;
  /** The newest first. */
  readonly entries: readonly FeedEntry[];
}

/** A paper in a feed. */
export interface FeedEntry {
  /** The same in all feeds and for ever: `info:arxiv/2406.01234`. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** HTML in which all texts of papers are escaped. */
  readonly html: string;
  /** When it came into the feed. */
  readonly at: Instant;
}

/** A format of feeds. */
export interface FeedFormat {
  /** `Atom` */
  readonly name: string;
  /** The last part of its addresses. */
  readonly fileName: string;
  readonly contentType: string;
  write(feed: Feed): Promise<string>;
}
