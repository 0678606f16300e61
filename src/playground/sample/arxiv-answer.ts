import { createHash } from 'node:crypto';
import { addDays, type LocalDate } from '../../time.ts';
import type { Edition, EditionPaper } from './edition.ts';
import { escapeXml, xmlDeclaration } from './xml.ts';

/** The answer of the query API. The body is Atom, also for errors. */
export interface ApiAnswer {
  readonly status: 200 | 400;
  readonly body: string;
}

const idFormat = /^(?:(\d{4}\.\d{4,5})|([a-z-]+(?:\.[A-Z]{2})?\/\d{7}))(v\d+)?$/;

/**
 * arXiv's query API over the sample, on a New York day: `id_list`, with or without versions, or all papers that were
 * submitted in a period. A malformed id is an error, an unknown one is left out. Any other `search_query` is refused.
 */
export function answerQuery(edition: Edition, params: URLSearchParams, day: LocalDate): ApiAnswer {
  const ids = (params.get('id_list') ?? '').split(',').filter(Boolean);
  const size = Number(params.get('max_results') ?? 10);
  const start = Number(params.get('start') ?? 0);
  const window = /submittedDate:\[(\d{12}) TO (\d{12})\]/.exec(params.get('search_query') ?? '');
  if (params.get('search_query') && window === null) return apiError('the sample knows of submittedDate only', day);
  if (!isCount(size)) return apiError('max_results must be an integer', day);
  if (!isCount(start)) return apiError('start must be an integer', day);
  const malformed = ids.find((id) => !idFormat.test(id));
  if (malformed !== undefined) return apiError(`incorrect id format for ${malformed}`, day);
  const found =
    window === null
      ? ids.flatMap((id) => findPaper(edition, id, day) ?? [])
      : findSubmitted(edition, { from: window[1] ?? '', to: window[2] ?? '' }, day);
  const title = `search_query=&id_list=${ids.join(',')}&start=${start}&max_results=${size}`;
  const page = found.slice(start, start + size);
  return { status: 200, body: apiDocument(apiHead(title, { size, total: found.length, start }, day), page) };
}

const isCount = (number: number): boolean => Number.isInteger(number) && number >= 0 && number <= 2000;

function findPaper(edition: Edition, id: string, day: LocalDate): EditionPaper | undefined {
  const bare = id.replace(/v\d+$/, '').replace(/\.[A-Z]{2}\//, '/');
  return edition.papers.find((entry) => entry.id === bare && entry.listedOn <= day);
}

/** The announced first versions that were submitted from one minute to another, `YYYYMMDDHHMM`. */
function findSubmitted(edition: Edition, { from, to }: { from: string; to: string }, day: LocalDate): EditionPaper[] {
  return edition.papers.filter(({ announcedOn, arxivListing }) => {
    const minute = submittedAt(announcedOn).slice(0, 16).replace(/\D/g, '');
    return announcedOn <= day && arxivListing === 'new' && minute >= from && minute <= to;
  });
}

interface Counts {
  readonly size: number;
  readonly total: number;
  readonly start: number;
}

const apiHead = (title: string, counts: Counts, day: LocalDate): readonly string[] => [
  `<id>https://arxiv.org/api/${createHash('sha1').update(title).digest('base64').slice(0, -1)}</id>`,
  `<title>arXiv Query: ${escapeXml(title)}</title>`,
  `<updated>${day}T12:00:00Z</updated>`,
  `<link href="https://arxiv.org/api/query?${escapeXml(title)}" type="application/atom+xml"/>`,
  ...countElements(counts),
];

const countElements = ({ size, total, start }: Counts): readonly string[] => [
  `<opensearch:itemsPerPage>${size}</opensearch:itemsPerPage>`,
  `<opensearch:totalResults>${total}</opensearch:totalResults>`,
  `<opensearch:startIndex>${start}</opensearch:startIndex>`,
];

function apiEntry({ id, version, title, abstract, paper, announcedOn, listedOn }: EditionPaper): readonly string[] {
  const fullId = `${id}v${version}`;
  return [
    '<entry>',
    `  <id>http://arxiv.org/abs/${fullId}</id>`,
    `  <title>${escapeXml(title)}</title>`,
    `  <updated>${submittedAt(version > 1 ? listedOn : announcedOn)}</updated>`,
    `  <link href="https://arxiv.org/abs/${fullId}" rel="alternate" type="text/html"/>`,
    `  <link href="https://arxiv.org/pdf/${fullId}" rel="related" type="application/pdf" title="pdf"/>`,
    `  <summary>${escapeXml(abstract)}</summary>`,
    ...paper.categories.map((name) => `  <category term="${name}" scheme="http://arxiv.org/schemas/atom"/>`),
    `  <published>${submittedAt(announcedOn)}</published>`,
    ...(paper.comment ? [`  <arxiv:comment>${escapeXml(paper.comment)}</arxiv:comment>`] : []),
    `  <arxiv:primary_category term="${paper.categories[0]}"/>`,
    ...(paper.journalReference
      ? [`  <arxiv:journal_ref>${escapeXml(paper.journalReference)}</arxiv:journal_ref>`]
      : []),
    ...(paper.doi ? [`  <arxiv:doi>${escapeXml(paper.doi)}</arxiv:doi>`] : []),
    ...paper.authors.flatMap((name) => ['  <author>', `    <name>${escapeXml(name)}</name>`, '  </author>']),
    '</entry>',
  ];
}

/** A paper submitted before 14:00 in New York is announced that evening, dated the next day. */
const submittedAt = (announced: LocalDate): string => `${addDays(announced, -1)}T14:07:31Z`;

function apiError(message: string, day: LocalDate): ApiAnswer {
  const link = `https://arxiv.org/api/errors#${message.replaceAll(' ', '_')}`;
  const lines = [
    '<id>https://arxiv.org/</id>',
    '<title>arXiv Search Results</title>',
    `<updated>${day}T12:00:00Z</updated>`,
    ...countElements({ size: 1, total: 1, start: 0 }),
    '<entry>',
    `  <id>${escapeXml(link)}</id>`,
    '  <title>Error</title>',
    `  <updated>${day}T12:00:00Z</updated>`,
    `  <link href="${escapeXml(link)}" rel="alternate" type="text/html"/>`,
    `  <summary>${escapeXml(message)}</summary>`,
    '  <author>',
    '    <name>arXiv api core</name>',
    '  </author>',
    '</entry>',
  ];
  return { status: 400, body: apiDocument(lines, []) };
}

const apiDocument = (head: readonly string[], papers: readonly EditionPaper[]): string =>
  [
    xmlDeclaration,
    '<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">',
    ...[...head, ...papers.flatMap(apiEntry)].map((line) => `  ${line}`),
    '</feed>',
    '',
  ].join('\n');
