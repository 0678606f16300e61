import { isDeepStrictEqual } from 'node:util';
import { matchKey } from '../../../digests/duplicates/duplicates.ts';
import type { Paper } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import { type IndexTokens, indexTokens, type StemReader } from '../../../topics/matching/index-tokens.ts';
import type { Connection } from '../connection.ts';
import { type Column, getTableColumns, sql } from '../drizzle.ts';
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
export function paperWriter(db: Connection) {
  const { number, firstSeenAt: _, ...changing } = parametersOf(getTableColumns(papers));
  const insert = paperInserter(db);
  const update = db.preparedChange(db.update(papers).set(changing).where(sql`${papers.number} = ${number}`));
  const putTokens = tokenWriter(db);
  const putKey = matchKeyWriter(db);
  const putGap = vectorGapWriter(db);
  const upvotes = upvoteWriter(db);
  const noteChanges = changeWriter(db);

  async function putIndexed(number: number, paper: Paper, read: TokenReader): Promise<void> {
    const { tokens, key } = read(paper);
    await putTokens(number, tokens);
    await putKey(number, key);
    await putGap(number);
  }

  return {
    /**
     * @param stored the paper's stored row, or null
     * @param read what is written beside the paper, for callers that read some papers already
     */
    async write(
      number: number,
      stored: PaperRow | null,
      paper: Paper,
      at: Instant,
      read: TokenReader = readTokens,
    ): Promise<void> {
      const columns = { ...columnsOf(paper), number, changedAt: at };
      if (stored === null) {
        await insert({ ...columns, firstSeenAt: at });
        await upvotes.keep(number, null, columns.upvotes, at);
        await putIndexed(number, paper, read);
        return;
      }
      const before = paperOf(stored);
      if (isDeepStrictEqual(before, paper)) return;
      await update.run(columns);
      await upvotes.keep(number, stored.upvotes, columns.upvotes, at);
      await noteChanges(number, before, paper, at);
      if (!readsTheSame(before, paper)) await putIndexed(number, paper, read);
    },
  };
}

/**
 * Inserts rows of papers. Drizzle would look for its placeholders in each of them, which takes longer than SQLite does.
 * Without RETURNING, which SQLite runs as a trigger: its full-text index would flush its buffer for each paper, and a
 * large listing would take twice as long.
 */
function paperInserter(db: Connection): (row: PaperRow) => Promise<void> {
  const columns = Object.entries(getTableColumns(papers)) as [keyof PaperRow, Column][];
  const names = columns.map(([, { name }]) => name);
  const insert = db.prepare<[readonly unknown[]]>(
    `insert into papers (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
  );
  return async (row) => {
    await insert.run(
      columns.map(([field, column]) => (row[field] === null ? null : column.mapToDriverValue(row[field]))),
    );
  };
}

/** Whether both papers have the same tokens in the full-text index. It does not contain counts, which change daily. */
const readsTheSame = (one: Paper, other: Paper): boolean => isDeepStrictEqual(withoutCounts(one), withoutCounts(other));

const withoutCounts = ({ extras, ...paper }: Paper) => ({
  ...paper,
  extras: { ...extras, upvotes: 0, codeStars: 0, citations: 0 },
});
