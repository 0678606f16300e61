import { runIn } from '../../../topics/matching/candidate-terms.ts';
import type { Topic } from '../../../topics/topic.ts';
import { tokenize } from '../../../topics/words/tokens.ts';
import { type KnownWord, nearestSpelling, nearestWord } from '../../rules/search/nearest-word.ts';
import type { Connection } from '../connection.ts';
import type { SearchTools } from './search-tools.ts';

/** How many papers are read to see how a word is spelled in full. */
const papersRead = 20;

/** Finds a stored word that is spelled like the word of a topic: see `Store.nearestWord`. */
export function wordFinder(db: Connection, { find, papers }: SearchTools): (topic: Topic) => Promise<string | null> {
  const wordsFrom = wordReader(db);

  /** The spelling in full: the index may have only a stem. */
  async function inFull(term: string, typed: string): Promise<string | null> {
    const query = runIn('any', [term]);
    const numbers = await find.ranked({ query, upvotes: null }, undefined, papersRead);
    const spellings = (await papers.read(numbers))
      .flatMap(({ title, abstract }) => tokenize(`${title}\n${abstract}`))
      .filter(({ stem }) => stem === term)
      .map(({ text }) => text);
    return nearestSpelling(typed, spellings);
  }

  return async ({ root }) => {
    const [word] = root.kind === 'text' ? root.words : [];
    const [first] = word?.text ?? '';
    if (word === undefined || first === undefined) return null;
    // Typing errors in the first letter are rare, and one letter is a small part of the index.
    const term = nearestWord(word.stem, await wordsFrom(first));
    return term === null ? null : await inFull(term, word.text);
  };
}

/** Reads the words that begin with a character. */
function wordReader(db: Connection): (first: string) => Promise<readonly KnownWord[]> {
  const { prepare, find } = db.dialect.fullText.words;
  const preparation = prepare === null ? null : db.prepare<[]>(prepare);
  const words = db.prepare<{ readonly first: string; readonly next: string }, KnownWord>(find);
  return async (first) => {
    await preparation?.run();
    return await words.all({ first, next: following(first) });
  };
}

/** The first text after all that begin with this character. */
const following = (character: string): string => String.fromCodePoint((character.codePointAt(0) ?? 0) + 1);
