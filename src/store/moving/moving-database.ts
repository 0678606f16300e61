import type { Connection } from '../sql/connection.ts';

/** The last number that each table gave to a row, by the name of the table. */
export type LastNumbers = ReadonlyMap<string, number>;

/** The database that everything is moved from. No bot runs on it until it is closed, and nothing changes in it. */
export interface MovingSource extends AsyncDisposable {
  /** The place of the database, for people. */
  readonly place: string;
  /** The same text for the same database, however its URL is written. */
  readonly identity: string;
  readonly connection: Connection;
  /** The last numbers, as far as the database keeps them beside the rows. */
  lastNumbers(): Promise<LastNumbers>;
}

/** The tables of a database. */
export interface TargetForm {
  readonly tables: readonly string[];
  /** Whether they have the schema of this version. */
  readonly isCurrent: boolean;
}

/** The database that everything is moved to. */
export interface MovingTarget extends AsyncDisposable {
  readonly place: string;
  readonly identity: string;
  /** Whether it stores texts with the character U+0000. */
  readonly storesNul: boolean;
  /**
   * Reads what is there, and changes nothing. Null if there are no tables.
   * @throws StoreError if no move can go there
   */
  look<Result>(read: (connection: Connection, form: TargetForm) => Promise<Result>): Promise<Result | null>;
  /** Keeps bots off until the database is closed, and makes its tables. */
  prepare(): Promise<{ readonly connection: Connection; readonly tables: readonly string[] }>;
  /** The statements that delete all rows of these tables, each of which stands behind those that it refers to, and the index. */
  clearing(tables: readonly string[]): readonly string[];
  /** Does what is left when all rows are there: a number that was given before is not given again. */
  settle(numbers: LastNumbers): Promise<void>;
}
