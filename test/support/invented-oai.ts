import type { FixtureServer } from '../sources/fixture-server.ts';

/** An invented record of arXiv's OAI-PMH. */
export interface OaiRecord {
  readonly id: string;
  /** The day of its last change. */
  readonly day: string;
  readonly title?: string;
  readonly authors?: string;
  readonly abstract?: string;
  readonly categories?: string;
  readonly comments?: string;
  readonly doi?: string;
  /** The date of each version, as arXiv writes it. */
  readonly versions?: readonly string[];
  readonly isDeleted?: boolean;
}

const asText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const element = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${asText(text)}</${name}>`;

const schema = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** One record in the form `arXivRaw`. */
export function oaiRecord(record: OaiRecord): string {
  const { id, day, title = `Tides of lake ${id}`, authors = 'Ada Fjord, Beno\\^it Rive (Lake Institute)' } = record;
  const { abstract = '  We measure how the water rises\nand falls.\n', categories = 'physics.ao-ph cs.LG' } = record;
  const { versions = [`${new Date(`${day}T15:00Z`).toUTCString()}`], comments, doi } = record;
  const status = record.isDeleted === true ? ' status="deleted"' : '';
  const header = `<header${status}><identifier>oai:arXiv.org:${id}</identifier><datestamp>${day}</datestamp><setSpec>physics:physics</setSpec></header>`;
  if (record.isDeleted === true) return `<record>${header}</record>`;
  const listed = versions.map(
    (date, index) => `<version version="v${index + 1}"><date>${date}</date><size>90kb</size></version>`,
  );
  const texts = [element('title', title), element('authors', authors), element('categories', categories)];
  const more = [element('comments', comments), element('doi', doi), element('abstract', abstract)];
  const raw = [`<id>${id}</id><submitter>Ada Fjord</submitter>`, ...listed, ...texts, ...more].join('');
  return `<record>${header}<metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/" ${schema}>${raw}</arXivRaw></metadata></record>`;
}

/** An answer of OAI-PMH with the given content. */
export const oaiAnswer = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" ${schema}>
  <responseDate>2026-03-05T06:00:00Z</responseDate>
  <request verb="ListRecords">https://oaipmh.arxiv.org/oai</request>
  ${content}
</OAI-PMH>`;

export const oaiPage = (records: readonly OaiRecord[], token: string | null = null): string => {
  const more =
    token === null ? '' : `<resumptionToken expires="2026-03-06T00:00:00Z">${asText(token)}</resumptionToken>`;
  return oaiAnswer(`<ListRecords>${records.map(oaiRecord).join('\n')}${more}</ListRecords>`);
};

export const oaiError = (code: string, text: string): string => oaiAnswer(`<error code="${code}">${text}</error>`);

export interface OaiService {
  readonly pageSize: number;
  /** The start of a token. A token of another era is not valid any more. */
  readonly era?: string;
}

/** Makes the server answer like arXiv's OAI-PMH: by day of the last change, in pages, with tokens that can expire. */
export function serveOai(
  server: FixtureServer,
  records: readonly OaiRecord[],
  { pageSize, era = 'today' }: OaiService,
): void {
  server.answer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const token = searchParams.get('resumptionToken');
    const [ofEra, day, skip] = token?.split('|') ?? [era, searchParams.get('from'), '0'];
    const wanted = records.filter((record) => record.day === day);
    const start = Number(skip);
    const next = start + pageSize < wanted.length ? `${era}|${day}|${start + pageSize}` : null;
    response.writeHead(200, { 'content-type': 'application/xml' });
    if (ofEra !== era) response.end(oaiError('badResumptionToken', 'The token is expired.'));
    else if (wanted.length === 0) response.end(oaiError('noRecordsMatch', 'No records.'));
    else response.end(oaiPage(wanted.slice(start, start + pageSize), next));
  });
}

/** `count` records that changed on that day. */
export const oaiRecords = (day: string, count: number): readonly OaiRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${day.slice(2, 7).replace('-', '')}.${day.slice(8)}${String(index + 1).padStart(3, '0')}`,
    day,
  }));
