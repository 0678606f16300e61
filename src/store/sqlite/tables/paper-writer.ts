import { isDeepStrictEqual } from 'node:util';
import { matchKey } from '../../../digests/duplicates/duplicates.ts';
import type { Paper } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import { type IndexTokens, indexTokens, type StemReader } from '../../../topics/matching/index-tokens.ts';
import { type Column, getTableColumns, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { papers } from '../schema/paper-schema.ts';
import { parametersOf } from '../schema/parameters.ts';
import { tokenWriter } from '../search/search-index.ts';
import { matchKeyWriter } from './match-keys.ts';
import { changeWriter } from './paper-changes.ts';
import { columnsOf, type PaperRow, paperOf } from './paper-rows.ts';
import { vectorGapWriter } from './paper-vectors.ts';
import { upvoteWriter } from './upvote-counts.ts';

/** What is written beside a paper: its tokens in the full-text index and its match key. */
export interface PaperTokens {
  readonly tokens: IndexTokens;
  readonly key: number | null;
}

export type TokenReader = (paper: Paper, stemsIn?: StemReader) => PaperTokens;

export const readTokens: TokenReader = (paper, stemsIn) => ({
  tokens: indexTokens(paper, stemsIn),
  key: matchKey(paper),
});

/** Writes papers, their tokens in the full-text index and their match keys, and notes which vectors are missing. */
export function paperWriter(db: Database) {
  const { number, firstSeenAt: _, ...changing } = parametersOf(getTableColumns(papers));
  const insert = paperInserter(db);
  const update = db.update(papers).set(changing).where(sql`${papers.number} = ${number}`).prepare();
  const putTokens = tokenWriter(db);
  const putKey = matchKeyWriter(db);
  const putGap = vectorGapWriter(db);
  const upvotes = upvoteWriter(db);
  const noteChanges = changeWriter(db);

  function putIndexed(number: number, paper: Paper, read: TokenReader): void {
    const { tokens, key } = read(paper);
    putTokens(number, tokens);
    putKey(number, key);
    putGap(number);
  }

  return {
    /**
     * @param stored the paper's stored row, or null
     * @param read what is written beside the paper, for callers that read some papers already
     */
    write(number: number, stored: PaperRow | null, paper: Paper, at: Instant, read = readTokens): void {
      const columns = { ...columnsOf(paper), number, changedAt: at };
      if (stored === null) {
        insert({ ...columns, firstSeenAt: at });
        upvotes.keep(number, null, columns.upvotes, at);
        putIndexed(number, paper, read);
        return;
      }
      const before = paperOf(stored);
      if (isDeepStrictEqual(before, paper)) return;
      update.run(columns);
      upvotes.keep(number, stored.upvotes, columns.upvotes, at);
      noteChanges(number, before, paper, at);
      if (readsTheSame(before, paper)) return;
      putIndexed(number, paper, read);
    },
  };
}

/**
 * Inserts rows of papers. Drizzle would look for its placeholders in each of them, which takes longer than SQLite does.
 * Without RETURNING, which SQLite runs as a trigger: the full-text index would flush its buffer for each paper, and a
 * large listing would take twice as long.
 */
function paperInserter(db: Database): (row: PaperRow) => void {
  const columns = Object.entries(getTableColumns(papers)) as [keyof PaperRow, Column][];
  const names = columns.map(([, { name }]) => name);
  const insert = db.$client.prepare<[readonly unknown[]]>(
    `insert into papers (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
  );
  return (row) => {
    insert.run(columns.map(([field, column]) => (row[field] === null ? null : column.mapToDriverValue(row[field]))));
  };
}

/** Whether both papers have the same tokens in the full-text index. It does not contain counts, which change daily. */
const readsTheSame = (one: Paper, other: Paper): boolean => isDeepStrictEqual(withoutCounts(one), withoutCounts(other));

const withoutCounts = ({ extras, ...paper }: Paper) => ({
  ...paper,
  extras: { ...extras, upvotes: 0, codeStars: 0, citations: 0 },
});
