import { runIn } from '../../../topics/matching/candidate-terms.ts';
import type { Topic } from '../../../topics/topic.ts';
import { tokenize } from '../../../topics/words/tokens.ts';
import { type KnownWord, nearestSpelling, nearestWord } from '../../rules/search/nearest-word.ts';
import type { Database } from '../file/database.ts';
import type { PaperReader } from '../tables/paper-reader.ts';
import type { CandidateFinder } from './candidates.ts';

/** How many papers are read to see how a word is spelled in full. */
const papersRead = 20;

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
    return nearestSpelling(typed, spellings);
  }

  return ({ root }) => {
    const [word] = root.kind === 'text' ? root.words : [];
    const [first] = word?.text ?? '';
    if (word === undefined || first === undefined) return null;
    const term = nearestWord(word.stem, beginning.all(first, following(first)));
    return term === null ? null : inFull(term, word.text);
  };
}

/** The first text after all that begin with this character. */
const following = (character: string): string => String.fromCodePoint((character.codePointAt(0) ?? 0) + 1);
