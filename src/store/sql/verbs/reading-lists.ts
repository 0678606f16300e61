import type { Paper, PaperId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import { dayMs } from '../../../time.ts';
import type { ReadingListVerbs, SavedPaper, SavedSelection, SaveOutcome, SaveRequest } from '../../reading-lists.ts';
import type { Connection } from '../connection.ts';
import { and, eq, isNull } from '../drizzle.ts';
import { savedPapers } from '../schema/reading-schema.ts';
import { paperIdTable } from '../tables/paper-ids.ts';
import { paperReader } from '../tables/paper-reader.ts';
import type { RecordPapers } from '../tables/paper-records.ts';

/** How long a removed paper can be restored. */
const restorableMs = dayMs;

interface SavedRow {
  readonly number: number;
  readonly savedAt: Instant;
  readonly note: string | null;
}

type PageBounds = Parameters<ReadingListVerbs['savedPapers']>[1];

/** Verbs of reading lists. */
export function readingListVerbs(db: Connection, keepPapers: RecordPapers): ReadingListVerbs {
  const { numberOf } = paperIdTable(db);
  const list = listReader(db);
  const count = countOf(db);
  const unknownOf = db.reading(unknownFinder(numberOf, count));
  const saveStored = db.atomic(saver(db, numberOf));
  const restore = db.prepare<[string, number | null]>(
    'update saved_papers set removed_at = null where user_id = ? and paper_number = ? and removed_at is not null',
  );
  return {
    async savePapers(request) {
      const unknown = await unknownOf(request);
      if (unknown.length > 0) await keepPapers(unknown, request.at);
      return await saveStored(request);
    },
    savedPapers: db.reading(async (userId: string, { offset, limit }: PageBounds) => ({
      papers: await list.page(userId, limit, offset),
      total: await count(userId),
    })),
    savedPaper: db.reading(async (userId: string, id: PaperId) => await list.one(userId, await numberOf(id))),
    removeSaved: db.atomic(remover(db, numberOf)),
    restoreSaved: db.atomic(
      async (userId: string, id: PaperId, cap: number) =>
        (await count(userId)) < cap && (await restore.run(userId, await numberOf(id))) > 0,
    ),
    noteSaved: db.atomic(async (userId: string, id: PaperId, note: string | null) => {
      const number = await numberOf(id);
      if (number === null) return false;
      const isIt = and(eq(savedPapers.userId, userId), eq(savedPapers.paperNumber, number));
      const noted = db
        .update(savedPapers)
        .set({ note })
        .where(and(isIt, isNull(savedPapers.removedAt)));
      return (await db.run(noted)) > 0;
    }),
  };
}

type NumberFinder = (id: PaperId) => Promise<number | null>;

/** Reads the papers of a list. */
function listReader(db: Connection) {
  const { read } = paperReader(db);
  const columns = 'paper_number as number, saved_at as "savedAt", note';
  const page = db.prepare<[string, number, number], SavedRow>(
    `select ${columns} from saved_papers where user_id = ? and removed_at is null
     order by saved_at desc, paper_number limit ? offset ?`,
  );
  const one = db.prepare<[string, number | null], SavedRow>(
    `select ${columns} from saved_papers where user_id = ? and paper_number = ? and removed_at is null`,
  );
  async function savedOf(rows: readonly SavedRow[]): Promise<readonly SavedPaper[]> {
    const papers = await read(rows.map(({ number }) => number));
    return rows.flatMap(({ savedAt, note }, index) => {
      const paper = papers[index];
      return paper === undefined ? [] : [{ paper, savedAt, note }];
    });
  }
  return {
    page: async (userId: string, limit: number, offset: number): Promise<readonly SavedPaper[]> =>
      await savedOf(await page.all(userId, limit, offset)),
    one: async (userId: string, number: number | null): Promise<SavedPaper | null> =>
      (await savedOf(await one.all(userId, number)))[0] ?? null,
  };
}

function countOf(db: Connection): (userId: string) => Promise<number> {
  const count = db
    .prepare<[string], number>('select count(*) from saved_papers where user_id = ? and removed_at is null')
    .pluck();
  return async (userId) => (await count.get(userId)) ?? 0;
}

/** Finds the papers of a request that are not stored yet. If the list is full, none of them has to be stored. */
function unknownFinder(
  numberOf: NumberFinder,
  count: (userId: string) => Promise<number>,
): (request: SaveRequest) => Promise<readonly Paper[]> {
  return async ({ userId, papers, cap }) => {
    if ((await count(userId)) >= cap) return [];
    const unknown: Paper[] = [];
    for (const paper of papers) if ((await numberOf(paper.id)) === null) unknown.push(paper);
    return unknown;
  };
}

/** Saves papers that are stored, inside the caller's transaction. */
function saver(db: Connection, numberOf: NumberFinder): (request: SaveRequest) => Promise<SaveOutcome> {
  const count = countOf(db);
  const last = db.prepare<[string], Instant | null>('select max(saved_at) from saved_papers where user_id = ?').pluck();
  const isSaved = db
    .prepare<[string, number], number>(
      'select 1 from saved_papers where user_id = ? and paper_number = ? and removed_at is null',
    )
    .pluck();
  const put = db.prepare<[string, number, Instant]>(
    `insert into saved_papers (user_id, paper_number, saved_at) values (?, ?, ?)
     on conflict (user_id, paper_number) do update set saved_at = excluded.saved_at, removed_at = null`,
  );

  /** The papers by their numbers, those that are on the list and the others. */
  async function divided({ userId, papers }: SaveRequest) {
    const [old, fresh] = [new Map<number, PaperId>(), new Map<number, PaperId>()];
    for (const { id } of papers) {
      // Two of the ids can belong to one paper.
      const number = (await numberOf(id)) as number;
      ((await isSaved.get(userId, number)) === undefined ? fresh : old).set(number, id);
    }
    return { old, fresh };
  }

  return async (request) => {
    const { userId, at, cap } = request;
    const { old, fresh } = await divided(request);
    const total = await count(userId);
    if (fresh.size > 0 && total + fresh.size > cap) return { kind: 'cap-reached', total };
    // No two steps have the same time, so that one can be undone by its time.
    const savedAt = Math.max(at, ((await last.get(userId)) ?? 0) + 1);
    for (const number of fresh.keys()) await put.run(userId, number, savedAt);
    const [added, already] = [[...fresh.values()], [...old.values()]];
    return { kind: 'saved', added, already, savedAt, total: await count(userId) };
  };
}

/** Removes papers inside the caller's transaction, and forgets those that were removed long ago. */
function remover(
  db: Connection,
  numberOf: NumberFinder,
): (userId: string, which: SavedSelection, at: Instant) => Promise<number> {
  const removeBy = (column: string) =>
    db.prepare<[Instant, string, number | null]>(
      `update saved_papers set removed_at = ? where user_id = ? and ${column} = ? and removed_at is null`,
    );
  const [byNumber, byTime] = [removeBy('paper_number'), removeBy('saved_at')];
  const forget = db.prepare<[Instant]>('delete from saved_papers where removed_at < ?');
  return async (userId, which, at) => {
    await forget.run(at - restorableMs);
    return 'id' in which
      ? await byNumber.run(at, userId, await numberOf(which.id))
      : await byTime.run(at, userId, which.savedAt);
  };
}
