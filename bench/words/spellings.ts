/** British spellings, each with the American one: what is replaced, by what. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/our/, 'or'],
  [/tre(?=s?$|d$)/, 'ter'],
  [/bre(?=s?$|d$)/, 'ber'],
  [/ogue/, 'og'],
  [/ae/, 'e'],
  [/oe/, 'e'],
  [/ys(?=e|i)/, 'yz'],
  [/is(?=e|i|a)/, 'iz'],
  [/ll(?=ed$|ing|er|or|ous|is|iz)/, 'l'],
  [/l(?=$|s$|ment|ful)/, 'll'],
  [/enc(?=e)/, 'ens'],
  [/mme/, 'm'],
  [/ould/, 'old'],
  [/ough(?=s?$)/, 'ow'],
  [/ulph/, 'ulf'],
  [/dgem/, 'dgm'],
  [/geing/, 'ging'],
  [/sc(?=ept)/, 'sk'],
  [/grey/, 'gray'],
  [/artef/, 'artif'],
  [/isc(?=s?$)/, 'isk'],
];

/** A suffix of -ise or -ize in a word that no dictionary lists: `binarisation`. */
const unlistedSuffix = /i[sz](?=e$|e[drs]|er|ing|ation|able)/;
const leastUnlisted = 7;

/**
 * The other spellings of a word, British and American.
 *
 * Two listed words are one if a pattern turns the first into the second, the British dictionary lists the first, the
 * American one the second, and one of them is in one dictionary only. So `colour` is `color`, and `four` is not `for`.
 */
export function spellingPairs(british: ReadonlySet<string>, american: ReadonlySet<string>): [string, string][] {
  const pairs: [string, string][] = [];
  for (const word of british) {
    for (const [pattern, replacement] of patterns) {
      const other = word.replace(pattern, replacement);
      if (other === word || !american.has(other)) continue;
      if (!american.has(word) || !british.has(other)) pairs.push([word, other]);
    }
  }
  return pairs;
}

/** The other spelling of an unlisted word with -ise or -ize in it, or null. */
export const unlistedSpelling = (word: string): string | null =>
  word.length >= leastUnlisted && unlistedSuffix.test(word)
    ? word.replace(unlistedSuffix, (suffix) => (suffix === 'is' ? 'iz' : 'is'))
    : null;
