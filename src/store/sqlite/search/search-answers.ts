import type { Meaning } from '../../../meaning/meaning.ts';
import { parseCanonical } from '../../../topics/language/parse.ts';
import type { Topic } from '../../../topics/topic.ts';
import { StoreError } from '../../store-error.ts';
import type { PaperSearcher } from './search.ts';
import type { SearchAnswer, SearchCall, SearchRequest } from './search-calls.ts';

/** The answer to a request. A search that fails is an answer, too. */
export function answerTo({ id, call }: SearchRequest, searcher: PaperSearcher, meaning: Meaning): SearchAnswer {
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
