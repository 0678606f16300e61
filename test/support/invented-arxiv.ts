import { createHash } from 'node:crypto';
import type { AnnounceType } from '../../src/papers/announce-type.ts';
import { easternMidnightRfc } from '../../src/playground/sample/eastern-time.ts';
import { type LocalDate, newYorkTime } from '../../src/time.ts';
import { body, type FixtureServer, type Responder, startFixtureServer, status } from '../sources/fixture-server.ts';

/** A paper that arXiv announces on a day. */
export interface InventedItem {
  readonly id: string;
  readonly title: string;
  /** The primary one first. */
  readonly categories: readonly string[];
  readonly type?: AnnounceType;
}

/** arXiv on loopback: the feeds and the query API. It works correctly unless a test changes it. */
export interface InventedArxiv extends AsyncDisposable {
  readonly server: FixtureServer;
  readonly url: string;
  /** Announces papers on a day: the feeds of that day have them, and the API from then on. */
  announce(day: LocalDate, items: readonly InventedItem[]): void;
  /** Sets the day of the feeds. */
  setDay(day: LocalDate): void;
  /** Shows other papers in the feeds than were announced; null ends it. */
  showInstead(items: readonly InventedItem[] | null): void;
  /** Sets the day up to which the API knows papers; null: the feeds' day. */
  setApiDay(day: LocalDate | null): void;
  /** Answers requests to these paths in another way: `/rss/`, `/api/query`. */
  breakDown(path: string, responder: Responder | null): void;
}

export async function startInventedArxiv(firstDay: LocalDate): Promise<InventedArxiv> {
  const server = await startFixtureServer();
  const announced = new Map<LocalDate, readonly InventedItem[]>();
  const broken = new Map<string, Responder>();
  let day = firstDay;
  let apiDay: LocalDate | null = null;
  let shown: readonly InventedItem[] | null = null;

  const feed = (categories: readonly string[]): string => {
    const items = (shown ?? announced.get(day) ?? []).filter((item) =>
      item.categories.some((category) => categories.includes(category)),
    );
    return renderFeed(categories, day, items);
  };
  const search = (url: URL): string => {
    const [from = '', to = ''] =
      /\[(\d{12}) TO (\d{12})\]/.exec(url.searchParams.get('search_query') ?? '')?.slice(1) ?? [];
    const found = [...announced].flatMap(([on, items]) => {
      const submitted = submittedAt(on);
      const minute = submitted.slice(0, 16).replace(/\D/g, '');
      return on <= (apiDay ?? day) && minute >= from && minute <= to
        ? items.filter((item) => isAskedFor(item, url)).map((item) => ({ item, submitted }))
        : [];
    });
    return renderAnswer(found, Number(url.searchParams.get('start')), Number(url.searchParams.get('max_results')));
  };
  server.answer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, other] = [...broken].find(([path]) => url.pathname.startsWith(path)) ?? [];
    if (other !== undefined) return other(request, response);
    if (url.pathname === '/api/query') return body(search(url))(request, response);
    if (url.pathname.startsWith('/rss/'))
      return tagged(feed(url.pathname.slice('/rss/'.length).split('+')))(request, response);
    return body('[]')(request, response);
  });
  return {
    server,
    url: server.url,
    announce: (on, items) => void announced.set(on, items),
    setDay: (next) => {
      day = next;
    },
    showInstead: (items) => {
      shown = items;
    },
    setApiDay: (next) => {
      apiDay = next;
    },
    breakDown: (path, responder) => {
      if (responder === null) broken.delete(path);
      else broken.set(path, responder);
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Answers with an ETag, or 304 if the client has it. */
const tagged =
  (text: string): Responder =>
  (request, response) => {
    const etag = createHash('sha256').update(text).digest('hex');
    if (request.headers['if-none-match'] === etag) status(304, { etag })(request, response);
    else body(text, { etag })(request, response);
  };

/** Whether a search finds a paper: first versions, in the categories of the search, if any. */
function isAskedFor({ type = 'new', categories }: InventedItem, { searchParams }: URL): boolean {
  const named = [...(searchParams.get('search_query') ?? '').matchAll(/cat:([\w.-]+)/g)].map(
    ([, category]) => category,
  );
  return type === 'new' && (named.length === 0 || categories.some((category) => named.includes(category)));
}

/** Papers of one category with `subject` in their titles. */
export const inventItems = (count: number, month: string, first: number, subject: string, category = 'cs.CL') =>
  Array.from({ length: count }, (_, index): InventedItem => {
    const id = `${month}.${String(first + index).padStart(5, '0')}`;
    return { id, title: `Invented ${subject}, number ${id}`, categories: [category] };
  });

/** The morning before the announcement, which is on the evening before the day. No test has one on a Monday. */
const submittedAt = (day: LocalDate): string => new Date(newYorkTime(day, 0) - 14 * 3_600_000).toISOString();

const namespaces =
  'xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"';

const renderFeed = (
  categories: readonly string[],
  day: LocalDate,
  items: readonly InventedItem[],
): string => `<?xml version='1.0' encoding='UTF-8'?>
<rss ${namespaces} version="2.0"><channel>
<title>${categories.join('+')} updates on arXiv.org</title>
<pubDate>${easternMidnightRfc(day)}</pubDate>
${items.map((item) => renderItem(item, categories, day)).join('\n')}
</channel></rss>`;

function renderItem({ id, title, categories, type }: InventedItem, asked: readonly string[], day: LocalDate): string {
  const asListed = type ?? (asked.includes(categories[0] ?? '') ? 'new' : 'cross');
  return `<item><title>${title}</title><link>https://arxiv.org/abs/${id}</link>
<description>arXiv:${id}v1 Announce Type: ${asListed} \nAbstract: We invent it.</description>
<guid isPermaLink="false">oai:arXiv.org:${id}v1</guid>
${categories.map((category) => `<category>${category}</category>`).join('')}
<pubDate>${easternMidnightRfc(day)}</pubDate><arxiv:announce_type>${asListed}</arxiv:announce_type>
<dc:creator>Ada Example</dc:creator></item>`;
}

interface Found {
  readonly item: InventedItem;
  readonly submitted: string;
}

const renderAnswer = (
  found: readonly Found[],
  start: number,
  size: number,
): string => `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
<title>arXiv Query</title>
<opensearch:totalResults>${found.length}</opensearch:totalResults>
${found
  .slice(start, start + size)
  .map(renderEntry)
  .join('\n')}
</feed>`;

const renderEntry = ({ item: { id, title, categories }, submitted }: Found): string => `<entry>
<id>http://arxiv.org/abs/${id}v1</id><title>${title}</title><summary>We invent it.</summary>
<published>${submitted}</published><updated>${submitted}</updated>
<arxiv:primary_category term="${categories[0]}"/>
${categories.map((category) => `<category term="${category}"/>`).join('')}
<author><name>Ada Example</name></author></entry>`;
