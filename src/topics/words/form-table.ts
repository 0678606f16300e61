import { readFileSync } from 'node:fs';

/**
 * The table of word forms that is shipped: irregular forms, British spellings, and everything else that the rule in
 * `inflection.ts` would get wrong. `npm run words` makes it. After lines of comments, each line has a form, its stem and the
 * source, ascending by forms. It stays a text, because a map of all forms would take five times
 * the memory in each thread.
 */
interface FormTable {
  readonly text: string;
  /** Where the line of each form begins. */
  readonly lines: Uint32Array;
}

let loaded: FormTable | undefined;

/** It is read once, when the first word is stemmed. */
function formTable(): FormTable {
  loaded ??= findLines(readFileSync(new URL('word-forms.tsv', import.meta.url), 'latin1'));
  return loaded;
}

const findLines = (text: string): FormTable => ({
  text,
  lines: Uint32Array.from(text.matchAll(/^[^#\n]/gm), ({ index }) => index),
});

/** The stem of a form that the table lists. */
export function listedStem(form: string): string | undefined {
  const { text, lines } = formTable();
  const line = lines[firstFrom(form)] ?? text.length;
  return text.startsWith(form, line) && text[line + form.length] === '\t' ? stemIn(text, line) : undefined;
}

/** The stems of all listed forms that begin with the prefix. */
export function listedStemsFrom(prefix: string): readonly string[] {
  const { text, lines } = formTable();
  const found = new Set<string>();
  for (let at = firstFrom(prefix); at < lines.length && text.startsWith(prefix, lines[at]); at += 1)
    found.add(stemIn(text, lines[at] ?? 0));
  return [...found];
}

function stemIn(text: string, line: number): string {
  const start = text.indexOf('\t', line) + 1;
  return text.slice(start, text.indexOf('\t', start));
}

/** The number of the first line whose form is not less, by binary search. */
function firstFrom(form: string): number {
  const { text, lines } = formTable();
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isLess(text, lines[middle] ?? 0, form)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the form of a line is less than another. A shorter one is compared with the tab behind it, which is less than any letter. */
function isLess(text: string, line: number, form: string): boolean {
  for (let at = 0; at < form.length; at += 1) {
    const difference = text.charCodeAt(line + at) - form.charCodeAt(at);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
