import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** Something on a page, with its place: `README.md:20`. */
export interface Found {
  readonly at: string;
  readonly text: string;
}

/** A block between ``` and ```. */
interface Fence {
  /** The word after the opening ```: `sh`. Empty if there is none. */
  readonly language: string;
  readonly at: string;
  readonly lines: readonly Found[];
}

export interface TableRow {
  readonly at: string;
  readonly cells: readonly string[];
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A page of documentation, in the parts that tests look at. */
export interface Page {
  /** The texts in backticks, outside of fences. */
  readonly spans: readonly Found[];
  readonly fences: readonly Fence[];
  readonly tables: readonly Table[];
}

/** The pages for people, without the generated list of texts and without decisions, which tell of their day. */
export const guides: readonly string[] = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md') && name !== 'texts.md')
    .map((name) => `docs/${name}`),
];

/** Reads a page by its path from the root of the repository. */
export function readPage(path: string): Page {
  const text = readFileSync(new URL(path, root), 'utf8');
  const lines = text.split('\n').map((line, index) => ({ at: `${path}:${index + 1}`, text: line }));
  const { fences, prose } = splitFences(lines);
  return { fences, spans: spansOf(prose), tables: tablesOf(prose) };
}

/** The fences, and the lines with those of fences emptied. */
function splitFences(lines: readonly Found[]): { readonly fences: readonly Fence[]; readonly prose: readonly Found[] } {
  const fences: (Fence & { readonly lines: Found[] })[] = [];
  let open: (typeof fences)[number] | undefined;
  const prose = lines.map((line): Found => {
    const mark = /^\s*```(\w*)/.exec(line.text);
    if (mark === null && open === undefined) return line;
    if (mark === null) open?.lines.push(line);
    else if (open !== undefined) open = undefined;
    else {
      open = { language: mark[1] ?? '', at: line.at, lines: [] };
      fences.push(open);
    }
    return { ...line, text: '' };
  });
  return { fences, prose };
}

/** A span can go over the end of a line, but not over an empty line. */
function spansOf(prose: readonly Found[]): readonly Found[] {
  const joined = prose.map(({ text }) => text).join('\n');
  return Array.from(joined.matchAll(/(?<!`)(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)/gs), (found) => {
    const line = joined.slice(0, found.index).split('\n').length - 1;
    return { at: prose[line]?.at ?? '', text: (found[2] ?? '').replace(/\s+/g, ' ').trim() };
  });
}

function tablesOf(prose: readonly Found[]): readonly Table[] {
  const tables: (Table & { readonly rows: TableRow[] })[] = [];
  prose.forEach(({ text, at }, index) => {
    if (isRule(text)) tables.push({ header: cellsOf(prose[index - 1]?.text ?? ''), rows: [] });
    else if (text.startsWith('|') && prose[index - 1]?.text.startsWith('|') && !isRule(prose[index + 1]?.text))
      tables.at(-1)?.rows.push({ at, cells: cellsOf(text) });
  });
  return tables;
}

const isRule = (text: string | undefined): boolean => text !== undefined && /^\|[\s|:-]+\|$/.test(text);

/** A `|` in a cell is written `\|`. */
const cellsOf = (row: string): readonly string[] =>
  row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** The texts in backticks of a cell. */
export const codeIn = (cell: string): readonly string[] =>
  Array.from(cell.matchAll(/`([^`]+)`/g), ([, code = '']) => code);
