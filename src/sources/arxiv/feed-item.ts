import { type AnnounceType, announceTypes } from '../../papers/announce-type.ts';
import { type ArxivId, parseArxivId } from '../../papers/arxiv-id.ts';
import type { ListingEntry, SkippedItem } from '../../papers/listing.ts';
import { noExtras, type Paper, unlisted } from '../../papers/paper.ts';
import { cleanText, splitCreators } from '../../papers/text.ts';
import { withoutMarkup } from '../markup.ts';
import { readPaperTexts } from '../paper-texts.ts';
import { readCategories, readDoi, readTexText } from './fields.ts';
import { childrenOf, childText, namespaces, type XmlElement } from './xml.ts';

const prefix = /^\s*arXiv:\S+\s+Announce Type:\s*(\S+)\s+(?:Abstract:\s*)?/;

/**
 * The papers of a pull by their guids, which have the version. A feed is asked for each category, so that nearly half of
 * all items repeat a paper of another feed.
 */
export type KnownPapers = Map<string, Paper>;

/**
 * The entry of an RSS item or Atom entry, or why it cannot be read. A known paper is not read again.
 * @param place its place in the feed
 */
export function readFeedItem(element: XmlElement, place: string, known: KnownPapers): ListingEntry | SkippedItem {
  const read = readEntry(element, place, known);
  return 'reason' in read ? { ...read, ...namedCategories(element) } : read;
}

/** Why an item is left out whose XML cannot be repaired, with its id and its categories where they can be seen. */
export function readDamagedItem(text: string, place: string): SkippedItem {
  const id = parseArxivId(/oai:arXiv\.org:[^\s<&]{1,40}/i.exec(text)?.[0] ?? '')?.id;
  const terms = [...text.matchAll(/<category(?:>|\s+term=")([\w.-]{1,40})/g)].map(([, term]) => term ?? '');
  const categories = readCategories(terms);
  return { item: id ?? place, reason: 'its XML is damaged', ...(categories.length === 0 ? {} : { categories }) };
}

function readEntry(element: XmlElement, place: string, papers: KnownPapers): ListingEntry | SkippedItem {
  const guid = childText(element, 'guid') ?? childText(element, 'id') ?? '';
  const arxivId = /^\s*oai:arXiv\.org:/i.test(guid) ? parseArxivId(guid) : null;
  if (arxivId === null) return { item: place, reason: 'its guid has no arXiv id' };
  const description = childText(element, 'description') ?? childText(element, 'summary') ?? '';
  const announceType = readAnnounceType(element, description);
  if (announceType === null) return { item: arxivId.id, reason: 'its announce type is unknown' };
  const known = papers.get(guid);
  if (known !== undefined) return { paper: known, announceType };
  const texts = readPaperTexts(childText(element, 'title') ?? '', description.replace(prefix, ''));
  if ('problem' in texts) return { item: arxivId.id, reason: texts.problem };
  const paper = asPaper(element, arxivId, texts);
  papers.set(guid, paper);
  return { paper, announceType };
}

function asPaper(element: XmlElement, { id, version }: ArxivId, texts: { title: string; abstract: string }): Paper {
  return {
    id,
    version,
    ...texts,
    authors: childrenOf(element, 'creator', namespaces.dublinCore).flatMap(({ text }) =>
      splitCreators(withoutLinks(text)),
    ),
    categories: categoriesOf(element),
    describedBy: 'arxiv',
    publishedAt: null,
    doi: readDoi(childText(element, 'DOI', namespaces.arxiv)),
    journalReference: readTexText(childText(element, 'journal_reference', namespaces.arxiv)),
    comment: null,
    ...unlisted,
    extras: noExtras,
  };
}

/** The names in links to an author's other papers, as feeds had them for years: `<a href="…">Ana Ruiz</a>`. */
const withoutLinks = (text: string): string =>
  /<|&lt;/.test(text) ? withoutMarkup(text.replace(/((?:<|&lt;)\/a(?:>|&gt;)),?\s*/gi, '$1, ')) : text;

/** RSS writes a category as text, Atom as an attribute. */
const categoriesOf = (element: XmlElement): string[] =>
  readCategories(childrenOf(element, 'category').map(({ text, attributes }) => attributes['term'] ?? text));

function namedCategories(element: XmlElement): Pick<SkippedItem, 'categories'> {
  const categories = categoriesOf(element);
  return categories.length === 0 ? {} : { categories };
}

function readAnnounceType(element: XmlElement, description: string): AnnounceType | null {
  const stated = childText(element, 'announce_type', namespaces.arxiv) ?? prefix.exec(description)?.[1] ?? '';
  const type = cleanText(stated);
  return announceTypes.find((known) => known === type && known !== 'pick') ?? null;
}
