import type { Meaning } from '../../../meaning/meaning.ts';
import { StoreError } from '../../store-error.ts';
import { openForReading } from '../file/database.ts';
import { paperSearcher } from './search.ts';
import { answerTo } from './search-answers.ts';
import { closed, type Searching, type SearchRequest } from './search-calls.ts';

/**
 * Runs searches where they are asked for. They hold up the caller, and need no thread, whose start takes longer than most
 * searches of few papers.
 */
export function searchHere(databasePath: string, meaning: Meaning): Searching {
  const open = () => {
    const db = openForReading(databasePath);
    return { db, searcher: paperSearcher(db) };
  };
  let opened: ReturnType<typeof open> | undefined;
  let isClosed = false;
  return {
    async ask(verb, topic, given) {
      if (isClosed) throw closed();
      opened ??= open();
      const answer = answerTo({ id: 0, call: { verb, topic, given } } as SearchRequest, opened.searcher, meaning);
      if ('failure' in answer) throw new StoreError(answer.failure.code, answer.failure.message);
      return answer.result as never;
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      opened?.db.$client.close();
    },
  };
}
