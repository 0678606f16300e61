/** The program of the search thread: it answers one request after another over a read-only connection. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Meaning, openMeaning, withoutMeaning } from '../../../meaning/meaning.ts';
import { readMeaningTable } from '../../../meaning/meaning-table.ts';
import { parseCanonical } from '../../../topics/language/parse.ts';
import type { Topic } from '../../../topics/topic.ts';
import { StoreError } from '../../store-error.ts';
import { openForReading } from '../file/database.ts';
import { type PaperSearcher, paperSearcher } from './search.ts';
import {
  closeRequest,
  type SearchAnswer,
  type SearchCall,
  type SearchRequest,
  type SearchThreadData,
} from './search-calls.ts';

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

function answerTo({ id, call }: SearchRequest, searcher: PaperSearcher, meaning: Meaning): SearchAnswer {
  try {
    return { id, result: resultOf(call, searcher, meaning) };
  } catch (error) {
    const code = error instanceof StoreError ? error.code : 'search-failed';
    return { id, failure: { code, message: error instanceof Error ? error.message : String(error) } };
  }
}

function resultOf(call: SearchCall, searcher: PaperSearcher, meaning: Meaning) {
  if (call.verb === 'similarPapers') return searcher.similarPapers(call.given);
  if (call.verb === 'papersAbout') return searcher.papersAbout(call.given);
  if (call.verb === 'newsStatistics') {
    const { topics, window } = call.given;
    return searcher.newsStatistics(
      topics.map((text) => readTopic(text, meaning)),
      window,
    );
  }
  const { verb, topic: canonical, given } = call;
  const topic = readTopic(canonical, meaning);
  switch (verb) {
    case 'forecast':
      return searcher.forecast(topic, given);
    case 'scoreNews':
      return searcher.scoreNews(topic, given);
    case 'nearestWord':
      return searcher.nearestWord(topic);
    default:
      return searcher.searchPapers({ topic, ...given });
  }
}

function readTopic(canonical: string, meaning: Meaning): Topic {
  const parsed = parseCanonical(canonical, meaning);
  if (parsed.ok) return parsed.topic;
  throw new StoreError('search-failed', `“${canonical}” is not the canonical text of a topic: ${parsed.error.message}`);
}

if (parentPort === null) throw new Error('This file runs as a worker thread only.');
serve(parentPort, workerData);
