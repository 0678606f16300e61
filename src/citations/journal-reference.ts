import { venueKind } from './venue-kind.ts';

/** Where a paper was published. */
export interface Publication {
  readonly kind: 'article' | 'proceedings';
  /** The journal, or the proceedings. */
  readonly container: string;
  readonly volume: string | null;
  readonly issue: string | null;
  /** `104--117` is `104-117` here. An article number counts as a page. */
  readonly pages: string | null;
  readonly year: number | null;
}

const longestContainer = 180;
const notPublished =
  /\b(?:submitted|to be published|accepted|in press|to appear|thesis|arxiv|preprint|under review)\b/i;

/**
 * Reads a journal reference, which authors and services write in their own ways: `Phys. Rev. D 76, 013009 (2007)`,
 * `Phys.Rev.D76:013009,2007`, `J. Tides 7(2) (2026)`. Null where it is not certain which words are the journal.
 */
export function readJournalReference(reference: string): Publication | null {
  const text = reference.replace(/\s+/g, ' ').trim();
  if (notPublished.test(text)) return null;
  return readProceedings(text) ?? readArticle(text);
}

function readProceedings(text: string): Publication | null {
  const bare = text.replace(/^(?:published )?in:? (?=[\p{Lu}\d])/iu, '');
  // In `AIP Conf. Proc. 1000, 539` a number follows the name of a series.
  if (venueKind(bare) !== 'proceedings' || /\b(?:proc|conf|ser|suppl)\.? ?\d/i.test(bare)) return null;
  const [, pages] = /[,;:.( ]\s*(?:pp?\.?|pages?) ?(\d+(?: ?[-–—]+ ?\d+)?)/i.exec(bare) ?? [];
  const container = bare
    .replace(/[,;:.( ]\s*(?:pp?\.?|pages?) ?\d.*$/i, '')
    .replace(/[,;.(\s]+(?:19|20)\d\d[).\s]*$/, '')
    .replace(/[,;:.\s]+$/, '');
  if (!isContainer(container)) return null;
  return { kind: 'proceedings', container, ...nothing, pages: tidyPages(pages), year: yearOf(text) };
}

const nothing = { volume: null, issue: null } as const;

/** The name of a journal ends before its volume, which a number, `vol.` or a year in brackets begins. */
const name =
  /^((?:\p{L}|[. &'’/–-]|: ?(?=\p{L})|, (?=\p{L}))+?),?(?=[\s,:;.]*(?:\(?\d|\b(?:vol(?:ume)?|v|no)\b\.? ?\d|$))/iu;

function readArticle(text: string): Publication | null {
  const [matched = '', found = ''] = name.exec(text) ?? [];
  const bare = found.replace(/[,;:\s]+(?:vol(?:ume)?|v|no)?\.?$/i, '').replace(/[,;:\s]+$/, '');
  // The last word of `Phys. Rev. Lett. 102` is an abbreviation too.
  const container = bare.includes('.') && text.charAt(bare.length) === '.' ? `${bare}.` : bare;
  if (!isContainer(container)) return null;
  const year = yearOf(text);
  const rest = withoutYear(text.slice(matched.length), year);
  const numbers = readNumbers(rest);
  if (numbers === null || (numbers.volume === null && !isJournalAlone(container))) return null;
  return { kind: 'article', container, ...numbers, year };
}

/** Whether words without a volume are a journal: as Crossref has it, `Tides (2026)`, or by what they say. */
const isJournalAlone = (container: string): boolean =>
  venueKind(container) === 'article' || (!container.includes(',') && container.split(' ').length <= 6);

const number = '[A-Z]{0,2}\\d{1,7}[A-Z]?';
const range = `${number}(?:\\(R\\)|[A-Z]\\d{1,5}| ?[-–—]+ ?${number})?`;
const numbersShape = new RegExp(
  [
    '^[\\s,:;.]*(?:(?:vol(?:ume)?\\.?|v\\.)\\s*)?',
    `(?<volume>${number})?`,
    `(?:[\\s,:;]*(?:\\(\\s*(?<bracketed>\\d{1,3}(?:[-–/]\\d{1,3})?)\\s*\\)|(?:no\\.?|n\\.|issue|numbers?)[:\\s]*(?<numbered>\\d{1,3}(?:[-–/]\\d{1,3})?)|(?<bare>\\d{1,2}(?:[-–]\\d{1,2})?)(?=\\s+\\w)))?`,
    `[\\s,:;.]*(?:(?:pp?\\.|pages?|art(?:icle)?\\.?|eid\\s*=)\\s*)?(?<pages>e?${range})?[\\s,;.)]*$`,
  ].join(''),
  'iu',
);

/** Volume, issue and pages. Null if other words stand between them. */
function readNumbers(rest: string): Pick<Publication, 'volume' | 'issue' | 'pages'> | null {
  const found = numbersShape.exec(rest);
  if (found === null) return null;
  const { volume, bracketed, numbered, bare, pages } = found.groups ?? {};
  const issue = bracketed ?? numbered ?? bare ?? null;
  return { volume: volume ?? null, issue: issue?.replace('–', '-') ?? null, pages: tidyPages(pages) };
}

/** The year in brackets, or the only number that can be one. */
function yearOf(text: string): number | null {
  const [, bracketed] = /\([^()]{0,12}\b((?:19|20)\d\d)\)/.exec(text) ?? [];
  if (bracketed !== undefined) return Number(bracketed);
  const found = [...text.matchAll(/(?<![\w-])(?:19|20)\d\d(?![\w-])/g)].map(([year]) => year);
  const [only] = new Set(found);
  return only === undefined || new Set(found).size > 1 ? null : Number(only);
}

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?,? ?';

/** Without the year and the month before it, and without a count of pages. */
function withoutYear(text: string, year: number | null): string {
  const bare = text.replace(/,? ?\(?\b\d{1,3} ?(?:pp|pages)\b\.?\)?/i, '');
  if (year === null) return bare;
  const inBrackets = `/? ?\\((?:${month})?${year}\\)`;
  return bare.replace(new RegExp(`${inBrackets}|/? ?(?<![\\w-])(?:${month})?${year}(?![\\w-])`), ' ');
}

const tidyPages = (pages: string | undefined): string | null => pages?.replace(/ ?[-–—]+ ?/, '-') ?? null;

const isContainer = (text: string): boolean =>
  text.length <= longestContainer && /^[\p{Lu}\d]|^e[A-Z]/u.test(text) && /\p{L}.*\p{L}/u.test(text);
