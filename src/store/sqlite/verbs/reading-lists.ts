import type { PaperId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import { dayMs } from '../../../time.ts';
import type { ReadingListVerbs, SavedPaper, SavedSelection, SaveOutcome, SaveRequest } from '../../reading-lists.ts';
import { and, eq, isNull } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
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

/** Verbs of reading lists. */
export function readingListVerbs(db: Database, keepPapers: RecordPapers): ReadingListVerbs {
  const { numberOf } = paperIdTable(db);
  const { read } = paperReader(db);
  const columns = 'paper_number as number, saved_at as savedAt, note';
  const count = countOf(db);
  const page = db.$client.prepare<[string, number, number], SavedRow>(
    `select ${columns} from saved_papers where user_id = ? and removed_at is null
     order by saved_at desc, rowid limit ? offset ?`,
  );
  const one = db.$client.prepare<[string, number | null], SavedRow>(
    `select ${columns} from saved_papers where user_id = ? and paper_number = ? and removed_at is null`,
  );
  const restore = db.$client.prepare<[string, number | null]>(
    'update saved_papers set removed_at = null where user_id = ? and paper_number = ? and removed_at is not null',
  );
  const write = (userId: string, number: number, note: string | null): boolean =>
    db
      .update(savedPapers)
      .set({ note })
      .where(and(eq(savedPapers.userId, userId), eq(savedPapers.paperNumber, number), isNull(savedPapers.removedAt)))
      .run().changes > 0;
  const saveStored = atomic(db, saver(db, numberOf));

  function savedOf(rows: readonly SavedRow[]): readonly SavedPaper[] {
    const papers = read(rows.map(({ number }) => number));
    return rows.flatMap(({ savedAt, note: written }, index) => {
      const paper = papers[index];
      return paper === undefined ? [] : [{ paper, savedAt, note: written }];
    });
  }

  return {
    async savePapers(request) {
      const unknown = request.papers.filter(({ id }) => numberOf(id) === null);
      if (unknown.length > 0 && count(request.userId) < request.cap) await keepPapers(unknown, request.at);
      return await saveStored(request);
    },
    savedPapers: async (userId, { offset, limit }) => ({
      papers: savedOf(page.all(userId, limit, offset)),
      total: count(userId),
    }),
    savedPaper: async (userId, id) => savedOf(one.all(userId, numberOf(id)))[0] ?? null,
    removeSaved: atomic(db, remover(db, numberOf)),
    restoreSaved: atomic(
      db,
      (userId: string, id: PaperId, cap: number) =>
        count(userId) < cap && restore.run(userId, numberOf(id)).changes > 0,
    ),
    noteSaved: atomic(db, (userId: string, id: PaperId, note: string | null) => {
      const number = numberOf(id);
      return number !== null && write(userId, number, note);
    }),
  };
}

function countOf(db: Database): (userId: string) => number {
  const count = db.$client
    .prepare<[string], number>('select count(*) from saved_papers where user_id = ? and removed_at is null')
    .pluck();
  return (userId) => count.get(userId) ?? 0;
}

/** Saves papers that are stored, inside the caller's transaction. */
function saver(db: Database, numberOf: (id: PaperId) => number | null): (request: SaveRequest) => SaveOutcome {
  const count = countOf(db);
  const last = db.$client
    .prepare<[string], Instant | null>('select max(saved_at) from saved_papers where user_id = ?')
    .pluck();
  const isSaved = db.$client
    .prepare<[string, number], number>(
      'select 1 from saved_papers where user_id = ? and paper_number = ? and removed_at is null',
    )
    .pluck();
  const put = db.$client.prepare<[string, number, Instant]>(
    `insert into saved_papers (user_id, paper_number, saved_at) values (?, ?, ?)
     on conflict (user_id, paper_number) do update set saved_at = excluded.saved_at, removed_at = null`,
  );
  return ({ userId, papers, at, cap }) => {
    // Two of the ids can belong to one paper.
    const byNumber = new Map(papers.map(({ id }) => [numberOf(id), id]));
    const numbered = Array.from(byNumber, ([number, id]) => ({ id, number: number as number })).map((one) => ({
      ...one,
      isOld: isSaved.get(userId, one.number) === 1,
    }));
    const fresh = numbered.filter(({ isOld }) => !isOld);
    const total = count(userId);
    if (fresh.length > 0 && total + fresh.length > cap) return { kind: 'cap-reached', total };
    // No two steps have the same time, so that one can be undone by its time.
    const savedAt = Math.max(at, (last.get(userId) ?? 0) + 1);
    for (const { number } of fresh) put.run(userId, number, savedAt);
    return {
      kind: 'saved',
      added: fresh.map(({ id }) => id),
      already: numbered.filter(({ isOld }) => isOld).map(({ id }) => id),
      savedAt,
      total: count(userId),
    };
  };
}

/** Removes papers inside the caller's transaction, and forgets those that were removed long ago. */
function remover(
  db: Database,
  numberOf: (id: PaperId) => number | null,
): (userId: string, which: SavedSelection, at: Instant) => number {
  const removeBy = (column: string) =>
    db.$client.prepare<[Instant, string, number | null]>(
      `update saved_papers set removed_at = ? where user_id = ? and ${column} = ? and removed_at is null`,
    );
  const [byNumber, byTime] = [removeBy('paper_number'), removeBy('saved_at')];
  const forget = db.$client.prepare<[Instant]>('delete from saved_papers where removed_at < ?');
  return (userId, which, at) => {
    forget.run(at - restorableMs);
    return 'id' in which
      ? byNumber.run(at, userId, numberOf(which.id)).changes
      : byTime.run(at, userId, which.savedAt).changes;
  };
}
