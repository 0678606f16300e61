import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { type Move, type MoveOptions, moveBetween } from '../../../src/store/moving/move.ts';
import type { MovingTarget } from '../../../src/store/moving/moving-database.ts';
import { hourMs } from '../../../src/time.ts';
import { noon, topicOf } from '../invented-listings.ts';
import { request } from '../invented-requests.ts';
import { serverOrSkip } from '../postgres/server.ts';
import { answersOf, fillEmptyTables, filledFile, fillLargeStore } from './filled-store.ts';
import { drawn, watched } from './interrupted.ts';
import { filePlace, type MovingPlace, pglitePlaces, serverPlace } from './places.ts';

type Opened = (target: MovingTarget) => MovingTarget;

/** Moves everything, and closes both. */
async function moved(from: MovingPlace, to: MovingPlace, options: MoveOptions = {}, as: Opened = (same) => same) {
  await using source = await from.openAsSource();
  await using target = await to.openAsTarget();
  return await moveBetween(source, as(target), options);
}

/** A file in which every table has rows, and numbers were given that no row has any more. */
async function fullFile(fill?: Parameters<typeof filledFile>[0]) {
  const path = await filledFile(fill);
  fillEmptyTables(path);
  const place = filePlace(path);
  await place.run(`insert into pings (id, guild_id, channel_id, user_id, topic, way, at)
    values (77, 'guild', 'channel', 'user', 'x', 'mention', 1);
    delete from pings where id = 77;`);
  return place;
}

const answersAt = async (place: MovingPlace) => {
  await using store = await place.openStore();
  return await answersOf(store);
};

const numbersAt = async (place: MovingPlace) => {
  await using source = await place.openAsSource();
  return await source.lastNumbers();
};

const filled = ({ tables }: Move) => tables.filter(({ rows }) => rows > 0).map(({ name }) => name);

const pglite = pglitePlaces();
afterAll(() => pglite.close());

describe.each<[string, (skip: (why: string) => never) => Promise<MovingPlace>, typeof fillLargeStore | undefined]>([
  ['another file', async () => filePlace(), fillLargeStore],
  ['PostgreSQL (PGlite)', async () => await pglite.empty(), undefined],
  ['PostgreSQL (a server)', async (skip) => await serverPlace(await serverOrSkip(skip)), fillLargeStore],
])('a move to %s', (_, newPlace, fill) => {
  it('copies every table there and back, with the same answers, and does not change the source', async ({ skip }) => {
    const there = await newPlace(skip);
    const file = await fullFile(fill);
    const before = await answersAt(file);
    const bytes = readFileSync(file.path);
    const first = await moved(file, there);
    expect(readFileSync(file.path).equals(bytes)).toBe(true);
    expect(filled(first)).toHaveLength(first.tables.length);
    expect(await answersAt(there)).toEqual(before);
    const back = filePlace();
    const second = await moved(there, back);
    expect(second.tables).toEqual(first.tables);
    expect(await answersAt(back)).toEqual(before);
  });

  it('leaves the lease of a bot that was killed behind, so that another one works at once', async ({ skip }) => {
    const there = await newPlace(skip);
    const file = filePlace(await filledFile());
    await file.run(`insert into workers (id, until) values ('killed', ${Date.now() + hourMs});
      insert into tasks (name, worker_id) values ('jobs', 'killed');`);
    await moved(file, there);
    await using store = await there.openStore();
    await store.beginLease({ id: 'next', leaseMs: hourMs });
    expect(await store.takeTask('jobs', 'next')).toBe(true);
  });

  it('gives no number twice', async ({ skip }) => {
    const there = await newPlace(skip);
    const file = await fullFile(fill);
    const back = filePlace();
    await moved(file, there);
    await moved(there, back);
    for (const place of [there, back]) {
      const numbers = await numbersAt(place);
      for (const [name, number] of await numbersAt(file)) expect(numbers.get(name), name).toBe(number);
      expect(numbers.get('pings')).toBe(77);
    }
    const next = async (place: MovingPlace) => {
      await using store = await place.openStore();
      await store.subscribe(request('new', { at: noon }));
      return (await store.subscriptions('guild')).map(({ id }) => id);
    };
    const ids = await next(file);
    expect(await next(there)).toEqual(ids);
    expect(await next(back)).toEqual(ids);
  });

  it('goes on where it was, wherever it is interrupted', async ({ skip }) => {
    const there = await newPlace(skip);
    const file = await fullFile(fill);
    let steps = 0;
    const reference = await moved(file, filePlace(), {}, (target) =>
      watched(target, () => {
        steps += 1;
      }),
    );
    let interruptions = 0;
    let left = steps;
    // A server takes fewer steps than a file, so that only the first half of these is sure to come.
    for (const at of drawn(() => Math.ceil(left / 2))) {
      let count = 0;
      const result = await moved(file, there, {}, (target) =>
        watched(target, (number) => {
          count = number;
          if (number === at) throw new Error('interrupted');
        }),
      ).catch((error: Error) => error.message);
      if (typeof result !== 'string') {
        expect(result).toEqual({ ...reference, to: result.to });
        break;
      }
      expect(result).toContain('interrupted');
      interruptions += 1;
      left = interruptions > 8 ? steps * 4 : Math.max(1, left - count);
    }
    expect(interruptions).toBeGreaterThan(2);
    expect((await answersAt(there)).found).toEqual((await answersAt(file)).found);
  });

  it('lets nothing but itself use what is moved half, and says that it has to go on', async ({ skip }) => {
    const there = await newPlace(skip);
    const file = await fullFile(fill);
    const stopping = new AbortController();
    const onProgress: MoveOptions['onProgress'] = ({ kind }) => {
      if (kind === 'copying') stopping.abort();
    };
    await expect(moved(file, there, { onProgress, signal: stopping.signal })).rejects.toThrow(
      'It was stopped. To go on, run the same command again: it goes on where it was.',
    );
    const refusal = expect.objectContaining({
      code: 'half-moved',
      message: expect.stringMatching(
        /^A move to .* has begun and not ended, .* Set DATABASE_URL to .* npm run paperboy -- move --to again/,
      ),
    });
    await expect(there.openStore()).rejects.toThrow(refusal);
    await expect(there.openAsSource()).rejects.toThrow(refusal);
    const { wasDone } = await moved(file, there);
    expect(wasDone).toBe(false);
    await (await there.openStore())[Symbol.asyncDispose]();
  });

  it('begins from the start and says so if the source has changed since', async ({ skip }) => {
    const there = await newPlace(skip);
    const file = await fullFile(fill);
    const interrupted = moved(file, there, {}, (target) =>
      watched(target, (number) => {
        if (number === 120) throw new Error('interrupted');
      }),
    );
    await expect(interrupted).rejects.toThrow('interrupted');
    await file.run("update papers set title = 'Another' where number = 3; delete from marks");
    let restarts = 0;
    const onRestart = (): void => {
      restarts += 1;
    };
    const { tables } = await moved(file, there, { onRestart });
    expect(restarts).toBe(1);
    expect(tables.find(({ name }) => name === 'marks')?.rows).toBe(0);
    await using store = await there.openStore();
    expect((await store.newsAfter(2, 1))[0]?.paper.title).toBe('Another');
  });

  it('refuses a target with other data, and changes nothing there', async ({ skip }) => {
    const there = await newPlace(skip);
    {
      await using store = await there.openStore();
      await store.subscribe(request('lake'));
    }
    await expect(moved(await fullFile(fill), there)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(
        / has data already, in the table channels\. Nothing was changed there\. Name an empty database with --to\.$/,
      ),
    });
    await using store = await there.openStore();
    expect(await store.counts()).toMatchObject({ papers: 0, subscriptions: 1 });
  });

  it('fills one that was opened before, and says if everything is there already', async ({ skip }) => {
    const there = await newPlace(skip);
    await (await there.openStore())[Symbol.asyncDispose]();
    const file = await fullFile(fill);
    const first = await moved(file, there);
    expect(await moved(file, there)).toEqual({ ...first, wasDone: true });
    await there.run("update papers set title = 'Another' where number = 3");
    await expect(moved(file, there)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('refuses a copy that is not the same, and then copies everything again', async ({ skip }) => {
    const there = await newPlace(skip);
    const file = await fullFile(fill);
    let wasSpoilt = false;
    const spoiling = (target: MovingTarget): MovingTarget => ({
      ...target,
      settle: async (numbers) => {
        await target.settle(numbers);
        if (wasSpoilt) return;
        wasSpoilt = true;
        const { connection } = preparedBy.get(target) ?? {};
        await connection?.atomic(async () => {
          await connection.prepare("update papers set title = 'Another' where number = 3").run();
        })();
      },
      prepare: async () => {
        const prepared = await target.prepare();
        preparedBy.set(target, prepared);
        return prepared;
      },
    });
    const preparedBy = new WeakMap<MovingTarget, Awaited<ReturnType<MovingTarget['prepare']>>>();
    await expect(moved(file, there, {}, spoiling)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^The copy in .* is not the same as the original: in papers\. /),
    });
    const { tables } = await moved(file, there, {}, spoiling);
    expect(tables.find(({ name }) => name === 'papers')?.rows).toBeGreaterThan(3);
  });

  it('rounds a moment with a part of a millisecond', async ({ skip }) => {
    const there = await newPlace(skip);
    const file = filePlace(await filledFile(async () => {}));
    await file.run("insert into greeted_guilds (guild_id, at) values ('guild', 1772452800000.75)");
    await moved(file, there);
    const back = filePlace();
    await moved(there, back);
    await back.run(`create temp table one (is_right check (is_right));
      insert into one select at = 1772452800001 and typeof(at) = 'integer' from greeted_guilds`);
  });
});

it('goes on from each of many places of one file', async () => {
  const file = await fullFile();
  let steps = 0;
  const { tables } = await moved(file, filePlace(), {}, (target) =>
    watched(target, () => {
      steps += 1;
    }),
  );
  const places = drawn(() => steps);
  for (let count = 0; count < 25; count += 1) {
    const there = filePlace();
    const at = places.next().value;
    const interrupted = moved(file, there, {}, (target) =>
      watched(target, (number) => {
        if (number === at) throw new Error('interrupted');
      }),
    );
    await expect(interrupted).rejects.toThrow('interrupted');
    expect((await moved(file, there)).tables, `step ${at}`).toEqual(tables);
  }
});

it('moves a database that began with the first release', async () => {
  const file = filePlace();
  writeFileSync(file.path, gunzipSync(readFileSync('test/fixtures/databases/0.1.0.db.gz')));
  const answersOfFirst = async (place: MovingPlace) => {
    await using store = await place.openStore();
    const page = { offset: 0, limit: 10 };
    return {
      counts: await store.counts(),
      subscriptions: await store.subscriptions('10'),
      channel: await store.channel('11'),
      found: await store.searchPapers({ topic: topicOf('tides'), ...page }),
      deliveries: await store.deliveries('11', '2026-03-03'),
    };
  };
  await expect(moved(file, filePlace())).rejects.toMatchObject({ code: 'older-database' });
  const answers = await answersOfFirst(file);
  expect(answers.counts).toMatchObject({ papers: 5, subscriptions: 3 });
  const there = await pglite.empty();
  await moved(file, there);
  expect(await answersOfFirst(there)).toEqual(answers);
});

it('lets PostgreSQL look at tables with rows alone, because it takes an empty one for empty for as long as it can', async () => {
  const there = await pglite.empty();
  await moved(filePlace(await filledFile()), there);
  const wrong =
    "select relname from pg_class where relname = 'papers' and reltuples <= 0 or relname = 'club_meetings' and reltuples <> -1";
  await there.run(`do $$ begin if exists (${wrong}) then raise exception '%', (${wrong}); end if; end $$`);
});

it('tells how far it is, in steps that only grow', async () => {
  const shares: number[] = [];
  const kinds = new Set<string>();
  await moved(await fullFile(), filePlace(), {
    onProgress: ({ kind, share }) => {
      shares.push(share);
      kinds.add(kind);
    },
  });
  expect([...kinds]).toEqual(['reading', 'copying', 'indexing', 'checking']);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

it('moves an empty database', async () => {
  const file = filePlace(await filledFile(async () => {}));
  const { tables } = await moved(file, filePlace());
  expect(tables.filter(({ rows }) => rows > 0).map(({ name }) => name)).toEqual(['search_index']);
});

it('keeps bots off both files, and refuses to begin while one runs', async () => {
  const file = await fullFile();
  const there = filePlace();
  const { openSqliteStore } = await import('../../../src/store/sqlite/sqlite-store.ts');
  const bot = (path: string) => openSqliteStore({ url: `file:${path}`, isBot: true, searchesHere: true });
  const refusal = { code: 'in-use', message: expect.stringContaining('Another Paperboy is running on') };
  let refused: Promise<unknown> | null = null;
  await moved(file, there, {
    onProgress: ({ kind }) => {
      if (kind !== 'copying' || refused !== null) return;
      refused = Promise.all([file, there].map(({ path }) => expect(bot(path)).rejects.toMatchObject(refusal)));
    },
  });
  await refused;
  expect(refused).not.toBeNull();
  await using _bot = await bot(file.path);
  await expect(moved(file, filePlace())).rejects.toMatchObject(refusal);
  await using _other = await bot(there.path);
  rmSync(`${file.path}.lock`);
  await expect(moved(file, there)).rejects.toMatchObject(refusal);
});

it('refuses a text with U+0000 for PostgreSQL before anything is moved', async () => {
  const there = await pglite.empty();
  const file = await fullFile();
  await file.run("update papers set comment = 'a' || char(0) || 'b' where id = 'a/3'");
  await expect(moved(file, there)).rejects.toMatchObject({
    code: 'unmovable',
    message: expect.stringMatching(/^The text papers\.comment of the row \d+ has the character U\+0000/),
  });
  await there.run('create table papers (number int)'); // There is none yet.
  const other = filePlace();
  await moved(file, other);
  await using store = await other.openStore();
  expect((await store.paper('a/3'))?.comment).toBe('a\0b');
});

it('says that a disk is full, and goes on once there is space', async () => {
  const file = await fullFile(fillLargeStore);
  const there = filePlace();
  const full = (target: MovingTarget): MovingTarget => ({
    ...target,
    prepare: async () => {
      const prepared = await target.prepare();
      const [pages] = await prepared.connection.prepare<[], [number]>('pragma page_count').raw().all();
      await prepared.connection.prepare(`pragma max_page_count = ${(pages?.[0] ?? 0) + 20}`).get();
      return prepared;
    },
  });
  await expect(moved(file, there, {}, full)).rejects.toMatchObject({
    code: 'full',
    message: expect.stringMatching(/^The disk is full: .* Then run the same command again: it goes on where it was\.$/),
  });
  expect((await moved(file, there)).wasDone).toBe(false);

  const server = await pglite.empty();
  await (await server.openStore())[Symbol.asyncDispose]();
  await server.run(`
    create function fill_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
    create trigger fill_disk before insert on papers execute function fill_disk();`);
  await expect(moved(file, server)).rejects.toMatchObject({
    code: 'full',
    message: expect.stringMatching(/^The disk of PostgreSQL at .* is full\. .* Then run the same command again/),
  });
  await server.run('drop trigger fill_disk on papers');
  expect((await moved(file, server)).wasDone).toBe(false);
});

it('says which rows PostgreSQL does not take', async () => {
  const there = await pglite.empty();
  await (await there.openStore())[Symbol.asyncDispose]();
  await there.run("alter table secrets add check (name = 'no name')");
  await expect(moved(await fullFile(), there)).rejects.toMatchObject({
    code: 'unmovable',
    message: expect.stringMatching(/ does not take the rows of secrets \(.*violates check.*\)\. The original has not/),
  });
});

describe('a source', () => {
  it('that is missing, empty, older, newer or of another program is refused, and nothing is made', async () => {
    const there = filePlace();
    const missing = filePlace();
    await expect(moved(missing, there)).rejects.toMatchObject({
      code: 'missing',
      message: `There is no database ${missing.path}, so there is nothing to move. Check DATABASE_URL.`,
    });
    expect(existsSync(missing.path)).toBe(false);
    const file = await fullFile();
    const spoilt = async (statement: string) => {
      const place = filePlace();
      copyFileSync(file.path, place.path);
      await place.run(statement);
      return place;
    };
    await expect(
      moved(
        await spoilt('delete from __drizzle_migrations where id = (select max(id) from __drizzle_migrations)'),
        there,
      ),
    ).rejects.toMatchObject({ code: 'older-database' });
    await expect(
      moved(await spoilt("insert into __drizzle_migrations (hash, created_at) values ('x', 9e12)"), there),
    ).rejects.toMatchObject({ code: 'newer-database' });
    await expect(moved(await spoilt('drop table __drizzle_migrations'), there)).rejects.toMatchObject({
      code: 'foreign-database',
    });
    await expect(moved(await pglite.empty(), there)).rejects.toMatchObject({ code: 'missing' });
    expect(existsSync(there.path)).toBe(false);
  });

  it('is the target under another name', async () => {
    const file = await fullFile();
    await expect(moved(file, filePlace(file.path))).rejects.toMatchObject({
      code: 'conflict',
      message: `DATABASE_URL and --to both name ${file.path}. Name another database with --to.`,
    });
    const there = await pglite.empty();
    await (await there.openStore())[Symbol.asyncDispose]();
    await expect(moved(there, there)).rejects.toMatchObject({ code: 'conflict' });
  });
});

it.each([
  ['a newer Paperboy', "insert into __drizzle_migrations (hash, created_at) values ('x', 9e12)", 'newer-database'],
  ['another program', 'drop table __drizzle_migrations', 'foreign-database'],
])('a target of %s is refused untouched', async (_, statement, code) => {
  const there = filePlace(await filledFile(async () => {}));
  await there.run(statement);
  const bytes = readFileSync(there.path);
  await expect(moved(await fullFile(), there)).rejects.toMatchObject({
    code,
    message: expect.not.stringContaining('DATABASE_URL'),
  });
  expect(readFileSync(there.path).equals(bytes)).toBe(true);
});
