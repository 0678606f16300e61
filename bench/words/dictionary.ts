import { regularForms } from './regular-forms.ts';

/** A Hunspell dictionary, with the suffixes of its entries expanded. */
export interface Dictionary {
  /** Every word that it accepts, in lower case: entries, inflections and derivations, with prefixes and without. */
  readonly words: ReadonlySet<string>;
  /** For each accepted word, its inflected forms, with the word itself. */
  readonly inflections: ReadonlyMap<string, readonly string[]>;
  /**
   * For some words, forms in -s that are nouns in their own right: `works`, `semantics`. Whether they are forms is a matter of
   * opinion. They are not among the inflections.
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

/** The flags whose suffixes are always inflections: -s, -ed, -ing, -ings, -est. */
const alwaysInflected = ['S', 'D', 'G', 'J', 'T'];

/**
 * Reads the two files of a dictionary.
 *
 * Flags tie few forms to their word, because they save space: `evaluations` is `evaluate` with -ions. So a word has the
 * inflections of its flags, and regular inflections that the dictionary accepts. The flags of derivations (-ly, -ion, -ive,
 * -able, -ness, -ment) only add words. R is -er, which makes comparatives and agents: it is an inflection where T, -est,
 * is beside it (`faster`), and not elsewhere (`trainer`).
 */
export function readDictionary(affixes: string, entries: string): Dictionary {
  const rules = readSuffixRules(affixes);
  const flagsOf = readEntries(entries);
  const words = acceptedWords(flagsOf, rules, readPrefixes(affixes));
  const isOwnNoun = (form: string): boolean => form.endsWith('s') && flagsOf.get(form)?.includes('M') === true;
  const inflections = new Map<string, readonly string[]>();
  const doubtful = new Map<string, readonly string[]>();
  for (const word of words) {
    const flags = flagsOf.get(word) ?? '';
    const forms = new Set([...expand(word, inflectingFlags(flags), rules), ...regularForms(word, words)]);
    const ownNouns = new Set([...forms].filter(isOwnNoun));
    inflections.set(word, [word, ...forms.difference(ownNouns)]);
    // The plural of an adjective is another word where it is an entry: `news`, `goods`.
    if (ownNouns.size > 0 && !isAdjective(flags)) doubtful.set(word, [...ownNouns]);
  }
  return { words, inflections, doubtful };
}

function acceptedWords(
  flagsOf: ReadonlyMap<string, string>,
  rules: SuffixRules,
  prefixes: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word, flags] of flagsOf) {
    const beginnings = ['', ...[...flags].flatMap((flag) => prefixes.get(flag) ?? [])];
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

const isAdjective = (flags: string): boolean => flags.includes('T') && flags.includes('R');

const inflectingFlags = (flags: string): readonly string[] =>
  [...flags].filter((flag) => alwaysInflected.includes(flag) || (flag === 'R' && flags.includes('T')));

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
