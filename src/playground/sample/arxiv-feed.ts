import { type LocalDate, newYorkTime } from '../../time.ts';
import { readSubjects } from './archives.ts';
import { easternMidnightIso, easternMidnightRfc } from './eastern-time.ts';
import type { Edition, EditionPaper } from './edition.ts';
import { toTex } from './tex-accents.ts';
import { escapeXml, xmlDeclaration } from './xml.ts';

/** The format of a feed, which is the first part of its address: `/rss/cs.CL`. */
export type FeedFormat = 'atom' | 'rss';

/** The answer of one of arXiv's feeds. */
export interface FeedAnswer {
  readonly status: 200 | 400;
  readonly body: string;
}

type AnnounceType = 'new' | 'cross' | 'replace' | 'replace-cross';

interface FeedItem {
  readonly entry: EditionPaper;
  readonly type: AnnounceType;
}

interface Feed {
  readonly link: string;
  readonly subject: string;
  readonly day: LocalDate;
  readonly items: readonly FeedItem[];
}

const listingOrder: readonly AnnounceType[] = ['new', 'cross', 'replace', 'replace-cross'];
const license = 'http://creativecommons.org/licenses/by/4.0/';
const namespaces = 'xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"';

/** The papers that arXiv announces on a New York day in some categories (`cs.CL+stat`), new ones first. */
export function renderFeed(edition: Edition, format: FeedFormat, query: string, day: LocalDate): FeedAnswer {
  const subjects = readSubjects(query);
  if ('problem' in subjects) return { status: 400, body: renderFeedError(format, query, subjects.problem, day) };
  const feed: Feed = {
    link: `http://rss.arxiv.org/${format}/${subjects.names.join('+')}`,
    subject: subjects.names.join(', '),
    day,
    items: feedItems(edition, subjects.categories, day),
  };
  return { status: 200, body: format === 'atom' ? renderAtom(feed) : renderRss(feed) };
}

function feedItems(edition: Edition, covered: ReadonlySet<string>, day: LocalDate): readonly FeedItem[] {
  return edition.papers
    .filter((entry) => entry.listedOn === day && entry.arxivListing !== 'unlisted')
    .filter((entry) => listedIn(entry).some((category) => covered.has(category)))
    .map((entry) => ({ entry, type: announceType(entry, covered) }))
    .sort((a, b) => listingOrder.indexOf(a.type) - listingOrder.indexOf(b.type) || compare(a.entry.id, b.entry.id));
}

/** The categories that announce a paper. A late cross-list is not announced again in its primary category. */
const listedIn = ({ arxivListing, paper }: EditionPaper): readonly string[] =>
  arxivListing === 'cross' ? paper.categories.slice(1) : paper.categories;

function announceType({ arxivListing, paper }: EditionPaper, covered: ReadonlySet<string>): AnnounceType {
  const hasPrimary = covered.has(paper.categories[0]);
  if (arxivListing === 'replacement') return hasPrimary ? 'replace' : 'replace-cross';
  return hasPrimary && arxivListing === 'new' ? 'new' : 'cross';
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function renderAtom({ link, subject, day, items }: Feed): string {
  return atomDocument([
    ...atomHead(link, `${subject} updates on arXiv.org`, `${subject} updates on the arXiv.org e-print archive.`, day),
    ...items.flatMap((item) => atomEntry(item, day)),
  ]);
}

const atomHead = (link: string, title: string, subtitle: string, day: LocalDate): readonly string[] => [
  `<id>${escapeXml(link)}</id>`,
  `<title>${escapeXml(title)}</title>`,
  `<updated>${builtAt(day)}</updated>`,
  `<link href="${escapeXml(link)}" rel="self" type="application/atom+xml"/>`,
  `<subtitle>${escapeXml(subtitle)}</subtitle>`,
];

function atomEntry(item: FeedItem, day: LocalDate): readonly string[] {
  const { entry } = item;
  return [
    '<entry>',
    `  <id>oai:arXiv.org:${entry.id}v${entry.version}</id>`,
    `  <title>${escapeXml(toTex(entry.title))}</title>`,
    `  <updated>${builtAt(day)}</updated>`,
    `  <link href="https://arxiv.org/abs/${entry.id}" rel="alternate" type="text/html"/>`,
    `  <summary>${escapeXml(description(item))}</summary>`,
    ...entry.paper.categories.map((category) => `  <category term="${category}"/>`),
    `  <published>${easternMidnightIso(day)}</published>`,
    ...sharedElements(item),
    '</entry>',
  ];
}

function sharedElements({ entry, type }: FeedItem): readonly string[] {
  const { doi, journalReference, authors } = entry.paper;
  return [
    `  <arxiv:announce_type>${type}</arxiv:announce_type>`,
    `  <dc:rights>${license}</dc:rights>`,
    ...(journalReference
      ? [`  <arxiv:journal_reference>${escapeXml(journalReference)}</arxiv:journal_reference>`]
      : []),
    ...(doi ? [`  <arxiv:DOI>${escapeXml(doi)}</arxiv:DOI>`] : []),
    `  <dc:creator>${escapeXml(creators(authors))}</dc:creator>`,
  ];
}

/** arXiv joins first and last name with a blank even if one is missing, so single names begin with a blank. */
const creators = (authors: readonly string[]): string =>
  authors.map((name) => toTex(name.includes(' ') ? name : ` ${name}`)).join(', ');

const description = ({ entry, type }: FeedItem): string =>
  `arXiv:${entry.id}v${entry.version} Announce Type: ${type} \nAbstract: ${toTex(entry.abstract)}`;

/** Feeds are built in the first seconds of the day: `2026-04-27T04:00:19.866337+00:00`. */
const builtAt = (day: LocalDate): string =>
  `${new Date(newYorkTime(day, 0) + 19_000).toISOString().slice(0, 19)}.866337+00:00`;

const atomDocument = (lines: readonly string[]): string =>
  [
    xmlDeclaration,
    `<feed ${namespaces} xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us">`,
    ...lines.map((line) => `  ${line}`),
    '</feed>',
    '',
  ].join('\n');

function renderRss({ link, subject, day, items }: Feed): string {
  return rssDocument([
    ...rssHead(link, `${subject} updates on arXiv.org`, `${subject} updates on the arXiv.org e-print archive.`, day),
    '<skipDays>',
    '  <day>Sunday</day>',
    '  <day>Saturday</day>',
    '</skipDays>',
    ...items.flatMap((item) => rssItem(item, day)),
  ]);
}

const rssHead = (link: string, title: string, text: string, day: LocalDate): readonly string[] => [
  `<title>${escapeXml(title)}</title>`,
  `<link>${escapeXml(link)}</link>`,
  `<description>${escapeXml(text)}</description>`,
  `<atom:link href="${escapeXml(link)}" rel="self" type="application/rss+xml"/>`,
  '<docs>http://www.rssboard.org/rss-specification</docs>',
  '<language>en-us</language>',
  `<lastBuildDate>${new Date(newYorkTime(day, 0)).toUTCString().replace('GMT', '+0000')}</lastBuildDate>`,
  '<managingEditor>rss-help@arxiv.org</managingEditor>',
  `<pubDate>${easternMidnightRfc(day)}</pubDate>`,
];

function rssItem(item: FeedItem, day: LocalDate): readonly string[] {
  const { entry } = item;
  return [
    '<item>',
    `  <title>${escapeXml(toTex(entry.title))}</title>`,
    `  <link>https://arxiv.org/abs/${entry.id}</link>`,
    `  <description>${escapeXml(description(item))}</description>`,
    `  <guid isPermaLink="false">oai:arXiv.org:${entry.id}v${entry.version}</guid>`,
    ...entry.paper.categories.map((category) => `  <category>${category}</category>`),
    `  <pubDate>${easternMidnightRfc(day)}</pubDate>`,
    ...sharedElements(item),
    '</item>',
  ];
}

const rssDocument = (lines: readonly string[]): string =>
  [
    xmlDeclaration,
    `<rss ${namespaces} xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0">`,
    '  <channel>',
    ...lines.map((line) => `    ${line}`),
    '  </channel>',
    '</rss>',
    '',
  ].join('\n');

function renderFeedError(format: FeedFormat, query: string, problem: string, day: LocalDate): string {
  const link = `http://rss.arxiv.org/${format}/${query}`;
  const title = `Feed error for query: ${link}`;
  return format === 'atom'
    ? atomDocument(atomHead(link, title, problem, day))
    : rssDocument(rssHead(link, title, problem, day));
}
