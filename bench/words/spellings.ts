/** British spellings, each with the American one: what is replaced, by what. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/our/, 'or'],
  [/tre(?=s?$|d$)/, 'ter'],
  [/bre(?=s?$|d$)/, 'ber'],
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
  [/artef/, 'artif'],
];

/** The same, where both dictionaries list both. */
const commonPatterns: readonly (readonly [RegExp, string])[] = [
  [/ogue/, 'og'],
  [/grey/, 'gray'],
  [/disc(?=s?$)/, 'disk'],
];

/** A suffix of -ise or -ize in a word that no dictionary lists: `binarisation`. */
const unlistedSuffix = /i[sz](?=e$|e[drs]|er|ing|ation|ab)/;
const leastUnlisted = 7;

/**
 * The other spellings of a word, British and American.
 *
 * Two listed words are one if a pattern turns the first into the second, the British dictionary lists the first, the
 * American one the second, and one of them is in one dictionary only. So `colour` is `color`, and `four` is not `for`.
 */
export function spellingPairs(british: ReadonlySet<string>, american: ReadonlySet<string>): [string, string][] {
  const rewritten = (word: string, among: typeof patterns): readonly string[] =>
    among.map(([pattern, by]) => word.replace(pattern, by)).filter((other) => other !== word && american.has(other));
  return [...british].flatMap((word) => [
    ...rewritten(word, commonPatterns).map((other): [string, string] => [word, other]),
    ...rewritten(word, patterns)
      .filter((other) => !american.has(word) || !british.has(other))
      .map((other): [string, string] => [word, other]),
  ]);
}

/** The other spelling of an unlisted word with -ise or -ize in it, or null. */
export const unlistedSpelling = (word: string): string | null =>
  word.length >= leastUnlisted && unlistedSuffix.test(word)
    ? word.replace(unlistedSuffix, (suffix) => (suffix === 'is' ? 'iz' : 'is'))
    : null;
