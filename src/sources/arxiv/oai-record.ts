import { parseArxivId } from '../../papers/arxiv-id.ts';
import type { PastEntry } from '../../papers/backfill.ts';
import type { SkippedItem } from '../../papers/listing.ts';
import { noExtras, unlisted } from '../../papers/paper.ts';
import { splitCreators } from '../../papers/text.ts';
import type { Instant } from '../../ports.ts';
import type { LocalDate } from '../../time.ts';
import { readPaperTexts } from '../paper-texts.ts';
import { announcedOn } from './announced-on.ts';
import { readCategories, readDoi, readTexText } from './fields.ts';
import { childOf, childrenOf, childText, namespaces, type XmlElement } from './xml.ts';

/** The reason for leaving out a record that arXiv deleted. */
export const deleted = 'arXiv deleted it';

/** The entry of a record of OAI-PMH in the format `arXivRaw`, or why it cannot be read. */
export function readOaiRecord(record: XmlElement, place: string): PastEntry | SkippedItem {
  const header = childOf(record, 'header');
  const arxivId = parseArxivId(header === null ? '' : (childText(header, 'identifier') ?? ''));
  if (header === null || arxivId === null) return { item: place, reason: 'its header has no arXiv id' };
  const { id } = arxivId;
  if (header.attributes['status'] === 'deleted') return { item: id, reason: deleted };
  const metadata = childOf(record, 'metadata');
  const raw = metadata === null ? null : childOf(metadata, 'arXivRaw', namespaces.arxivRaw);
  if (raw === null) return { item: id, reason: 'it has no metadata' };
  const date = announcementOf(raw) ?? readDay(childText(header, 'datestamp'));
  if (date === null) return { item: id, reason: 'it has no date' };
  const texts = readPaperTexts(childText(raw, 'title') ?? '', childText(raw, 'abstract') ?? '');
  if ('problem' in texts) return { item: id, reason: texts.problem };
  return { paper: asPaper(raw, id, texts), announceType: 'new', date };
}

function asPaper(raw: XmlElement, id: string, texts: { readonly title: string; readonly abstract: string }) {
  const submittedAt = firstVersionAt(raw);
  return {
    id,
    version: newestVersion(raw),
    ...texts,
    authors: splitCreators(childText(raw, 'authors') ?? ''),
    categories: readCategories((childText(raw, 'categories') ?? '').trim().split(/\s+/)),
    describedBy: 'arxiv',
    publishedAt: submittedAt === null ? null : new Date(submittedAt).toISOString(),
    doi: readDoi(childText(raw, 'doi')),
    journalReference: readTexText(childText(raw, 'journal-ref')),
    comment: readTexText(childText(raw, 'comments')),
    ...unlisted,
    extras: noExtras,
  };
}

function announcementOf(raw: XmlElement): LocalDate | null {
  const submittedAt = firstVersionAt(raw);
  return submittedAt === null ? null : announcedOn(submittedAt);
}

function firstVersionAt(raw: XmlElement): Instant | null {
  const first = childrenOf(raw, 'version').find((version) => versionNumber(version) === 1);
  const moment = Date.parse(first === undefined ? '' : (childText(first, 'date') ?? ''));
  return Number.isNaN(moment) ? null : moment;
}

function newestVersion(raw: XmlElement): number | null {
  const newest = Math.max(0, ...childrenOf(raw, 'version').map(versionNumber));
  return newest === 0 ? null : newest;
}

/** The number of a version, or 0 where it cannot be read. */
const versionNumber = ({ attributes }: XmlElement): number =>
  Number(/^v(\d{1,4})$/.exec(attributes['version'] ?? '')?.[1] ?? 0);

function readDay(text: string | null): LocalDate | null {
  const day = (text ?? '').trim().slice(0, 10);
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}
