/** Ends in one consonant after one vowel, which may be doubled before -ed and -ing: `embed`. */
const mayDouble = /(?:[^aeiou]|qu)[aeiouy][bdfgklmnprstvz]$/;
const endsInPlural = /[^s]s$/;
const leastBase = 3;

/**
 * Regular inflections of the word among accepted words. A plural in -s is enough; -ed and -ing count together, so that
 * `see` has no form `seed`.
 */
export function regularForms(word: string, accepted: ReadonlySet<string>): readonly string[] {
  if (word.length < leastBase) return [];
  const plurals = pluralsOf(word).filter((form) => accepted.has(form));
  const verbs = verbPairs(word).find((forms) => forms.every((form) => accepted.has(form))) ?? [];
  return [...plurals, ...verbs];
}

/** The ways to write the regular plural; none if the word looks like a plural. */
export function pluralsOf(noun: string): readonly string[] {
  if (endsInPlural.test(noun)) return [];
  if (/[^aeiou]y$/.test(noun)) return [`${noun.slice(0, -1)}ies`];
  if (/[ho]$/.test(noun)) return [`${noun}s`, `${noun}es`];
  return [/[sxz]$/.test(noun) ? `${noun}es` : `${noun}s`];
}

/** Pairs of -ed and -ing, one for each way to add them. */
function verbPairs(verb: string): readonly (readonly string[])[] {
  if (/[eo]e$/.test(verb)) return [[`${verb}d`, `${verb}ing`]];
  if (verb.endsWith('e')) return [[`${verb}d`, `${verb.slice(0, -1)}ing`]];
  if (/[^aeiou]y$/.test(verb)) return [[`${verb.slice(0, -1)}ied`, `${verb}ing`]];
  const stems = mayDouble.test(verb) ? [verb + verb.slice(-1), verb] : [verb];
  return stems.map((stem) => [`${stem}ed`, `${stem}ing`]);
}

/** The ways to write the forms in -ed and -ing. */
export const verbFormsOf = (verb: string): readonly string[] => verbPairs(verb).flat();

/** The word with every regular form, whether it is a word or not. */
export const possibleForms = (word: string): readonly string[] => [word, ...pluralsOf(word), ...verbFormsOf(word)];

/** Both ways to write a verb's form in -ing, of which one is a word. */
export const gerunds = (verb: string): readonly string[] => verbPairs(verb).flatMap(([, gerund]) => gerund ?? []);

/** Forms in -ing that are nouns have a plural, accepted or not: `embeddings`. */
export const gerundPlurals = (word: string, forms: readonly string[]): readonly string[] =>
  forms.filter((form) => form.endsWith('ing') && form !== word).map((form) => `${form}s`);
