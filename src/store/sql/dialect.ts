import type { FullText } from './full-text.ts';

/** What SQLite and PostgreSQL say differently. Everything else in `store/sql/` is SQL of both. */
export interface Dialect {
  /**
   * A parameter with a JSON list of texts as a table, with the texts in the column `value`. The caller gives the table a
   * name: `from ${dialect.texts('?')} as asked`.
   */
  texts(parameter: string): string;
  /** The same with a JSON list of numbers. */
  numbers(parameter: string): string;
  /**
   * A column with a JSON list of texts as a table, after the table of the column: `cross join ${dialect.textsIn('names')} as
   * name`. The texts are in the column `value`.
   */
  textsIn(column: string): string;
  /** The first text of a column with a JSON list of texts; null if there is none. */
  firstText(column: string): string;
  /** An aggregate: the values of a group as the text of a JSON list, `[]` if there are none. */
  listOf(value: string): string;
  /** An aggregate: names and values of a group as the text of a JSON object, `{}` if there are none. */
  objectOf(name: string, value: string): string;
  /** The greater of two numbers. */
  greater(one: string, other: string): string;
  /** The time of the database, in milliseconds since 1970. */
  readonly now: string;
  /** A hint for SQLite, which has no statistics: the index that it must read. It stands behind the name of a table. */
  by(index: string): string;
  /** A join in this order, which SQLite would change otherwise. `on` follows. */
  readonly joinInOrder: string;
  /** A hint for SQLite: a column that it must not look for in an index. */
  unindexed(column: string): string;
  /**
   * Stands at the end of a query for rows that its caller then claims: it skips rows that somebody else is claiming.
   * SQLite has one writer at a time and needs nothing.
   */
  claiming(table: string): string;
  /**
   * A statement that a transaction runs first if it gives numbers to papers or news: one transaction at a time does, so
   * that the order of the numbers is the order of the commits. SQLite has one writer at a time and needs none.
   */
  readonly lockNumbers: string | null;
  /** A statement after which a transaction may break references, until it ends. Each of them prepares it again. */
  readonly deferReferences: string;
  /** A statement that writes to the disk, and changes nothing that anybody reads. */
  readonly proveWritable: string;
  /** The search index. */
  readonly fullText: FullText;
}
