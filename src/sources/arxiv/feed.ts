import type { ListingEntry, SkippedItem } from '../../papers/listing.ts';
import type { LocalDate } from '../../time.ts';
import { noneReadable } from '../none-readable.ts';
import { SourceError } from '../source.ts';
import { readEasternDay } from './announcement-day.ts';
import { type KnownPapers, readDamagedItem, readFeedItem } from './feed-item.ts';
import { childOf, childrenOf, childText, namespaces, type XmlElement } from './xml.ts';
import { type ItemReader, readXml } from './xml-document.ts';

/** The content of one answer of arXiv's feeds. */
export interface Feed {
  /** The day of the announcement. */
  readonly date: LocalDate;
  readonly entries: readonly ListingEntry[];
  readonly skipped: readonly SkippedItem[];
}

const source = 'arXiv';

/**
 * Reads an RSS or Atom feed of arXiv.
 * @param known the papers of other feeds of the same pull; those of this one are added
 * @throws SourceError `malformed` for anything else, `other-date` where most of its items are not of its stated day
 */
export async function readFeed(body: Buffer, known: KnownPapers = new Map()): Promise<Feed> {
  const { root, items } = await readXml(body, source, itemReader(known));
  const date = readStatedDate(root);
  checkReadable(items);
  checkDates(date, items);
  const reads = items.map((item) => ofDay(item, date));
  return {
    date,
    entries: reads.flatMap((read) => ('reason' in read ? [] : [read])),
    skipped: reads.flatMap((read) => ('reason' in read ? [read] : [])),
  };
}

interface FeedItem {
  readonly read: ListingEntry | SkippedItem;
  /** Its stated day; null where it has none. */
  readonly date: LocalDate | null;
}

const itemReader = (known: KnownPapers): ItemReader<FeedItem> => ({
  elements: [
    { name: 'item', uri: '' },
    { name: 'entry', uri: namespaces.atom },
  ],
  read: (element, place) => ({
    read: readFeedItem(element, `item ${place}`, known),
    date: readEasternDay(childText(element, 'pubDate') ?? childText(element, 'published')),
  }),
  readDamaged: (text, place) => ({ read: readDamagedItem(text, `item ${place}`), date: null }),
});

function checkReadable(items: readonly FeedItem[]): void {
  const skipped = items.flatMap(({ read }) => ('reason' in read ? [read] : []));
  const [example] = skipped;
  if (items.length > skipped.length || example === undefined) return;
  throw noneReadable(skipped.length, source, example.reason);
}

/** Fails where most items are of another day. A feed of today can still have yesterday's announcement. */
function checkDates(stated: LocalDate, items: readonly FeedItem[]): void {
  const others = items.flatMap(({ date }) => (date === null || date === stated ? [] : [date]));
  if (others.length * 2 <= items.length) return;
  const dates = [...new Set(others)].sort().join(', ');
  throw new SourceError('other-date', `${source} sent a feed of ${stated} with papers of ${dates}`);
}

/** The item, or why it is left out: a single item of another day is a mistake. */
function ofDay({ read, date }: FeedItem, stated: LocalDate): ListingEntry | SkippedItem {
  if ('reason' in read || date === null || date === stated) return read;
  return { item: read.paper.id, reason: `it belongs to ${date}`, categories: read.paper.categories };
}

/** The stated day. RSS has the day of the announcement; Atom has the time when the feed was made, just after its midnight. */
function readStatedDate(root: XmlElement): LocalDate {
  const head = readHead(root);
  const title = childText(head, 'title') ?? '';
  if (title.includes('Feed error for query')) {
    const reason = childText(head, 'description') ?? childText(head, 'subtitle') ?? '';
    throw new SourceError('malformed', `${source} could not answer: ${reason.trim().slice(0, 200)}`);
  }
  const date = readEasternDay(childText(head, 'pubDate') ?? childText(head, 'updated'));
  if (date === null) throw new SourceError('malformed', `${source} sent a feed that does not state its day`);
  return date;
}

function readHead(root: XmlElement): XmlElement {
  const isAtom = root.name === 'feed' && root.uri === namespaces.atom;
  const channel = root.name === 'rss' && root.uri === '' ? childOf(root, 'channel') : null;
  const head = isAtom ? root : channel;
  if (head === null || childrenOf(head, 'title').length === 0) {
    throw new SourceError(
      'malformed',
      `${source} sent XML that is not a feed (its root is <${root.name.slice(0, 40)}>)`,
    );
  }
  return head;
}
