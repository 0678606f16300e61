import type { Random } from '../src/ports.ts';
import { stemWord } from '../src/topics/words/stem.ts';
import type { InventedCorpus } from './invented-corpus.ts';

/** Searches of one kind. */
export interface QueryClass {
  readonly name: string;
  readonly queries: readonly SearchQuery[];
}

/** A search, and the nearest that plain FTS5 can do. */
interface SearchQuery {
  readonly typed: string;
  /** In the language of FTS5. The index holds stems. */
  readonly plain: string;
}

/** How many queries of each kind are forecast. */
export const forecastsPerClass = 40;

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
  const classOf = (name: string, query: () => string, plain: (typed: string) => string = inTexts): QueryClass => ({
    name,
    queries: Array.from({ length: amount }, query).map((typed) => ({ typed, plain: plain(typed) })),
  });
  return [
    classOf('term', word),
    classOf('phrase', phrase),
    classOf('AND of 2', () => words(2).join(' ')),
    classOf('AND of 3', () => words(3).join(' ')),
    classOf('OR of 3', () => words(3).join(' OR ')),
    // A title of which no paper has all words: papers with some of them are looked for.
    classOf('OR of 10', () => words(10).join(' OR ')),
    // The index alone cannot decide all of these: candidates are read and checked.
    classOf('exact form', () => `=${word()}`, plainWord),
    classOf('near', () => `${phrase()}~${distance}`, plainNear),
    classOf('author', () => `author:"${words(2).join(' ')}" OR ${word()}`, plainAuthor),
  ];
}

/** How many words may stand between words that are near each other. */
const distance = 5;

const stemsIn = (typed: string): readonly string[] => (typed.match(/[a-z]+/g) ?? []).map(stemWord);

/** FTS5 understands `a b`, `a OR b` and `"a b"` as they are. */
const inTexts = (typed: string): string => `{title abstract} : (${typed.replace(/[a-z]+/g, stemWord)})`;

/** FTS5 has no exact forms. */
const plainWord = (typed: string): string => inTexts(typed.slice(1));

const plainNear = (typed: string): string => `{title abstract} : NEAR(${stemsIn(typed).join(' ')}, ${distance})`;

function plainAuthor(typed: string): string {
  const [, given = '', family = '', word = ''] = typed.match(/[a-z]+/g) ?? [];
  return `({authors} : (${given} AND ${family})) OR ${inTexts(word)}`;
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
