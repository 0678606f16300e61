import { boundedPaper } from '../../papers/given-paper.ts';
import { entryIds, entryText, splitKeywords, spokenName, yearIn } from './entry-texts.ts';
import type { ReadEntry, UnreadEntry } from './paper-file.ts';

const beginning = /^TY {1,2}-/gm;
const tagLine = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;
/** Longer records and values are not of a paper. */
const longestRecord = 100_000;
const longestValue = 20_000;

type Fields = Map<string, string[]>;

/** Reads RIS. A record begins with `TY`, and ends with `ER` or where the next one begins. */
export function* readRis(text: string): Generator<UnreadEntry> {
  const starts = Array.from(text.matchAll(beginning), ({ index }) => index);
  for (const [at, start] of starts.entries()) {
    yield () =>
      readRecord(fieldsIn(text.slice(start, Math.min(starts[at + 1] ?? text.length, start + longestRecord))), at);
  }
}

/** The values of a record by their tags. A line without a tag goes on with the value before it. */
function fieldsIn(record: string): Fields {
  const fields: Fields = new Map();
  let tag = '';
  for (const line of record.split(/\r\n|\r|\n/)) {
    const [, found, value = ''] = tagLine.exec(line.trimEnd()) ?? [];
    if (found === 'ER') break;
    if (found === undefined) continueValue(fields, tag, line);
    else addValue(fields, found, value);
    tag = found ?? tag;
  }
  return fields;
}

function addValue(fields: Fields, tag: string, value: string): void {
  const known = fields.get(tag) ?? [];
  known.push(value.slice(0, longestValue));
  fields.set(tag, known);
}

function continueValue(fields: Fields, tag: string, line: string): void {
  const values = fields.get(tag);
  const last = values?.at(-1);
  if (values === undefined || last === undefined || line.trim() === '') return;
  if (last.length < longestValue) values[values.length - 1] = `${last} ${line.trim()}`.slice(0, longestValue);
}

function readRecord(fields: Fields, place: number): ReadEntry {
  const all = (...tags: readonly string[]): readonly string[] => tags.flatMap((tag) => fields.get(tag) ?? []);
  const paper = boundedPaper({
    title: entryText(all('TI', 'T1', 'CT')[0] ?? ''),
    authors: all('A1', 'AU')
      .map(spokenName)
      .filter((name) => name !== ''),
    abstract: entryText(all('AB', 'N2')[0] ?? ''),
    ids: entryIds(all('DO', 'AN', 'M3', 'C1', 'UR', 'L1', 'L2', 'ID')),
    keywords: all('KW').flatMap(splitKeywords),
    year: yearIn(all('PY', 'Y1', 'DA')[0]),
  });
  if (paper !== null) return { paper };
  return { skipped: { name: all('ID')[0]?.slice(0, 60) || `#${place + 1}`, reason: 'no-title' } };
}
