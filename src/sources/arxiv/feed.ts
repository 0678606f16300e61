import type { ListingEntry, SkippedItem } from '../../papers/listing.ts';
import type { LocalDate } from '../../time.ts';
import { SourceError } from '../source.ts';
import { readEasternDay } from './announcement-day.ts';
import { readFeedItem } from './feed-item.ts';
import { childOf, childrenOf, childText, namespaces, readXml, type XmlElement } from './xml.ts';

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
 * @throws SourceError `malformed` for anything else, `other-date` where its items are not of its stated day
 */
export async function readFeed(body: Buffer): Promise<Feed> {
  const items = createItems();
  const root = await readXml(body, source, (element) => {
    if (!isItem(element)) return false;
    items.add(element);
    return true;
  });
  const date = readStatedDate(root);
  return items.settle(date);
}

const isItem = ({ name, uri }: XmlElement): boolean =>
  (name === 'item' && uri === '') || (name === 'entry' && uri === namespaces.atom);

/** Reads items as they arrive, because cleaning their texts takes time too. */
function createItems() {
  const entries: ListingEntry[] = [];
  const skipped: SkippedItem[] = [];
  const dates = new Set<LocalDate>();
  return {
    add: (element: XmlElement): void => {
      const read = readFeedItem(element, `item ${entries.length + skipped.length + 1}`);
      if ('reason' in read) skipped.push(read);
      else entries.push(read);
      const date = readEasternDay(childText(element, 'pubDate') ?? childText(element, 'published'));
      if (date !== null) dates.add(date);
    },
    settle: (date: LocalDate): Feed => {
      checkReadable(entries, skipped);
      return { date: agreedDate(date, dates), entries, skipped };
    },
  };
}

function checkReadable(entries: readonly ListingEntry[], skipped: readonly SkippedItem[]): void {
  const [example] = skipped;
  if (entries.length > 0 || example === undefined) return;
  throw new SourceError('malformed', `none of the ${skipped.length} items of ${source} can be read: ${example.reason}`);
}

/** The day of the items. A feed of today can still have yesterday's announcement. */
function agreedDate(stated: LocalDate, ofItems: ReadonlySet<LocalDate>): LocalDate {
  const others = [...ofItems].filter((date) => date !== stated).sort();
  if (others.length === 0) return stated;
  throw new SourceError('other-date', `${source} sent a feed of ${stated} with papers of ${others.join(', ')}`);
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
