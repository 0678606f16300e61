import type { IndexFinder } from '../../sql/search/candidates.ts';
import { tableFinder } from '../../sql/search/table-finder.ts';
import { fullTextQuery } from './full-text-query.ts';

/** Finds papers in the table of FTS5, which answers a whole query by itself. */
export const tokenTableFinder: IndexFinder = (db, first) =>
  tableFinder(
    db,
    {
      table: 'paper_search',
      number: 'paper_search.rowid',
      condition: `paper_search match :query
        and (:least is null or (select upvotes from papers where papers.number = paper_search.rowid) between :least and :most)`,
      // Roughly the relevance that the best of them are then ranked by.
      score: 'bm25(paper_search, 8.0, 1.0, 0.0, 0.0, 0.0, 0.0)',
      parametersOf: (query) => ({ query: fullTextQuery(query) }),
    },
    first,
  );
