import type { Meaning } from '../../../meaning/meaning.ts';
import { StoreError } from '../../store-error.ts';
import { searchAnswerer } from './search-answers.ts';
import { closed, type Searching, type SearchRequest } from './search-calls.ts';
import type { SearchConnection } from './search-connection.ts';

/**
 * Runs searches where they are asked for. They hold up the caller, and need no thread, whose start takes longer than most
 * searches of few papers.
 * @param open is called at the first search
 */
export function searchHere(open: () => Promise<SearchConnection>, meaning: Meaning): Searching {
  async function start() {
    try {
      const { close, ...database } = await open();
      return { answer: searchAnswerer(database, meaning), close };
    } catch (error) {
      started = undefined; // The next search tries again.
      throw error;
    }
  }
  let started: ReturnType<typeof start> | undefined;
  let isClosed = false;
  return {
    async ask(verb, topic, given) {
      if (isClosed) throw closed();
      started ??= start();
      const { answer } = await started;
      const answered = await answer({ id: 0, call: { verb, topic, given } } as SearchRequest);
      if ('failure' in answered) throw new StoreError(answered.failure.code, answered.failure.message);
      return answered.result as never;
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      // Nothing has to be closed that could not be opened.
      await (await started?.catch(() => undefined))?.close();
    },
  };
}
