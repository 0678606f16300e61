import type { Meaning } from '../../../meaning/meaning.ts';
import { takingTurns } from '../../../taking-turns.ts';
import { parseCanonical } from '../../../topics/language/parse.ts';
import type { Topic } from '../../../topics/topic.ts';
import { StoreError } from '../../store-error.ts';
import { type PaperSearcher, paperSearcher } from './search.ts';
import type { SearchAnswer, SearchCall, SearchRequest } from './search-calls.ts';
import type { SearchedDatabase } from './search-connection.ts';

/** Answers requests over a connection, one after another. A search that fails is an answer, too. */
export function searchAnswerer(
  database: SearchedDatabase,
  meaning: Meaning,
): (request: SearchRequest) => Promise<SearchAnswer> {
  const searcher = paperSearcher(database);
  const turns = takingTurns();
  return (request) => turns.take(() => answerTo(request, searcher, meaning));
}

async function answerTo({ id, call }: SearchRequest, searcher: PaperSearcher, meaning: Meaning): Promise<SearchAnswer> {
  try {
    return { id, result: await resultOf(call, searcher, meaning) };
  } catch (error) {
    const code = error instanceof StoreError ? error.code : 'search-failed';
    return { id, failure: { code, message: error instanceof Error ? error.message : String(error) } };
  }
}

async function resultOf(call: SearchCall, searcher: PaperSearcher, meaning: Meaning) {
  if (call.verb === 'similarPapers') return await searcher.similarPapers(call.given);
  if (call.verb === 'papersAbout') return await searcher.papersAbout(call.given);
  if (call.verb === 'newsStatistics') {
    const { topics, window } = call.given;
    return await searcher.newsStatistics(
      topics.map((text) => readTopic(text, meaning)),
      window,
    );
  }
  const { verb, topic: canonical, given } = call;
  const topic = readTopic(canonical, meaning);
  switch (verb) {
    case 'forecast':
      return await searcher.forecast(topic, given);
    case 'scoreNews':
      return await searcher.scoreNews(topic, given);
    case 'nearestWord':
      return await searcher.nearestWord(topic);
    default:
      return await searcher.searchPapers({ topic, ...given });
  }
}

function readTopic(canonical: string, meaning: Meaning): Topic {
  const parsed = parseCanonical(canonical, meaning);
  if (parsed.ok) return parsed.topic;
  throw new StoreError('search-failed', `“${canonical}” is not the canonical text of a topic: ${parsed.error.message}`);
}
