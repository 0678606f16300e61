import { editDistance } from '../../../topics/language/nearest.ts';
import { runIn } from '../../../topics/matching/candidate-terms.ts';
import type { Topic } from '../../../topics/topic.ts';
import { tokenize } from '../../../topics/words/tokens.ts';
import type { Database } from '../file/database.ts';
import type { PaperReader } from '../tables/paper-reader.ts';
import type { CandidateFinder } from './candidates.ts';

/** How many papers are read to see how a word is spelled in full. */
const papersRead = 20;

/** Rarer words are often errors of typing themselves. */
const frequentFrom = 3;

interface KnownWord {
  /** As the index has it. */
  readonly term: string;
  /** How many fields of papers have it. */
  readonly count: number;
}

/** Finds a stored word that is spelled like the word of a topic: see `Store.nearestWord`. */
export function wordFinder(db: Database, find: CandidateFinder, papers: PaperReader): (topic: Topic) => string | null {
  const { $client } = db;
  // A temporary table can be made over a connection that only reads. It holds nothing: it shows the words of the index.
  $client.exec(`create virtual table temp.indexed_words using fts5vocab('main', 'paper_search', 'col')`);
  // Typing errors in the first letter are rare, and one letter is a small part of the index.
  const beginning = $client.prepare<[string, string], KnownWord>(
    `select term, sum(doc) as count from indexed_words
     where term >= ? and term < ? and col in ('title', 'abstract') group by term`,
  );

  /** The spelling in full: the index may have only a stem. */
  function inFull(term: string, typed: string): string | null {
    const query = runIn('any', [term]);
    const numbers = find.ranked({ query, upvotes: null }, undefined, papersRead);
    const spellings = papers
      .read(numbers)
      .flatMap(({ title, abstract }) => tokenize(`${title}\n${abstract}`))
      .filter(({ stem }) => stem === term)
      .map(({ text }) => text);
    return spellings.reduce<string | null>(
      (best, text) => (best === null || editDistance(typed, text) < editDistance(typed, best) ? text : best),
      null,
    );
  }

  return ({ root }) => {
    const [word] = root.kind === 'text' ? root.words : [];
    const [first] = word?.text ?? '';
    if (word === undefined || first === undefined) return null;
    const words = beginning.all(first, following(first));
    const frequent = words.filter(({ count }) => count >= frequentFrom);
    const term = nearestOf(word.stem, frequent) ?? nearestOf(word.stem, words);
    return term === null ? null : inFull(term, word.text);
  };
}

/** The first text after all that begin with this character. */
const following = (character: string): string => String.fromCodePoint((character.codePointAt(0) ?? 0) + 1);

/** The word of the fewest edits, and of these the most frequent one. */
function nearestOf(typed: string, words: readonly KnownWord[]): string | null {
  // Three in ten letters may be wrong, and always one.
  let fewest = Math.max(1, Math.floor(typed.length * 0.3));
  let best: KnownWord | null = null;
  for (const word of words) {
    if (word.term === typed || Math.abs(word.term.length - typed.length) > fewest) continue;
    const edits = editDistance(typed, word.term);
    if (edits > fewest || (edits === fewest && best !== null && word.count <= best.count)) continue;
    fewest = edits;
    best = word;
  }
  return best?.term ?? null;
}
