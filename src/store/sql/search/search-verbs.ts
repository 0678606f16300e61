import type { Meaning } from '../../../meaning/meaning.ts';
import { prepareQuery } from '../../../meaning/meaning-query.ts';
import { tokenize } from '../../../topics/words/tokens.ts';
import type { Store } from '../../store.ts';
import type { Searching } from './search-calls.ts';

type SearchVerbs = Pick<
  Store,
  'searchPapers' | 'nearestWord' | 'forecast' | 'scoreNews' | 'similarPapers' | 'papersAbout' | 'newsStatistics'
>;

/** The verbs that are searches. */
export const searchVerbs = (searching: Searching, meaning: Meaning): SearchVerbs => ({
  searchPapers: ({ topic, ...given }) => searching.ask('searchPapers', topic.canonical, given),
  nearestWord: (topic) => searching.ask('nearestWord', topic.canonical, null),
  forecast: (topic, window) => searching.ask('forecast', topic.canonical, window),
  scoreNews: (topic, window) => searching.ask('scoreNews', topic.canonical, window),
  newsStatistics: (topics, window) =>
    searching.ask('newsStatistics', '', { topics: topics.map(({ canonical }) => canonical), window }),
  similarPapers: (paper, limit) => searching.ask('similarPapers', '', { paper, limit }),
  papersAbout: async (text, limit, since) => {
    const { table } = meaning;
    const stems = tokenize(text).map(({ stem }) => stem);
    if (table === null || stems.length === 0) return [];
    const query = prepareQuery(table, stems);
    return await searching.ask('papersAbout', '', { query, version: table.version, limit, since });
  },
});
