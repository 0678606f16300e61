import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Connection from 'better-sqlite3';
import { getTableConfig } from '../../../src/store/sql/drizzle.ts';
import { allTables } from '../../../src/store/sql/schema/all-tables.ts';
import { inReferenceOrder } from '../../../src/store/sql/schema/reference-order.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { dayMs } from '../../../src/time.ts';
import { putNewDatabase } from '../../support/new-database.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import {
  inventedListing,
  inventedPaper,
  largeListing,
  listed,
  noon,
  pickedPaper,
  topicOf,
} from '../invented-listings.ts';
import { change, furtherSettings, planOf, request, runOf } from '../invented-requests.ts';
import { temporaryFolder } from '../opened-store.ts';

/** A file with a store in which much has happened. */
export async function filledFile(fill: (store: Store) => Promise<void> = fillStore): Promise<string> {
  const path = join(temporaryFolder(), 'paperboy.db');
  if (!existsSync(path)) putNewDatabase(path);
  await using store = await openSqliteStore({ url: `file:${path}`, meaning, searchesHere: true });
  await fill(store);
  return path;
}

/** The same with more papers than are copied at once. */
export async function fillLargeStore(store: Store): Promise<void> {
  await fillStore(store);
  await store.recordListing({ ...largeListing(), date: '2026-03-03' }, noon + dayMs);
}

/** Fills a store with papers, channels and what people did with them. */
async function fillStore(store: Store): Promise<void> {
  const odd = [
    inventedPaper('a/1', { title: 'Tides “of” a lake – 湖の潮汐 😀', authors: ['Ada Fjord', "D'Arcy O\\Neil"] }),
    pickedPaper('a/2', 12, { title: 'The sea', abstract: 'Its tides are not those of a lake.' }),
  ];
  await store.recordListing(inventedListing(odd.map((paper) => listed(paper))), noon);
  await store.recordListing(inventedListing([listed(inventedPaper('a/3'))], { date: '2026-03-04' }), noon + 2 * dayMs);
  await store.recordFailedPull('arxiv', '2026-03-05', 'arXiv did not answer', noon);
  for (const topic of ['lake', 'title:sea OR "rises and falls"', 'author:fjord']) await store.subscribe(request(topic));
  await store.subscribe(request('tides', { guildId: 'other', channelId: 'elsewhere' }));
  const [, gone] = await store.subscriptions('guild');
  if (gone !== undefined) await store.unsubscribe('guild', gone.id, noon);
  await store.configureChannel(change(furtherSettings));
  await store.planDigest(planOf(2, { papers: ['a/1', 'a/2'] }));
  const [first] = await store.claimDeliveries('worker', noon + dayMs, 1);
  await store.settleDelivery('worker', first?.id ?? 0, { state: 'sent', messageId: '900', at: noon });
  await store.recordRun(runOf('2026-03-02', { state: 'planned', shown: 2 }));
  await store.savePapers({ userId: 'user', papers: [inventedPaper('a/1'), inventedPaper('s/1')], at: noon, cap: 9 });
  await store.markPaper({ channelId: 'channel', userId: 'user', paperId: 'a/2', wish: 'more', at: noon });
  await store.embedSome();
}

/** What a store answers. */
export async function answersOf(store: Store) {
  const page = { offset: 0, limit: 20 };
  const search = (topic: string) => store.searchPapers({ topic: topicOf(topic), ...page });
  return {
    counts: await store.counts(),
    papers: [await store.paper('a/1'), await store.paper('a/2'), await store.paper('a/3')],
    found: {
      phrase: await search('"rises and falls"'),
      author: await search('author:fjord title:tides'),
      fact: await search('source:huggingface'),
      kanji: await search('湖'),
    },
    subscriptions: [await store.subscriptions('guild'), await store.subscriptions('other')],
    channel: await store.channel('channel'),
    deliveries: await store.deliveries('channel', '2026-03-02'),
    listings: await store.recentListings(10),
    lastNews: await store.lastNewsNumber(),
    news: await store.newsAfter(0, 1_000),
    runs: await store.digestRuns('channel', 10),
    saved: await store.savedPapers('user', page),
    similar: await store.similarPapers('a/1', 3),
    indexing: await store.indexing(),
    stored: [await store.storedData({ guildId: 'guild' }), await store.storedData({ userId: 'user' })],
  };
}

/** Gives each table of a file rows, if it has none, with values of all kinds. */
export function fillEmptyTables(path: string): void {
  const connection = new Connection(path);
  const tables = inReferenceOrder(
    Object.values(allTables).map((table) => {
      const config = getTableConfig(table);
      return {
        ...config,
        refersTo: config.foreignKeys.map((key) => getTableConfig(key.reference().foreignTable).name),
      };
    }),
  );
  for (const { name, columns, foreignKeys, primaryKeys } of tables) {
    if (connection.prepare(`select count(*) from "${name}"`).pluck().get() !== 0) continue;
    const references = new Map(
      foreignKeys.map((key) => {
        const { columns: own, foreignColumns, foreignTable } = key.reference();
        const [column] = foreignColumns;
        const keys = `select "${column?.name}" from "${getTableConfig(foreignTable).name}" order by 1 limit 3`;
        return [own[0]?.name, connection.prepare<[], unknown>(keys).pluck().all()];
      }),
    );
    const keyed = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
    const insert = connection.prepare(
      `insert or ignore into "${name}" (${columns.map((column) => `"${column.name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    );
    for (let index = 0; index < 3; index += 1) {
      const values = columns.map((column) => {
        const others = references.get(column.name);
        if (others !== undefined) return others[index % others.length] ?? null;
        if (!column.notNull && !column.primary && index === 2) return null;
        return inventedValue(column, keyed.has(column.name) || column.primary, index);
      });
      insert.run(...values);
    }
  }
  connection.close();
}

const blob = (index: number): Buffer =>
  Buffer.from(Array.from({ length: 64 * 256 }, (_, at) => (at * 7 + index) % 256));

function inventedValue(
  column: { readonly name: string; readonly columnType: string },
  isKey: boolean,
  index: number,
): string | number | Buffer {
  switch (column.columnType) {
    case 'SQLiteInteger':
      // A worker whose lease goes on would keep moves off.
      return isKey || column.name === 'until' ? index - 1 : ([0, -7, Number.MAX_SAFE_INTEGER][index] ?? 0);
    case 'SQLiteBoolean':
      return index % 2;
    case 'SQLiteTextJson':
      return JSON.stringify(['a', `“é” ${index}`]);
    case 'SQLiteText':
      return `${column.name}-${index} 'q' "d" \\ é 中 😀 \u0001`;
    default:
      return blob(index);
  }
}
