import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Connection from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { oneByOne } from '../../../src/store/sql/calls.ts';
import type { Database } from '../../../src/store/sqlite/file/database.ts';
import { sqliteConnection } from '../../../src/store/sqlite/sqlite-connection.ts';
import { temporaryFolder } from '../opened-store.ts';

/** A table of notes. The verbs write it, and another connection reads it, which sees only committed rows. */
function createScene() {
  const path = join(temporaryFolder(), 'notes.db');
  const connection = new Connection(path);
  connection.pragma('journal_mode = WAL');
  connection.exec('create table notes (text text unique)');
  const reader = new Connection(path, { readonly: true });
  onTestFinished(() => {
    reader.close();
    connection.close();
  });
  const db = sqliteConnection(drizzle(connection) as unknown as Database);
  const insert = db.prepare<[string]>('insert into notes values (?)');
  const write = async (...texts: string[]) => {
    for (const text of texts) await insert.run(text);
    return texts.length;
  };
  const note = db.shared(write);
  const runs: string[][] = [];
  const noteTogether = db.together(async (calls: readonly [string][]) => {
    runs.push(calls.flat());
    return await oneByOne((text: string) => write(text))(calls);
  });
  const noteAlone = db.atomic(write);
  const count = db.prepare<[], number>('select count(*) from notes').pluck();
  const countNotes = db.reading(async () => (await count.get()) ?? 0);
  const kept = () => reader.prepare<[], string>('select text from notes order by text').pluck().all();
  return { path, connection, db, note, noteTogether, runs, noteAlone, countNotes, kept };
}

it('makes one commit for all calls in one turn of the event loop', async () => {
  const { note, kept } = createScene();
  const notes = ['a', 'b', 'c'].map((text) => note(text));
  expect(kept()).toEqual([]);
  await notes[0];
  expect(kept()).toEqual(['a', 'b', 'c']);
  expect(await Promise.all(notes)).toEqual([1, 1, 1]);
});

it('rolls back a verb that fails, and no other', async () => {
  const { note, kept } = createScene();
  const notes = [note('a'), note('b', 'a'), note('c')];
  expect((await Promise.allSettled(notes)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(kept()).toEqual(['a', 'c']);
});

it('gives all calls of one turn of the event loop to a verb that answers many', async () => {
  const { noteTogether, note, runs, kept } = createScene();
  const notes = [noteTogether('a'), note('b'), noteTogether('c')];
  expect(await Promise.all(notes)).toEqual([1, 1, 1]);
  expect(await noteTogether('d')).toBe(1);
  expect(runs).toEqual([['a', 'c'], ['d']]);
  expect(kept()).toEqual(['a', 'b', 'c', 'd']);
});

it('runs such a verb for each call alone if it fails, so that only one fails', async () => {
  const { noteTogether, note, runs, kept } = createScene();
  const notes = [noteTogether('a'), noteTogether('b'), note('b'), noteTogether('c')];
  expect((await Promise.allSettled(notes)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  const again = [noteTogether('d'), noteTogether('a'), noteTogether('e')];
  expect((await Promise.allSettled(again)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(runs).toEqual([['a', 'b', 'c'], ['d', 'a', 'e'], ['d'], ['a'], ['e']]);
  expect(kept()).toEqual(['a', 'b', 'c', 'd', 'e']);
});

it('tells all calls of such a verb if another program does not let it write', async () => {
  const { path, connection, noteTogether, kept } = createScene();
  connection.pragma('busy_timeout = 1');
  const other = new Connection(path);
  onTestFinished(() => void other.close());
  other.exec('begin immediate');
  const outcomes = await Promise.allSettled([noteTogether('a'), noteTogether('b')]);
  expect(outcomes).toMatchObject([{ reason: { code: 'busy' } }, { reason: { code: 'busy' } }]);
  other.exec('commit');
  expect(await noteTogether('c')).toBe(1);
  expect(kept()).toEqual(['c']);
});

it('reports success on a full disk only for what is stored', async () => {
  const { connection, note, kept } = createScene();
  connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true })) + 4}`);
  const texts = ['a', 'b'.repeat(1_000_000), 'c'];
  const outcomes = await Promise.allSettled(texts.map((text) => note(text)));
  expect(outcomes[1]).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_FULL' } });
  expect(kept()).toEqual(texts.filter((_, index) => outcomes[index]?.status === 'fulfilled'));
  expect(await note('d')).toBe(1);
});

it('runs waiting verbs at once when asked to', async () => {
  const { db, note, kept } = createScene();
  const waiting = note('a');
  await db.flush();
  expect(kept()).toEqual(['a']);
  expect(await waiting).toBe(1);
});

it('waits for another program without holding up the process', async () => {
  const { path, connection, note, kept } = createScene();
  connection.pragma('busy_timeout = 1');
  const other = new Connection(path);
  onTestFinished(() => void other.close());
  other.exec('begin immediate');
  const notes = [note('a')];
  await sleep(50);
  notes.push(note('b'));
  await sleep(50);
  expect(kept()).toEqual([]);
  other.exec('commit');
  expect(await Promise.all(notes)).toEqual([1, 1]);
  expect(kept()).toEqual(['a', 'b']);
});

it('tells each verb after two seconds that another program does not let it write', async () => {
  const { path, connection, note, kept } = createScene();
  connection.pragma('busy_timeout = 1');
  const other = new Connection(path);
  onTestFinished(() => void other.close());
  other.exec('begin immediate');
  const first = note('a');
  await sleep(500);
  const second = note('b');
  await expect(first).rejects.toMatchObject({ code: 'busy' });
  other.exec('commit');
  expect(await second).toBe(1);
  expect(kept()).toEqual(['b']);
});

it('runs verbs one after another, so that none sees half of another', async () => {
  const { noteAlone, countNotes } = createScene();
  const done = [noteAlone('a', 'b', 'c'), countNotes(), noteAlone('d', 'a'), countNotes()];
  const outcomes = await Promise.allSettled(done);
  expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : one.status))).toEqual([3, 3, 'rejected', 3]);
});

it('lets nothing else of the process run between the statements of a verb', async () => {
  const { noteAlone } = createScene();
  let turns = 0;
  const turn = setImmediate(() => {
    turns += 1;
  });
  await noteAlone('a', 'b', 'c');
  expect(turns).toBe(0);
  clearImmediate(turn);
});
