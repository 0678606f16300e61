/**
 * The names, each once: some services repeat the whole list. Two names are the same if their letters are, so that
 * `A. B. Ruiz` and `A.B. Ruiz` are one author. Names without a letter or digit are left out.
 */
export function eachOnce(names: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const name of names) {
    const letters = name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    if (letters !== '' && !first.has(letters)) first.set(letters, name);
  }
  return [...first.values()];
}

/** The name without the braces that TeX has around letters: `Schi{ö}berg`. */
export const withoutBraces = (name: string): string => name.replace(/[{}]/g, '');
