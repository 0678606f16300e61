import { baseForm } from '../../src/topics/words/inflection.ts';
import type { FindBase, Origin } from './base-forms.ts';

/** A form that the rule alone would not lead to the stem of its class. */
export interface Entry {
  readonly form: string;
  readonly stem: string;
  readonly origin: Origin;
}

/** @param forms the forms that the table must be right about */
export function makeTable(forms: Iterable<string>, findBase: FindBase): readonly Entry[] {
  const stems = new Map<string, Entry>();
  for (const form of forms) addClass(form, findBase, stems);
  const entries = new Map<string, Entry>();
  // The rule goes from longer to shorter forms, so that these are listed first.
  const wanted = [...stems.values()].sort((one, other) => one.form.length - other.form.length || compare(one, other));
  // An entry can change what the rule finds for a form that was right before it.
  for (let count = -1; count !== entries.size; ) {
    count = entries.size;
    for (const entry of wanted) {
      if (stemByTable(entry.form, entries) !== entry.stem) entries.set(entry.form, entry);
    }
  }
  return [...entries.values()].sort(compare);
}

const compare = (one: Entry, other: Entry): number => (one.form < other.form ? -1 : 1);

/** Adds the form and everything on the way from it to its stem. */
function addClass(form: string, findBase: FindBase, stems: Map<string, Entry>): void {
  const origins = new Map<string, Origin>();
  let at = form;
  while (!stems.has(at)) {
    if (origins.has(at))
      throw new Error(`The bases of ${form} go round: ${[...origins.keys()].join(', ')}. Correct one.`);
    const { base, origin } = findBase(at);
    origins.set(at, origin);
    if (base === at) stems.set(at, { form: at, stem: at, origin });
    at = base;
  }
  const stem = stems.get(at)?.stem ?? at;
  for (const [each, origin] of origins) stems.set(each, { form: each, stem, origin });
}

/** As the program reads the table. */
function stemByTable(form: string, entries: ReadonlyMap<string, Entry>): string {
  let at = form;
  for (;;) {
    const entry = entries.get(at);
    if (entry !== undefined) return entry.stem;
    const base = baseForm(at);
    if (base === at) return at;
    at = base;
  }
}
