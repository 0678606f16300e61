/*
 * The rules of the judge. They stay apart from those in `src/topics/words/` and `tools/word-forms/`, whose results they
 * judge: a mistake that both share would not be seen.
 */

/** Ends in one consonant after one vowel, which may be doubled before -ed and -ing: `embed`. */
const mayDouble = /(?:[^aeiou]|qu)[aeiouy][bdfgklmnprstvz]$/;
const oneSyllable = /^[^aeiouy]*(?:qu)?[aeiouy][^aeiouy]$/;
const endsInPlural = /[^s]s$/;
const leastBase = 3;

/** The plurals of the word among accepted words. */
export const acceptedPlurals = (word: string, accepted: ReadonlySet<string>): readonly string[] =>
  word.length < leastBase ? [] : pluralsOf(word).filter((form) => accepted.has(form));

/** The forms in -ed and -ing among accepted words, if both are there. */
export const regularVerbForms = (word: string, accepted: ReadonlySet<string>): readonly string[] =>
  word.length < leastBase
    ? []
    : (verbPairs(word, accepted).find((forms) => forms.every((form) => accepted.has(form))) ?? []);

/** Forms in -ed among accepted words that have no form in -ing beside them: `principled`. */
export const lonelyParticiples = (word: string, accepted: ReadonlySet<string>): readonly string[] =>
  word.length < leastBase
    ? []
    : verbPairs(word).flatMap(([participle = '', gerund = '']) =>
        accepted.has(participle) && !accepted.has(gerund) ? [participle] : [],
      );

/** Comparatives of an adjective among accepted words. */
export function comparatives(adjective: string, accepted: ReadonlySet<string>): readonly string[] {
  const stem = adjective.replace(/e$/, '').replace(/([^aeiou])y$/, '$1i');
  const stems = mayDouble.test(adjective) ? [adjective + adjective.slice(-1), stem] : [stem];
  const pairs = stems.map((each) => [`${each}er`, `${each}est`]);
  return pairs.find((forms) => forms.every((form) => accepted.has(form))) ?? [];
}

/** Endings of Latin and Greek nouns, singular and plural. */
const latinEndings = [
  ['um', 'a'],
  ['us', 'i'],
  ['ex', 'ices'],
  ['ix', 'ices'],
  ['a', 'ae'],
] as const;
/** Shorter words end so by chance: `bus`, `moon`. */
const leastLatin = 6;

const withEnding = (word: string, from: string, to: string): readonly string[] =>
  word.length >= leastLatin && word.endsWith(from) ? [word.slice(0, -from.length) + to] : [];

const latinPlurals = (noun: string): readonly string[] =>
  latinEndings.flatMap(([singular, plural]) => withEnding(noun, singular, plural));

const latinSingulars = (word: string): readonly string[] =>
  latinEndings.flatMap(([singular, plural]) => withEnding(word, plural, singular));

/** The ways to write the plural, in English and in Latin. */
export const pluralsOf = (noun: string): readonly string[] => [...englishPlurals(noun), ...latinPlurals(noun)];

function englishPlurals(noun: string): readonly string[] {
  if (/[^aeiou]y$/.test(noun)) return [`${noun.slice(0, -1)}ies`];
  if (/[ho]$/.test(noun)) return [`${noun}s`, `${noun}es`];
  if (noun.endsWith('sis')) return [];
  return [/[sxz]$/.test(noun) ? `${noun}es` : `${noun}s`];
}

/** The nouns that a word could be the plural of. */
export const singularsOf = (word: string): readonly string[] => [
  ...(endsInPlural.test(word)
    ? [word.slice(0, -1), word.replace(/ies$/, 'y'), word.replace(/(?<=[sxzo]|[cs]h)es$/, '')]
    : []),
  ...latinSingulars(word),
];

/**
 * Pairs of -ed and -ing, one for each way to add them. A consonant is not doubled if that is a word: `passed` is of `pass`,
 * not of `pas`.
 */
function verbPairs(verb: string, words: ReadonlySet<string> = new Set()): readonly (readonly string[])[] {
  if (verb.endsWith('sis')) return [];
  if (verb.endsWith('ie')) return [[`${verb}d`, `${verb.slice(0, -2)}ying`]];
  if (verb.endsWith('ic')) return [[`${verb}ked`, `${verb}king`]];
  if (/[eo]e$/.test(verb)) return [[`${verb}d`, `${verb}ing`]];
  if (verb.endsWith('e')) return [[`${verb}d`, `${verb.slice(0, -1)}ing`]];
  if (/[^aeiou]y$/.test(verb)) return [[`${verb.slice(0, -1)}ied`, `${verb}ing`]];
  const doubled = mayDouble.test(verb) ? [verb + verb.slice(-1)] : [];
  const stems = oneSyllable.test(verb) && doubled.length > 0 ? doubled : [...doubled, verb];
  return stems.filter((stem) => stem === verb || !words.has(stem)).map((stem) => [`${stem}ed`, `${stem}ing`]);
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
