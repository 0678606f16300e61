import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { Dialect } from './dialect.ts';

/**
 * drizzle's builders of statements. The tables are declared once, as tables of SQLite, and PostgreSQL's dialect turns
 * the same builders into its own language. A statement is run by `Connection`, and never by methods of its own, which
 * differ between the dialects.
 */
type Builders = Pick<
  BaseSQLiteDatabase<'async', unknown>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'
>;

/** A verb of the store, such as `subscribe`. */
export type Verb<Given extends unknown[], Result> = (...given: Given) => Promise<Result>;

/** A verb that answers many calls: it gets the arguments of each, and returns the results in the same order. */
export type VerbOfMany<Given extends unknown[], Result> = (calls: readonly Given[]) => Promise<readonly Result[]>;

/**
 * One connection to a database: what the verbs of the store run their statements on. It does one verb at a time, so that
 * a verb never sees half of another. A store has one connection to a file of SQLite, and several to PostgreSQL, each with
 * statements of its own.
 */
export interface Connection extends Builders {
  readonly dialect: Dialect;

  /** Makes a verb atomic: it happens completely or not at all, as if no other verb ran at the same time. */
  atomic<Given extends unknown[], Result>(verb: Verb<Given, Result>): Verb<Given, Result>;
  /** Like `atomic`, for verbs that come in bursts: the database may make one commit for several of them. */
  shared<Given extends unknown[], Result>(verb: Verb<Given, Result>): Verb<Given, Result>;
  /**
   * Like `shared`, for a verb that answers many calls with few statements: it gets all calls that come within a turn of the
   * event loop. If it fails, it is run for each of them alone, so that each succeeds or fails independently.
   */
  together<Given extends unknown[], Result>(verb: VerbOfMany<Given, Result>): Verb<Given, Result>;
  /**
   * Makes a verb that is one statement, changes rows of its own kind, and does no harm if it runs twice. PostgreSQL runs
   * it without a transaction around it, so that calls for the same row wait for each other. Atomic ones would be repeated.
   */
  single<Given extends unknown[], Result>(verb: Verb<Given, Result>): Verb<Given, Result>;
  /** Makes a verb that only reads: its statements see the database as of one moment. */
  reading<Given extends unknown[], Result>(verb: Verb<Given, Result>): Verb<Given, Result>;
  /** Like `reading`, for a verb that runs one statement at most: it needs no transaction. */
  asking<Given extends unknown[], Result>(verb: Verb<Given, Result>): Verb<Given, Result>;

  /** The rows of a statement that drizzle built. */
  all<Row>(query: PromiseLike<readonly Row[]>): Promise<Row[]>;
  /** Its first row. */
  get<Row>(query: PromiseLike<readonly Row[]>): Promise<Row | undefined>;
  /** Runs a statement that drizzle built, and says how many rows it changed. */
  run(query: PromiseLike<unknown>): Promise<number>;

  /** Prepares a statement that drizzle built, for values of its placeholders. */
  prepared<Row>(query: PromiseLike<readonly Row[]>): PreparedQuery<Row>;
  /** Prepares a statement that drizzle built and that returns no rows. */
  preparedChange(query: PromiseLike<unknown>): PreparedChange;

  /**
   * Prepares a statement in SQL that both databases understand. Parameters are `?`, or `:name` with one object for all.
   * Names of results in camel case have to be quoted, because PostgreSQL ignores the case of others.
   */
  prepare<Given extends unknown[] | object, Row = unknown>(statement: string): Statement<Given, Row>;

  /** Turns an error of the database into a store error, if the bot's host can do something about it. */
  asStoreError(error: unknown): unknown;
}

type Values = Readonly<Record<string, unknown>>;

export interface PreparedQuery<Row> {
  all(values?: Values): Promise<Row[]>;
  get(values?: Values): Promise<Row | undefined>;
}

export interface PreparedChange {
  /** How many rows were changed. */
  run(values?: Values): Promise<number>;
}

type GivenTo<Given extends unknown[] | object> = Given extends unknown[] ? Given : [values: Given];

/** A prepared statement. */
export interface Statement<Given extends unknown[] | object, Row> {
  all(...given: GivenTo<Given>): Promise<Row[]>;
  get(...given: GivenTo<Given>): Promise<Row | undefined>;
  /** How many rows were changed. */
  run(...given: GivenTo<Given>): Promise<number>;
  /** The same statement, whose rows are the values of its first column. */
  pluck(): Statement<Given, Row>;
  /** The same statement, whose rows are lists of values. */
  raw(): Statement<Given, Row>;
}
