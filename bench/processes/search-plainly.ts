import { readFileSync } from 'node:fs';
import Connection from 'better-sqlite3';
import { forecastsPerClass, type QueryClass } from '../search-queries.ts';

/**
 * Runs the same queries in plain FTS5, without checks: searches for the best eight matches by bm25, without snippets and
 * counts, and forecasts that count the matches of the newest papers and read the numbers of the newest five.
 * Arguments: the database's path, a JSON file of query classes, the number of papers in a forecast's window.
 */

/** Times in milliseconds. */
export interface PlainTimes {
  /** By the name of the class. */
  readonly searches: Readonly<Record<string, readonly number[]>>;
  readonly forecasts: readonly number[];
}

const [databasePath = '', queriesPath = '', window = ''] = process.argv.slice(2);
const classes = JSON.parse(readFileSync(queriesPath, 'utf8')) as readonly QueryClass[];
const connection = new Connection(databasePath, { readonly: true });
connection.pragma('cache_size = -8192');
const best = connection
  .prepare('select rowid from paper_search where paper_search match ? order by bm25(paper_search, 4.0, 1.0) limit 8')
  .pluck();
const counted = connection
  .prepare('select count(*) from paper_search where paper_search match ? and rowid > ?')
  .pluck();
const newest = connection
  .prepare('select rowid from paper_search where paper_search match ? order by rowid desc limit 5')
  .pluck();
const lowest = Number(connection.prepare('select max(number) from papers').pluck().get()) - Number(window);

function time(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

const search = ({ plain }: QueryClass['queries'][number]): number => time(() => best.all(plain));

const forecast = ({ plain }: QueryClass['queries'][number]): number =>
  time(() => {
    counted.get(plain, lowest);
    newest.all(plain);
  });

time(() => best.all('whatever'));
const times: PlainTimes = {
  searches: Object.fromEntries(classes.map(({ name, queries }) => [name, queries.map(search)])),
  forecasts: classes.flatMap(({ queries }) => queries.slice(0, forecastsPerClass).map(forecast)),
};
connection.close();
process.stdout.write(JSON.stringify(times));
