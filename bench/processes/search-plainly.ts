import { readFileSync } from 'node:fs';
import Connection from 'better-sqlite3';
import { stemWord } from '../../src/topics/words/stem.ts';
import type { QueryClass } from '../search-queries.ts';

/**
 * Runs the same queries in plain FTS5: the best eight matches by bm25, without snippets, counts or checks.
 * Arguments: the database's path, a JSON file of query classes.
 */

/** Times in milliseconds, by the name of the class. */
export type PlainTimes = Readonly<Record<string, readonly number[]>>;

const [databasePath = '', queriesPath = ''] = process.argv.slice(2);
const classes = JSON.parse(readFileSync(queriesPath, 'utf8')) as readonly QueryClass[];
const connection = new Connection(databasePath, { readonly: true });
connection.pragma('cache_size = -8192');
const best = connection
  .prepare('select rowid from paper_search where paper_search match ? order by bm25(paper_search, 4.0, 1.0) limit 8')
  .pluck();

const time = (query: string): number => {
  // FTS5 understands `a b`, `a OR b` and `"a b"`. The index holds stems.
  const stemmed = query.replace(/[a-z]+/g, stemWord);
  const startedAt = performance.now();
  best.all(`{title abstract} : (${stemmed})`);
  return performance.now() - startedAt;
};

time('whatever');
const plain = classes.filter(({ isPlain }) => isPlain);
const times: PlainTimes = Object.fromEntries(plain.map(({ name, queries }) => [name, queries.map(time)]));
connection.close();
process.stdout.write(JSON.stringify(times));
