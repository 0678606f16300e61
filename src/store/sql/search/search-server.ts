import type { MessagePort } from 'node:worker_threads';
import { keptTable, openMeaning, withoutMeaning } from '../../../meaning/meaning.ts';
import { readMeaningTable } from '../../../meaning/meaning-table.ts';
import { searchAnswerer } from './search-answers.ts';
import { closeRequest, type SearchRequest, type SearchThreadData } from './search-calls.ts';
import type { SearchConnection } from './search-connection.ts';

/** What a search thread does: it answers one request after another over a connection that only reads. */
export function serveSearches(
  port: MessagePort,
  { close, ...database }: SearchConnection,
  table: SearchThreadData['table'],
): void {
  const meaning =
    table === null
      ? withoutMeaning
      : openMeaning(
          true,
          keptTable(() => readMeaningTable(table)),
        );
  const answer = searchAnswerer(database, meaning);
  let last: Promise<void> = Promise.resolve();
  port.on('message', (message: SearchRequest | typeof closeRequest) => {
    if (message === closeRequest) return void last.then(end);
    last = answer(message).then((answered) => port.postMessage(answered));
  });
  async function end(): Promise<void> {
    await close();
    port.close();
  }
}
