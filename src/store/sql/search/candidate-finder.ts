import type { CandidateFinder, Wanted } from './candidates.ts';
import type { SearchedDatabase } from './search-connection.ts';
import { firstIndexed } from './search-index.ts';
import { tableFinder } from './table-finder.ts';

const firstOfAll = Number.MIN_SAFE_INTEGER;

/** While the index is filled again, it finds only the papers that are in it already. */
export function candidateFinder({ connection: db, indexFinder }: SearchedDatabase): CandidateFinder {
  const index = indexFinder(db, async () => (await firstIndexed(db)) ?? firstOfAll);
  const among = (condition: string) =>
    tableFinder(
      db,
      { table: 'papers', number: 'papers.number', condition, score: '0', parametersOf: () => ({}) },
      async () => firstOfAll,
    );
  const upvoted = among('papers.upvotes between :least and :most');
  const all = among('true');
  const placeOf = ({ query, upvotes }: Wanted) => (query !== null ? index : upvotes !== null ? upvoted : all);
  return {
    begin: index.begin,
    ranked: (wanted, since, limit) => placeOf(wanted).ranked(wanted, since, limit),
    count: (wanted, since) => placeOf(wanted).count(wanted, since),
    has: (wanted) => placeOf(wanted).has(wanted),
    numbers: (wanted, lowest) => placeOf(wanted).numbers(wanted, lowest),
    news: (wanted, since, limit) => placeOf(wanted).news(wanted, since, limit),
    published: (wanted, since, limit) => placeOf(wanted).published(wanted, since, limit),
    countNews: (wanted, since, after) => placeOf(wanted).countNews(wanted, since, after),
  };
}
