import { parseArxivId } from '../../papers/arxiv-id.ts';
import { noExtras, type Paper, type PaperId, unlisted } from '../../papers/paper.ts';
import { cleanName } from '../../papers/text.ts';
import { readPaperTexts } from '../paper-texts.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import { SourceError } from '../source.ts';
import { readCategories, readDoi, readTexText } from './fields.ts';
import { childOf, childrenOf, childText, namespaces, type XmlElement } from './xml.ts';
import { type ItemReader, readXml } from './xml-document.ts';

const source = 'arXiv';

interface QueryApi {
  readonly url: string;
  readonly fetch: PoliteFetch;
}

/**
 * Looks up one paper by arXiv's query API. Null where arXiv does not know it, without a request where it is not an arXiv id.
 * @param url the address of the API: `https://export.arxiv.org`
 * @throws SourceError as a pull does
 */
export function lookUpPaper(api: QueryApi, id: PaperId, signal: AbortSignal): Promise<Paper | null> | null {
  const canonical = parseArxivId(id)?.id;
  return canonical === undefined ? null : fetchPaper(api, canonical, signal);
}

async function fetchPaper({ url, fetch }: QueryApi, canonical: PaperId, signal: AbortSignal): Promise<Paper | null> {
  const query = new URLSearchParams({ id_list: canonical, max_results: '1' });
  const address = new URL(`${url}/api/query?${query}`);
  const { body } = await fetch.get(address, { signal, accept: 'application/atom+xml' });
  return (await readAnswer(body)).find((paper) => paper.id === canonical) ?? null;
}

/**
 * The papers of an answer of the query API, in its format until 2025 (wrapped texts, http links) or its present one.
 * @throws SourceError `refused` for an answer that reports an error, `malformed` for anything else
 */
export async function readAnswer(body: Buffer): Promise<Paper[]> {
  return [...(await readPage(body)).papers];
}

/** A page of the results of the query API. */
export interface QueryPage {
  readonly papers: readonly Paper[];
  /** The number of entries on the page, with the unreadable ones. */
  readonly entryCount: number;
  /** The number of results in all. */
  readonly total: number;
}

const results: ItemReader<Paper | null> = {
  elements: [{ name: 'entry', uri: namespaces.atom }],
  read: readEntry,
  readDamaged: () => null,
};

/** Reads a page of results. Throws as `readAnswer` does. */
export async function readPage(body: Buffer): Promise<QueryPage> {
  const { root, items } = await readXml(body, source, results);
  if (root.name !== 'feed' || root.uri !== namespaces.atom) {
    throw new SourceError(
      'malformed',
      `${source} sent XML that is not a feed (its root is <${root.name.slice(0, 40)}>)`,
    );
  }
  return {
    papers: items.filter((paper) => paper !== null),
    entryCount: items.length,
    total: Number(childText(root, 'totalResults', namespaces.openSearch)?.trim() || items.length),
  };
}

function readEntry(entry: XmlElement): Paper | null {
  const place = childText(entry, 'id')?.trim() ?? '';
  // The old format answers 200 with this in place of a paper.
  if (place.includes('/api/errors')) {
    const reason = childText(entry, 'summary')?.trim().slice(0, 200) ?? '';
    throw new SourceError('refused', `${source} could not answer: ${reason}`);
  }
  const arxivId = parseArxivId(place);
  const texts = readPaperTexts(childText(entry, 'title') ?? '', childText(entry, 'summary') ?? '');
  if (arxivId === null || 'problem' in texts) return null;
  const primary = childOf(entry, 'primary_category', namespaces.arxiv)?.attributes['term'];
  const listed = childrenOf(entry, 'category').map(({ attributes }) => attributes['term'] ?? '');
  const authors = childrenOf(entry, 'author').map((author) => cleanName(childText(author, 'name') ?? ''));
  return {
    ...arxivId,
    ...texts,
    authors: authors.filter((name) => /[\p{L}\p{N}]/u.test(name)),
    categories: readCategories([primary ?? '', ...listed]),
    describedBy: 'arxiv',
    publishedAt: readPublished(childText(entry, 'published')),
    doi: readDoi(childText(entry, 'doi', namespaces.arxiv)),
    journalReference: readTexText(childText(entry, 'journal_ref', namespaces.arxiv)),
    comment: readTexText(childText(entry, 'comment', namespaces.arxiv)),
    ...unlisted,
    extras: noExtras,
  };
}

function readPublished(text: string | null): string | null {
  const moment = Date.parse(text?.trim() ?? '');
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}
