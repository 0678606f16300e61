import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import latinPlurals from 'english-plurals-list/dist/plurals.json' with { type: 'json' };
import irregularVerbs from 'english-verbs-irregular/dist/verbs.json' with { type: 'json' };
import irregularPlurals from 'irregular-plurals';
import { acceptedForms, type TrueForms } from './accepted-forms.ts';
import { type Dictionary, readDictionary } from './dictionary.ts';
import { gerundPlurals, gerunds } from './regular-forms.ts';
import { spellingPairs } from './spellings.ts';

/** The words of one lexeme: all that inflect from one entry, in all spellings. */
type Lexeme = Set<string>;

/**
 * Reads the lexical lists.
 *
 * Forms of a word are the inflections of every word that it is an inflection of; of words that no dictionary lists, see
 * `acceptedForms`.
 */
export function readTrueForms(): (word: string) => TrueForms {
  const dictionaries = [readLists(american), readLists(british)] as const;
  const [inAmerica, inBritain] = dictionaries;
  const listed = inAmerica.words.union(inBritain.words);
  const spellings = groupSpellings(spellingPairs(inBritain.words, inAmerica.words));
  const lexemes = createLexemes(spellings);
  const doubted = createLexemes(spellings);
  for (const { inflections, doubtful } of dictionaries) {
    for (const [word, forms] of inflections) {
      // `seed` and `seeing` are accepted, and `see` is irregular.
      const regular = Object.hasOwn(irregularVerbs, word) ? forms.filter((form) => !isParticiple(word, form)) : forms;
      lexemes.add(word, [...regular, ...gerundPlurals(word, regular)]);
    }
    for (const [word, forms] of doubtful) doubted.add(word, [word, ...forms]);
  }
  for (const [entry, forms] of irregularForms()) lexemes.addAsWritten(entry, [entry, ...forms]);
  const accepted = { listed, lookUp: lexemes.formsOf };
  return (typed) => {
    const { forms, doubtful } = acceptedForms(typed.toLowerCase(), accepted);
    const linked = [...forms].flatMap((form) => [...doubted.formsOf(form)]);
    const inDoubt = linked.flatMap((form) => [...acceptedForms(form, accepted).forms]);
    return { forms, doubtful: doubtful.union(new Set(inDoubt)).difference(forms) };
  };
}

const isParticiple = (verb: string, form: string): boolean => form !== verb && form.endsWith('ed');

const readLists = ({ aff, dic }: { readonly aff: Uint8Array; readonly dic: Uint8Array }): Dictionary =>
  readDictionary(Buffer.from(aff).toString(), Buffer.from(dic).toString());

const irregularAdjectives = [
  ['good', ['better', 'best']],
  ['bad', ['worse', 'worst']],
  ['far', ['farther', 'farthest', 'further', 'furthest']],
] as const;

function* irregularForms(): Generator<readonly [string, readonly string[]]> {
  yield* Object.entries(latinPlurals).map(([noun, plural]) => [noun, [plural]] as const);
  yield* [...irregularPlurals].map(([noun, plural]) => [noun, [plural]] as const);
  for (const [verb, forms] of Object.entries(irregularVerbs)) {
    yield [verb, [...forms.flat(), ...gerunds(verb), ...gerundPlurals(verb, gerunds(verb))]];
  }
  yield* irregularAdjectives;
}

/** Words that are spellings of one word share one set. */
function groupSpellings(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [one, other] of pairs) {
    const merged = new Set([one, other, ...(groups.get(one) ?? []), ...(groups.get(other) ?? [])]);
    for (const word of merged) groups.set(word, merged);
  }
  return groups;
}

function createLexemes(spellings: ReadonlyMap<string, ReadonlySet<string>>) {
  const byEntry = new Map<string, Lexeme>();
  const byForm = new Map<string, Set<Lexeme>>();
  const spelled = (word: string): readonly string[] => [...(spellings.get(word) ?? [word])];
  /** Adds forms as they are written. Entries that are spellings of one word have one lexeme. */
  function addAsWritten(entry: string, forms: readonly string[]): void {
    const entries = spelled(entry);
    const lexeme = entries.map((word) => byEntry.get(word)).find((known) => known !== undefined) ?? new Set();
    for (const word of entries) byEntry.set(word, lexeme);
    for (const form of forms) {
      lexeme.add(form);
      byForm.set(form, (byForm.get(form) ?? new Set()).add(lexeme));
    }
  }
  return {
    addAsWritten,
    /** Adds forms in all of their spellings. */
    add: (entry: string, forms: readonly string[]): void => addAsWritten(entry, forms.flatMap(spelled)),
    formsOf: (word: string): ReadonlySet<string> =>
      new Set([...(byForm.get(word) ?? [])].flatMap((lexeme) => [...lexeme])),
  };
}
