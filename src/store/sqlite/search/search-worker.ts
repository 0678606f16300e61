/** The program of the search thread: it answers one request after another over a read-only connection. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openMeaning, withoutMeaning } from '../../../meaning/meaning.ts';
import { readMeaningTable } from '../../../meaning/meaning-table.ts';
import { openForReading } from '../file/database.ts';
import { paperSearcher } from './search.ts';
import { answerTo } from './search-answers.ts';
import { closeRequest, type SearchRequest, type SearchThreadData } from './search-calls.ts';

function serve(port: MessagePort, { databasePath, table }: SearchThreadData): void {
  const db = openForReading(databasePath);
  const searcher = paperSearcher(db);
  const meaning = table === null ? withoutMeaning : openMeaning(true, () => readMeaningTable(table));
  port.on('message', (message: SearchRequest | typeof closeRequest) => {
    if (message !== closeRequest) return port.postMessage(answerTo(message, searcher, meaning));
    db.$client.close();
    port.close();
  });
}

if (parentPort === null) throw new Error('This file runs as a worker thread only.');
serve(parentPort, workerData);
