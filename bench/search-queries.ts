import type { Random } from '../src/ports.ts';
import type { InventedCorpus } from './invented-corpus.ts';

/** Searches of one kind. */
export interface QueryClass {
  readonly name: string;
  readonly queries: readonly string[];
  /** Whether plain FTS5 can run the same query, for comparison. */
  readonly isPlain: boolean;
}

/** People search for words that are neither among the 30 most frequent nor so rare that a day has none. */
const commonest = 30;
const rarest = 20_000;
/** Phrases may contain more common words: `state of the art`. */
const commonestInPhrases = 10;

/** Searches of each kind, `amount` of each. The same corpus and random numbers give the same ones. */
export function queryClasses(corpus: InventedCorpus, amount: number, random: Random): readonly QueryClass[] {
  const word = () => corpus.word(Math.floor(commonest * (rarest / commonest) ** random()));
  const words = (count: number) => Array.from({ length: count }, word);
  const phrase = phrases(corpus, random);
  const classOf = (name: string, query: () => string, isPlain = true): QueryClass => ({
    name,
    isPlain,
    queries: Array.from({ length: amount }, query),
  });
  return [
    classOf('term', word),
    classOf('phrase', phrase),
    classOf('AND of 2', () => words(2).join(' ')),
    classOf('AND of 3', () => words(3).join(' ')),
    classOf('OR of 3', () => words(3).join(' OR ')),
    // A title of which no paper has all words: papers with some of them are looked for.
    classOf('OR of 10', () => words(10).join(' OR ')),
    // The index alone cannot decide these: candidates are read and checked.
    classOf('exact form, near, or author', () => checkedQuery(word, phrase, random), false),
  ];
}

function checkedQuery(word: () => string, phrase: () => string, random: Random): string {
  const kind = random();
  if (kind < 1 / 3) return `=${word()}`;
  return kind < 2 / 3 ? `${phrase()}~5` : `author:"${word()} ${word()}" OR ${word()}`;
}

/** Two words that stand next to each other in a paper of the corpus. */
function phrases(corpus: InventedCorpus, random: Random): () => string {
  const tooCommon = new Set(Array.from({ length: commonestInPhrases }, (_, rank) => corpus.word(rank)));
  const pairs = corpus.papers(1_000, '0704').flatMap(({ abstract }) => pairsOf(abstract, tooCommon));
  return () => `"${pairs[Math.floor(random() * pairs.length)]}"`;
}

function pairsOf(abstract: string, tooCommon: ReadonlySet<string>): string[] {
  const words = abstract.split(' ');
  return words.flatMap((word, index) => {
    const pair = [word, words[index + 1] ?? ''];
    return pair.every((each) => /^[a-z]+$/.test(each) && !tooCommon.has(each)) ? [pair.join(' ')] : [];
  });
}
