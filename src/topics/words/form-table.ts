import { readFileSync } from 'node:fs';

/**
 * The table of word forms that is shipped: irregular forms, British spellings, and everything else that the rule in
 * `inflection.ts` would get wrong. `npm run words` makes it.
 */
interface FormTable {
  /** Form → stem. */
  readonly stems: ReadonlyMap<string, string>;
  /** All forms, ascending. */
  readonly forms: readonly string[];
}

let loaded: FormTable | undefined;

/** It is read once, when the first word is stemmed. */
function formTable(): FormTable {
  loaded ??= readTable(readFileSync(new URL('word-forms.tsv', import.meta.url), 'latin1'));
  return loaded;
}

function readTable(text: string): FormTable {
  const stems = new Map<string, string>();
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    const newline = text.indexOf('\n', start);
    end = newline < 0 ? text.length : newline;
    if (text.startsWith('#', start)) continue;
    const [afterForm, afterStem] = [text.indexOf('\t', start), text.lastIndexOf('\t', end)];
    stems.set(text.slice(start, afterForm), text.slice(afterForm + 1, afterStem));
  }
  return { stems, forms: [...stems.keys()] };
}

/** The stem of a form that the table lists. */
export const listedStem = (form: string): string | undefined => formTable().stems.get(form);

/** The stems of all listed forms that begin with the prefix. */
export function listedStemsFrom(prefix: string): readonly string[] {
  const { stems, forms } = formTable();
  const found = new Set<string>();
  for (let at = firstFrom(prefix, forms); forms[at]?.startsWith(prefix); at++)
    found.add(stems.get(forms[at] ?? '') ?? '');
  return [...found];
}

/** The index of the first text that is not less. */
function firstFrom(text: string, sorted: readonly string[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
