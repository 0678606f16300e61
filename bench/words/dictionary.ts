import { acceptedPlurals, comparatives, lonelyParticiples, regularVerbForms } from './regular-forms.ts';

/** A Hunspell dictionary, with the suffixes of its entries expanded. */
export interface Dictionary {
  /** Every word that it accepts, in lower case: entries, inflections and derivations, with prefixes and without. */
  readonly words: ReadonlySet<string>;
  /** For each accepted word, its inflected forms, with the word itself. */
  readonly inflections: ReadonlyMap<string, readonly string[]>;
  /**
   * For some words, forms whose status is a matter of opinion: nouns in their own right, such as `works` and `semantics`, and
   * participles of nouns, such as `nuanced`. They are not among the inflections.
   */
  readonly doubtful: ReadonlyMap<string, readonly string[]>;
}

interface SuffixRule {
  readonly strip: string;
  readonly add: string;
  readonly condition: RegExp;
}
type SuffixRules = ReadonlyMap<string, readonly SuffixRule[]>;

const suffixLine = /^SFX +(\S) +(\S+) +([a-z']+) +(\S+)/;
const prefixLine = /^PFX +(\S) +0 +([a-z]+) +\./;
const plainEntry = /^([A-Za-z]+)(?:\/(\S+))?/;

/** The flags of -ed and -ing. */
const verbFlags = ['D', 'G'];
/** The flag of -est, which only adjectives have. */
const superlative = 'T';

/**
 * Reads the two files of a dictionary.
 *
 * Its flags save space and say little about grammar: `thing` is `the` with -ing. So a word has the regular inflections that
 * the dictionary accepts, as English spells them. If two words could have a form, the flags decide: `united` is of
 * `unite`, not of `unit`.
 */
export function readDictionary(affixes: string, entries: string): Dictionary {
  const rules = readSuffixRules(affixes);
  const flagsOf = readEntries(entries);
  const words = acceptedWords(flagsOf, rules, readPrefixes(affixes));
  const verbs = new Set([...flagsOf].flatMap(([word, flags]) => (isVerb(flags) ? regularVerbForms(word, words) : [])));
  const isNoun = (word: string): boolean => /[MS]/.test(flagsOf.get(word) ?? '');
  const inflections = new Map<string, readonly string[]>();
  const doubtful = new Map<string, readonly string[]>();
  for (const word of words) {
    const flags = flagsOf.get(word) ?? '';
    const isAdjective = flags.includes(superlative);
    const ofVerb = regularVerbForms(word, words).filter((form) => isVerb(flags) || !verbs.has(form));
    const plurals = Map.groupBy(acceptedPlurals(word, words), (form) => flagsOf.get(form)?.includes('M') === true);
    const compared = Map.groupBy(isAdjective ? comparatives(word, words) : [], isNoun);
    inflections.set(word, [word, ...ofVerb, ...(plurals.get(false) ?? []), ...(compared.get(false) ?? [])]);
    // The plural of an adjective is another word where it is an entry: `news`, `goods`.
    const inDoubt = [
      ...(isAdjective ? [] : (plurals.get(true) ?? [])),
      ...(compared.get(true) ?? []),
      ...lonelyParticiples(word, words),
    ];
    if (inDoubt.length > 0) doubtful.set(word, inDoubt);
  }
  return { words, inflections, doubtful };
}

const isVerb = (flags: string): boolean => verbFlags.every((flag) => flags.includes(flag));

const beginningsOf = (flags: string, prefixes: ReadonlyMap<string, string>): readonly string[] => [
  '',
  ...[...flags].flatMap((flag) => prefixes.get(flag) ?? []),
];

function acceptedWords(
  flagsOf: ReadonlyMap<string, string>,
  rules: SuffixRules,
  prefixes: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word, flags] of flagsOf) {
    const beginnings = beginningsOf(flags, prefixes);
    for (const form of [word, ...expand(word, [...flags], rules)]) {
      for (const beginning of beginnings) words.add(beginning + form);
    }
  }
  return words;
}

/** The flags of each entry, in lower case. Names are kept apart, so that `Banks` does not change `bank`. */
function readEntries(entries: string): ReadonlyMap<string, string> {
  const flagsOf = new Map<string, string>();
  const names = new Map<string, string>();
  for (const line of entries.split('\n').slice(1)) {
    const [, entry, flags = ''] = plainEntry.exec(line) ?? [];
    if (entry === undefined) continue;
    const word = entry.toLowerCase();
    const among = word === entry ? flagsOf : names;
    among.set(word, (among.get(word) ?? '') + flags);
  }
  return new Map([...names, ...flagsOf]);
}

function readSuffixRules(affixes: string): SuffixRules {
  const rules = new Map<string, SuffixRule[]>();
  for (const line of affixes.split('\n')) {
    const [, flag, strip, add, condition] = suffixLine.exec(line) ?? [];
    if (flag === undefined || strip === undefined || add === undefined || condition === undefined) continue;
    const rule = { strip: strip === '0' ? '' : strip, add, condition: new RegExp(`${condition}$`) };
    rules.set(flag, [...(rules.get(flag) ?? []), rule]);
  }
  return rules;
}

const readPrefixes = (affixes: string): ReadonlyMap<string, string> =>
  new Map(
    affixes.split('\n').flatMap((line) => {
      const [, flag, prefix] = prefixLine.exec(line) ?? [];
      return flag === undefined || prefix === undefined ? [] : [[flag, prefix] as const];
    }),
  );

const expand = (word: string, flags: readonly string[], rules: SuffixRules): readonly string[] =>
  flags.flatMap((flag) =>
    (rules.get(flag) ?? [])
      .filter(({ strip, condition }) => condition.test(word) && word.endsWith(strip))
      .map(({ strip, add }) => word.slice(0, word.length - strip.length) + add),
  );
