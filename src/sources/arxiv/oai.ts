import type { BackfillPage, PastEntry } from '../../papers/backfill.ts';
import { categories, findCategory } from '../../papers/categories.ts';
import type { SkippedItem } from '../../papers/listing.ts';
import { noneReadable } from '../none-readable.ts';
import type { PastPapers, PastRequest } from '../past.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import type { Retry } from '../retry.ts';
import { SourceError } from '../source.ts';
import { deleted, readOaiRecord } from './oai-record.ts';
import { childOf, childText, namespaces, type XmlElement } from './xml.ts';
import { type ItemReader, readXml } from './xml-document.ts';

const source = 'arXiv';
/** Longer than any real token. */
const longestToken = 2_000;
const groupsOfOneArchive = ['cs', 'econ', 'eess', 'math', 'q-bio', 'q-fin', 'stat'];

export interface ArxivOaiOptions {
  /** The address of arXiv's OAI-PMH: `https://oaipmh.arxiv.org/oai`. */
  readonly url: string;
  /** Ids of the categories whose papers are wanted. */
  readonly categories: readonly string[];
  readonly fetch: PoliteFetch;
  readonly retry: Retry;
}

/**
 * arXiv's past, by OAI-PMH. It lists papers by the day of their last change, so all papers since a day are among those
 * that changed since.
 */
export const arxivPast = (options: ArxivOaiOptions): PastPapers => ({
  settledAfterDays: 1,
  page: (request) => options.retry(() => fetchPage(options, request), request.signal),
});

async function fetchPage(options: ArxivOaiOptions, { date, resumeToken, signal }: PastRequest): Promise<BackfillPage> {
  // A token stands for the whole request of the first page, and no other parameter may come with it.
  const query = resumeToken === null ? firstQuery(date, options.categories) : { resumptionToken: resumeToken };
  const address = new URL(options.url);
  address.search = String(new URLSearchParams({ verb: 'ListRecords', ...query }));
  const { body } = await options.fetch.get(address, { signal, accept: 'application/xml, text/xml' });
  const { entries, skipped, token } = await readAnswer(body);
  if (token !== null && token === resumeToken) {
    throw new SourceError('malformed', `${source} answered with the same token again, so its pages would never end`);
  }
  return { source: 'arxiv', day: date, entries: wantedOf(entries, options.categories), skipped, resumeToken: token };
}

/** Entries in the wanted categories. Where all are wanted, retired ones are too: `astro-ph` was one until 2009. */
function wantedOf(entries: readonly PastEntry[], wanted: readonly string[]): readonly PastEntry[] {
  if (wanted.length >= categories.length) return entries;
  const ids = new Set(wanted);
  return entries.filter(({ paper }) => paper.categories.some((category) => ids.has(category)));
}

function firstQuery(date: string, wanted: readonly string[]): Readonly<Record<string, string>> {
  const [group, ...others] = new Set(wanted.map(groupOf));
  const set = group === undefined || others.length > 0 ? {} : { set: group };
  return { metadataPrefix: 'arXivRaw', from: date, until: date, ...set };
}

/** The group of a category's archive: physics has many archives, the other groups have one each. */
function groupOf(category: string): string {
  const archive = findCategory(category)?.archive ?? category;
  return groupsOfOneArchive.includes(archive) ? archive : 'physics';
}

interface OaiAnswer {
  readonly entries: readonly PastEntry[];
  readonly skipped: readonly SkippedItem[];
  readonly token: string | null;
}

const oaiRecords: ItemReader<PastEntry | SkippedItem> = {
  elements: [{ name: 'record', uri: namespaces.oai }],
  read: (element, place) => readOaiRecord(element, `record ${place}`),
  readDamaged: (_text, place) => ({ item: `record ${place}`, reason: 'its XML is damaged' }),
};

/**
 * Reads an answer of OAI-PMH.
 * @throws SourceError `expired` for a token that is not valid any more, `refused` for any other reported error,
 * `malformed` for anything else
 * @internal
 */
export async function readAnswer(body: Buffer): Promise<OaiAnswer> {
  const { root, items } = await readXml(body, source, oaiRecords);
  if (root.name !== 'OAI-PMH' || root.uri !== namespaces.oai) {
    throw new SourceError(
      'malformed',
      `${source} sent XML that is not OAI-PMH (its root is <${root.name.slice(0, 40)}>)`,
    );
  }
  const records = childOf(root, 'ListRecords');
  if (records === null) return withoutRecords(root);
  const entries = items.flatMap((read) => ('reason' in read ? [] : [read]));
  const skipped = items.flatMap((read) => ('reason' in read ? [read] : []));
  checkReadable(entries, skipped);
  return { entries, skipped, token: readToken(records) };
}

/** An answer without records. OAI-PMH reports that there are none as an error. */
function withoutRecords(root: XmlElement): OaiAnswer {
  const error = childOf(root, 'error');
  if (error === null)
    throw new SourceError('malformed', `${source} sent an answer without records and without an error`);
  const code = error.attributes['code'] ?? '';
  if (code === 'noRecordsMatch') return { entries: [], skipped: [], token: null };
  if (code === 'badResumptionToken')
    throw new SourceError('expired', `${source} does not continue after its last page`);
  const reason = error.text.trim().slice(0, 200);
  throw new SourceError('refused', `${source} could not answer: ${reason === '' ? code.slice(0, 40) : reason}`);
}

/** Fails where no record could be read: then the answer is at fault, and not one record. */
function checkReadable(entries: readonly PastEntry[], skipped: readonly SkippedItem[]): void {
  const odd = skipped.filter(({ reason }) => reason !== deleted);
  const [example] = odd;
  if (entries.length > 0 || example === undefined) return;
  throw noneReadable(odd.length, source, example.reason);
}

function readToken(records: XmlElement): string | null {
  const token = childText(records, 'resumptionToken')?.trim() ?? '';
  if (token.length > longestToken)
    throw new SourceError('malformed', `${source} sent a token of ${token.length} characters`);
  return token === '' ? null : token;
}
