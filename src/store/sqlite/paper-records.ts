import { isDeepStrictEqual } from 'node:util';
import type { SQL } from 'drizzle-orm';
import { type AnnounceType, isNews, type LocalDate, weightier } from '../../papers/listing.ts';
import { mergePapers } from '../../papers/merge.ts';
import type { Paper, PaperId } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { IndexTokens } from '../../topics/index-tokens.ts';
import type { Database } from './database.ts';
import { eq, getTableColumns, sql } from './drizzle.ts';
import { columnsOf, type PaperRow, paperOf } from './paper-rows.ts';
import { papers } from './schema.ts';
import { tokenWriter } from './search-index.ts';

/** What recording did to a paper, and by which number it is known in the tables. */
export interface PaperRecord {
  readonly number: number;
  readonly change: 'fresh' | 'updated' | 'unchanged';
}

/** How a paper is announced. */
export interface Announcement {
  readonly announceType: AnnounceType;
  readonly date: LocalDate;
  readonly at: Instant;
}

/**
 * Records papers one by one, inside the caller's transaction: merges each with what is stored, writes what changed and
 * nothing else, and gives it a news number with its first announcement that is news. It gets another one when its
 * categories are told: topics that ask for a category had no chance to match it before.
 */
export function paperRecorder(
  db: Database,
  tokensOf: (paper: Paper) => IndexTokens,
): (paper: Paper, announcement: Announcement) => PaperRecord {
  const find = paperFinder(db);
  const papersTable = paperWriter(db, tokensOf);
  const newsTable = newsWriter(db);

  function keepPaper(paper: Paper, stored: ReturnType<typeof find>, at: Instant): PaperRecord {
    if (stored === undefined) return { number: papersTable.insert(paper, at), change: 'fresh' };
    const before = paperOf(stored);
    // Through the columns and back: what is not stored of a paper must not make it look changed.
    const after = paperOf(columnsOf(mergePapers(before, paper)));
    if (isDeepStrictEqual(before, after)) return { number: stored.number, change: 'unchanged' };
    papersTable.update(stored.number, before, after, at);
    return { number: stored.number, change: 'updated' };
  }

  return (paper, announcement) => {
    const stored = find(paper.id);
    const record = keepPaper(paper, stored, announcement.at);
    const newsType = stored?.newsType ?? null;
    const isClassified = stored?.categories.length === 0 && paper.categories.length > 0;
    if (newsType !== null && isClassified) newsTable.renew(record.number, newsType, announcement);
    else if (isNews(announcement.announceType)) newsTable.keep(record.number, newsType, announcement);
    return record;
  };
}

/** A paper's row, with the type under which it became news, or null where it did not. */
function paperFinder(db: Database) {
  // Not by a join: where more than one table has a say in the plan, SQLite plans anew for each value, in ten times the
  // time that the look-up takes.
  const newsType = sql<AnnounceType | null>`(
    select announce_type from news where news.paper_number = papers.number)`;
  const byId = db
    .select({ ...getTableColumns(papers), newsType })
    .from(papers)
    .where(eq(papers.id, sql.placeholder('id')))
    .prepare();
  return (id: PaperId) => byId.get({ id });
}

/** Writes papers, together with their tokens in the full-text index. */
function paperWriter(db: Database, tokensOf: (paper: Paper) => IndexTokens) {
  const { number, firstSeenAt, ...changing } = paperParameters();
  // Without RETURNING: SQLite runs that as a trigger, for which it makes the full-text index write out all that it has
  // gathered so far, at each paper, and a large listing then takes twice as long.
  const insert = db
    .insert(papers)
    .values({ ...changing, firstSeenAt })
    .prepare();
  const update = db.update(papers).set(changing).where(sql`${papers.number} = ${number}`).prepare();
  const putTokens = tokenWriter(db);

  return {
    insert(paper: Paper, at: Instant): number {
      const number = Number(insert.run({ ...columnsOf(paper), firstSeenAt: at, changedAt: at }).lastInsertRowid);
      putTokens(number, tokensOf(paper));
      return number;
    },
    update(number: number, before: Paper, after: Paper, at: Instant): void {
      update.run({ ...columnsOf(after), number, changedAt: at });
      if (!readsTheSame(before, after)) putTokens(number, tokensOf(after));
    },
  };
}

/** A named parameter for each column, to be encoded as the column is. */
const paperParameters = (): Record<keyof PaperRow, SQL> =>
  Object.fromEntries(
    Object.entries(getTableColumns(papers)).map(([name, column]) => [
      name,
      sql`${sql.param(sql.placeholder(name), column)}`,
    ]),
  ) as Record<keyof PaperRow, SQL>;

/** Whether the full-text index would hold the same of both: of what moves each day, upvotes, it holds nothing. */
const readsTheSame = (one: Paper, other: Paper): boolean => isDeepStrictEqual(withoutCounts(one), withoutCounts(other));

const withoutCounts = ({ extras, ...paper }: Paper) => ({ ...paper, extras: { ...extras, upvotes: 0, codeStars: 0 } });

function newsWriter(db: Database) {
  const insert = db.$client.prepare<[number, Instant, LocalDate, AnnounceType]>(
    'insert into news (paper_number, at, date, announce_type) values (?, ?, ?, ?)',
  );
  const raise = db.$client.prepare<[AnnounceType, number]>('update news set announce_type = ? where paper_number = ?');
  const remove = db.$client.prepare<[number]>('delete from news where paper_number = ?');
  return {
    /** Makes the paper news, or lets a weightier announcement of it count. */
    keep(paperNumber: number, newsType: AnnounceType | null, { announceType, date, at }: Announcement): void {
      if (newsType === null) insert.run(paperNumber, at, date, announceType);
      else if (announceType !== newsType && weightier(announceType, newsType) === announceType)
        raise.run(announceType, paperNumber);
    },
    /** Makes a paper that is news already news again. */
    renew(paperNumber: number, newsType: AnnounceType, { announceType, date, at }: Announcement): void {
      // Not by an update: AUTOINCREMENT gives numbers that were never given to new rows alone.
      remove.run(paperNumber);
      insert.run(paperNumber, at, date, weightier(newsType, announceType));
    },
  };
}
