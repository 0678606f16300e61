import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { withoutMeaning } from '../../../../src/meaning/meaning.ts';
import type { Connection } from '../../../../src/store/sql/connection.ts';
import { paperSearcher } from '../../../../src/store/sql/search/search.ts';
import { searchHere } from '../../../../src/store/sql/search/search-here.ts';
import { verbsOf } from '../../../../src/store/sql/verbs.ts';
import { openDatabase } from '../../../../src/store/sqlite/file/database.ts';
import { sqliteFullText } from '../../../../src/store/sqlite/full-text/sqlite-full-text.ts';
import { tokenTableFinder } from '../../../../src/store/sqlite/full-text/token-table-finder.ts';
import { sqliteConnection } from '../../../../src/store/sqlite/sqlite-connection.ts';
import { temporaryFolder } from '../../opened-store.ts';

/** The statements that the verbs prepare, which are those that run often. */
function hotStatements() {
  const db = openDatabase(join(temporaryFolder(), 'paperboy.db'), resolve('migrations/sqlite'));
  const prepare = db.$client.prepare.bind(db.$client);
  const statements: string[] = [];
  db.$client.prepare = ((sql: string) => {
    statements.push(sql);
    return prepare(sql);
  }) as typeof db.$client.prepare;
  verbsOf(buildingAtOnce(sqliteConnection(db)), withoutMeaning, searchHere(unused, withoutMeaning));
  paperSearcher({ connection: sqliteConnection(db), indexFinder: tokenTableFinder });
  db.$client.exec(sqliteFullText.words.prepare ?? '');
  const planOf = (sql: string) => {
    // Each parameter needs a value, but any value is fine.
    const explained = prepare<unknown[], { detail: string }>(`explain query plan ${sql}`);
    const parameters = Array.from(sql.matchAll(/\?/g), () => null);
    const named = Array.from(sql.matchAll(/[:@](\w+)/g), ([, name]) => [name, null]);
    if (named.length > 0) return explained.all(Object.fromEntries(named)).map(({ detail }) => detail);
    return explained.all(...parameters).map(({ detail }) => detail);
  };
  return { statements, planOf };
}

const unused = (): never => {
  throw new Error('Nothing is searched here.');
};

/** The connection, whose prepared statements are built before they run. */
function buildingAtOnce(connection: Connection): Connection {
  const build = (query: unknown) => (query as { prepare(): unknown }).prepare();
  return {
    ...connection,
    prepared(query) {
      build(query);
      return connection.prepared(query);
    },
    preparedChange(query) {
      build(query);
      return connection.preparedChange(query);
    },
  };
}

it('no statement that runs often scans a table', () => {
  const { statements, planOf } = hotStatements();
  // Reading an index, a virtual table (the full-text index, a list of values) or a result is not a table scan.
  const readsThrough = (detail: string) =>
    /^SCAN /.test(detail) && !/USING (COVERING )?INDEX|VIRTUAL TABLE|CONSTANT ROW|SCAN \(subquery/.test(detail);
  /** Whether the name stands for the result of a part of the statement. */
  const isResult = (sql: string, name: string) =>
    new RegExp(`\\)\\s*as ${name}\\b|\\b${name} as (?:materialized )?\\(`).test(sql);
  const offenders = statements.flatMap((sql) =>
    planOf(sql)
      .filter((detail) => readsThrough(detail) && !isResult(sql, detail.replace('SCAN ', '')))
      .map((detail) => ({ sql, detail })),
  );
  expect(offenders).toEqual([]);
  expect(statements.length).toBeGreaterThan(15);
});

it.each([
  ['due channels, page by page', /next_digest_at <= /, 'channels_by_next_digest ((next_digest_at,channel_id)>(?,?)'],
  ['the claim', /where true and due\.state in/, 'SEARCH due USING INDEX deliveries_by_wait'],
  [
    'the claim for one channel',
    /where due\.channel_id = \S+ and due\.state in/,
    'SEARCH due USING INDEX deliveries_by_channel',
  ],
  ['the claim for destinations', /kind = \S+\s+and \(due/, 'SEARCH due USING INDEX deliveries_to_destinations_by_wait'],
  [
    'earlier parts at a claim',
    /and due\.state in .* and due\.destination_id = 0/,
    'SEARCH earlier USING INDEX deliveries_by_channel',
  ],
  ['earlier parts for a destination', /kind = \S+\s+and \(due/, 'SEARCH earlier USING INDEX deliveries_by_destination'],
  [
    'when the next delivery is due',
    /select due\.due_at .*\s.*\s+where .*destination_id = 0/,
    'deliveries_by_wait (due_at>?)',
  ],
  [
    'when the next one to a destination is due',
    /select due\.due_at .*\s.*\s+where .*destination_id <> 0/,
    'deliveries_to_destinations_by_wait (due_at>?)',
  ],
  ['what a blocked channel held back for too long', /planned_at < .* destination_id = 0 and/, 'deliveries_by_channel'],
  ['what a destination held back for too long', /planned_at < .* destination_id <> 0 and/, 'deliveries_by_destination'],
  ['the destinations of a channel', /from destinations where channel_id = /, 'destinations_by_channel'],
  ['interrupted deliveries', /where lost\.state = 'sending'/, 'SEARCH lost USING INDEX deliveries_by_state'],
  ['losses to be notified of', /is_loss_untold = 1/, 'USING COVERING INDEX deliveries_by_loss'],
  ['whether a digest with a loss is over', /is_loss_untold = 1/, 'deliveries_by_channel'],
  ['news since a moment', /"news"\."at" >= /, 'news_by_time'],
  ['the lowest paper of the newest news', /min\(\+paper_number\)/, 'news_by_time'],
  ['days that brought news', /from \(select distinct date/, 'news_by_time'],
  ['news after a number', /"news"\."number" > /, 'USING INTEGER PRIMARY KEY'],
  ['a paper by id', /from papers where id = \?/, 'papers_id_unique'],
  [
    'posted papers',
    /^(?![\s\S]*(?:follow_ups|publication|from digests))[\s\S]*join digest_papers/,
    'sqlite_autoindex_digest_papers_1',
  ],
  ['the papers of a weekly review', /from digest_papers as shown/, 'digests_by_channel (channel_id=? AND date>?'],
  ['the papers of a feed of digests', /from digests join digest_papers/, 'digests_by_channel (channel_id=?'],
  ['due weekly reviews', /indexed by channels_by_next_review/, 'channels_by_next_review (next_review_at<?'],
  ['papers with the same match key', /match_keys\.key = shared\.key/, 'COVERING INDEX match_keys_by_key'],
  ['a channel’s subscriptions', /"subscriptions"\."channel_id"|removed_at" is null/, 'subscriptions_by_channel'],
])('%s: found by an index', (_name, pattern, index) => {
  const { statements, planOf } = hotStatements();
  const found = statements.filter((sql) => pattern.test(sql));
  expect(found).not.toEqual([]);
  for (const sql of found) expect(planOf(sql).join('\n')).toContain(index);
});
