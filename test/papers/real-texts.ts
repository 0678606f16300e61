import { gunzipSync } from 'node:zlib';
import { readMetadata, readShared, readSharedBytes, sharedFiles } from '../sources/shared-data.ts';

/** A title or abstract as its source sent it. */
export interface RealText {
  readonly field: 'title' | 'abstract';
  readonly area: 'computer science' | 'other sciences';
  readonly text: string;
}

export interface RealTexts {
  /** Each text once. */
  readonly texts: readonly RealText[];
  /** Each author, or comma-joined list of authors, once. */
  readonly creators: readonly string[];
}

type Found = Omit<RealText, 'field'> & { readonly field: RealText['field'] | 'creators' };

/** Every title, abstract and author of the captures, from each source in each form. */
export function readRealTexts(): RealTexts {
  const texts = new Map<string, RealText>();
  const creators = new Set<string>();
  for (const { field, area, text } of allTexts()) {
    if (field === 'creators') creators.add(text);
    else if (!texts.has(`${field} ${text}`)) texts.set(`${field} ${text}`, { field, area, text });
  }
  return { texts: [...texts.values()], creators: [...creators] };
}

function* allTexts(): Generator<Found> {
  yield* metadata();
  yield* snapshot();
  yield* huggingFace();
  yield* mirror();
  yield* xmlRecords();
}

const areaOf = (category: string): RealText['area'] => (/^cs\b/.test(category) ? 'computer science' : 'other sciences');

function* paperTexts(paper: { title: string; abstract: string; authors: readonly string[] }, category: string) {
  const area = areaOf(category);
  yield { field: 'title' as const, area, text: paper.title };
  yield { field: 'abstract' as const, area, text: paper.abstract };
  for (const text of paper.authors) yield { field: 'creators' as const, area, text };
}

function* metadata(): Generator<Found> {
  for (const paper of readMetadata()) yield* paperTexts(paper, paper.categories[0] ?? '');
}

/** The first records of the archive, from all of physics and mathematics, as their authors typed them. */
function* snapshot(): Generator<Found> {
  const lines = readShared('data/arxiv_meta/kaggle_snapshot_first200.jsonl').split('\n');
  for (const line of lines.filter((text) => text !== '')) {
    const paper: { title: string; abstract: string; authors: string; categories: string } = JSON.parse(line);
    yield* paperTexts({ ...paper, authors: [paper.authors] }, paper.categories);
  }
}

function* huggingFace(): Generator<Found> {
  for (const folder of ['dev_recent', 'era_samples', 'nodate']) {
    for (const name of sharedFiles(`data/hf/${folder}`)) {
      const day: unknown = JSON.parse(readShared(`data/hf/${folder}/${name}`));
      for (const entry of Array.isArray(day) ? day : []) yield* huggingFacePaper(entry.paper ?? entry);
    }
  }
}

interface HuggingFacePaper {
  readonly title?: string;
  readonly summary?: string;
  readonly authors?: readonly { readonly name?: string }[];
}

function huggingFacePaper({ title = '', summary = '', authors = [] }: HuggingFacePaper) {
  return paperTexts({ title, abstract: summary, authors: authors.map(({ name = '' }) => name) }, 'cs');
}

function* mirror(): Generator<Found> {
  for (const name of sharedFiles('data/arxiv_rss/mirror_json_cs.CV')) {
    const day = JSON.parse(readShared(`data/arxiv_rss/mirror_json_cs.CV/${name}`));
    for (const paper of day.papers) yield* paperTexts(paper, 'cs');
  }
}

const xmlFolders = ['arxiv_oai', 'arxiv_rss', 'arxiv_api', 'arxiv_api/xml_bodies'].map((folder) => `data/${folder}`);
const fields: ReadonlyMap<string, Found['field']> = new Map([
  ['title', 'title'],
  ['dc:title', 'title'],
  ['abstract', 'abstract'],
  ['description', 'abstract'],
  ['dc:description', 'abstract'],
  ['summary', 'abstract'],
  ['authors', 'creators'],
  ['dc:creator', 'creators'],
  ['name', 'creators'],
]);

function* xmlRecords(): Generator<Found> {
  for (const folder of xmlFolders) {
    for (const name of sharedFiles(folder).filter((file) => /\.xml(?:\.gz)?$/.test(file))) {
      const bytes = readSharedBytes(`${folder}/${name}`);
      const xml = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      const records = xml.split(/<(?:record|item|entry)\b[^>]*>/).slice(1);
      for (const record of records) yield* xmlRecord(record);
    }
  }
}

function* xmlRecord(xml: string): Generator<Found> {
  const area = areaOf(/<(?:categories|category|setSpec)(?: term=")?>?([^<"]*)/.exec(xml)?.[1] ?? '');
  for (const [, element = '', inside = ''] of xml.matchAll(/<((?:dc:)?[a-z]+)(?: [^>]*)?>([^<]*)<\//g)) {
    const field = fields.get(element);
    const text = unescapeXml(inside).replace(/^arXiv:\S+ Announce Type: \S+\s+Abstract: /, '');
    if (field !== undefined && text.trim() !== '') yield { field, area, text };
  }
}

const unescapeXml = (text: string): string =>
  text
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
