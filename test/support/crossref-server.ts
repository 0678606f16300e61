import type { Responder } from '../sources/fixture-server.ts';

/** A work as Crossref keeps it. */
export interface Work {
  readonly DOI: string;
  readonly type: string;
  readonly created: { readonly 'date-time': string };
  readonly [field: string]: unknown;
}

const fields: ReadonlySet<string> = new Set(
  'DOI type title subtitle short-title original-title container-title short-container-title group-title event volume issue page article-number publisher publisher-location author editor issued published published-print published-online posted created deposited indexed license link URL resource abstract subject ISSN issn-type ISBN relation update-to updated-by update-policy funder alternative-id prefix member references-count is-referenced-by-count archive content-domain assertion standards-body reference score'.split(
    ' ',
  ),
);
const types: ReadonlySet<string> = new Set(['journal-article', 'posted-content', 'book-chapter', 'dataset']);
const valueShapes: Readonly<Record<string, RegExp>> = {
  issn: /^\d{4}-\d{3}[\dX]$/,
  prefix: /^10\.\d{4,9}$/,
  type: /^[a-z-]+$/,
  'from-created-date': /^\d{4}-\d\d-\d\d$/,
  'until-created-date': /^\d{4}-\d\d-\d\d$/,
};
const parameters: ReadonlySet<string> = new Set(['filter', 'select', 'rows', 'cursor', 'mailto']);

/** Why Crossref refuses the request, or null. */
function problemOf(query: URLSearchParams): string | null {
  const unknown = [...query.keys()].find((name) => !parameters.has(name));
  if (unknown !== undefined) return `Parameter ${unknown} specified but there is no such parameter available`;
  const select = (query.get('select') ?? 'DOI').split(',');
  const wrong = select.find((field) => !fields.has(field));
  if (wrong !== undefined) return `Select ${wrong} specified but there is no such select for this route`;
  const rows = Number(query.get('rows') ?? 20);
  if (!Number.isInteger(rows) || rows < 0 || rows > 1_000) return 'Integer specified as rows but must be 0 to 1000';
  for (const [name, value] of filtersOf(query)) {
    if (valueShapes[name] === undefined) return `Filter ${name} specified but there is no such filter for this route`;
    if (!valueShapes[name].test(value) || (name === 'type' && !types.has(value)))
      return `Value ${value} is not valid for the filter ${name}`;
  }
  return null;
}

const filtersOf = (query: URLSearchParams): readonly (readonly [name: string, value: string])[] =>
  (query.get('filter') ?? '')
    .split(',')
    .filter((part) => part !== '')
    .map((part) => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)]);

/** Filters of one name are alternatives; different names must all hold. */
function passes(work: Work, query: URLSearchParams): boolean {
  const day = work.created['date-time'].slice(0, 10);
  const holds: Readonly<Record<string, (value: string) => boolean>> = {
    issn: (value) => Array.isArray(work['ISSN']) && work['ISSN'].includes(value),
    prefix: (value) => work.DOI.toLowerCase().startsWith(`${value}/`),
    type: (value) => work.type === value,
    'from-created-date': (value) => day >= value,
    'until-created-date': (value) => day <= value,
  };
  const groups = Object.values(Object.groupBy(filtersOf(query), ([name]) => name));
  return groups.every((group) => group?.some(([name, value]) => holds[name]?.(value)));
}

/** Answers like Crossref with these works. It refuses what Crossref refuses: unknown parameters, filters and fields. */
export const answerLikeCrossref =
  (works: readonly Work[]): Responder =>
  (request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://localhost');
    const send = (code: number, answer: unknown) => {
      response.writeHead(code, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    };
    const problem = problemOf(query);
    if (problem !== null)
      return send(400, { status: 'failed', 'message-type': 'validation-failure', message: [{ message: problem }] });
    if (pathname !== '/works') {
      const doi = decodeURIComponent(pathname.replace('/works/', '')).toLowerCase();
      const work = works.find((each) => each.DOI.toLowerCase() === doi);
      return work === undefined
        ? send(404, 'Resource not found.')
        : send(200, { status: 'ok', 'message-type': 'work', message: work });
    }
    const rows = Number(query.get('rows') ?? 20);
    const start = Number(query.get('cursor')?.replace('*', '0') ?? 0);
    const found = works.filter((work) => passes(work, query));
    const select = (query.get('select') ?? '').split(',');
    const items = found
      .slice(start, start + rows)
      .map((work) => Object.fromEntries(Object.entries(work).filter(([field]) => select.includes(field))));
    const message = { 'total-results': found.length, items, 'items-per-page': rows, 'next-cursor': `${start + rows}` };
    return send(200, { status: 'ok', 'message-type': 'work-list', message });
  };
