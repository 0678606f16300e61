/** The program of the search thread of SQLite. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SearchThreadData } from '../sql/search/search-calls.ts';
import { serveSearches } from '../sql/search/search-server.ts';
import { openForSearching } from './search-connection.ts';

if (parentPort === null) throw new Error('This file runs as a worker thread only.');
const { place, table }: SearchThreadData = workerData;
serveSearches(parentPort, await openForSearching(place), table);
