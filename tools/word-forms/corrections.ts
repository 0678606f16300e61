const header = 'form\tbase\treason';

/**
 * The hand-written decisions: form → base. The file has a line for each: form, base, reason. A form that is its own base
 * has none.
 */
export function readCorrections(text: string): ReadonlyMap<string, string> {
  const [first, ...lines] = text.trimEnd().split('\n');
  if (first !== header)
    throw new Error(`The corrections do not start with the line ${JSON.stringify(header)}. Add it.`);
  const corrections = new Map<string, string>();
  for (const line of lines) {
    const [form = '', base = '', reason = ''] = line.split('\t');
    if (!/^[a-z]+$/.test(form) || !/^[a-z]+$/.test(base) || reason === '') {
      throw new Error(
        `A correction cannot be read: ${JSON.stringify(line)}. Write form, base and reason between tabs.`,
      );
    }
    if (corrections.has(form)) throw new Error(`${form} is corrected twice. Remove one of the lines.`);
    corrections.set(form, base);
  }
  return corrections;
}
