/**
 * A statement for PostgreSQL.
 * @internal
 */
export interface PostgresStatement {
  readonly text: string;
  readonly values?: readonly unknown[];
  /** A statement with a name is planned once for each connection. */
  readonly name?: string | undefined;
  /** Whether rows are lists of values instead of objects. */
  readonly isRaw?: boolean;
}

export interface PostgresResult {
  readonly rows: readonly unknown[];
  /** How many rows were read or changed. */
  readonly count: number;
  /** What PostgreSQL says that it did, such as `ROLLBACK`. Not every driver tells. */
  readonly command?: string;
}

/**
 * One connection to PostgreSQL, whatever driver it has. After it was lost or closed, it can be made again. It reads numbers
 * of 64 bits and of any length as numbers, and truth values as 1 and 0, as SQLite does.
 */
export interface PostgresClient {
  /** Connects, unless it is connected. */
  connect(withinMs: number): Promise<void>;
  /** @throws NotConnected if there is no connection; then nothing was sent */
  run(statement: PostgresStatement): Promise<PostgresResult>;
  close(): Promise<void>;
}

/** How a client is made. */
export interface ClientOptions {
  /** DATABASE_URL. */
  readonly url: string;
  /** Whether statements may take any time, as migrations do. Others are ended after some seconds. */
  readonly isPatient?: boolean;
  /** Is called when the connection is lost. */
  readonly onLost?: () => void;
}

/** Makes a client that is not connected yet. */
export type MakeClient = (options: ClientOptions) => PostgresClient;

/** The error of a statement that could not be sent, because the connection was lost before. */
export class NotConnected extends Error {
  constructor() {
    super('There is no connection to PostgreSQL.');
    this.name = 'NotConnected';
  }
}

/** The types of PostgreSQL, by their numbers, whose values SQLite has as numbers. */
export const numericTypes = { bool: 16, int8: 20, numeric: 1700 } as const;

/**
 * A value as PostgreSQL can store it. Its texts cannot have the character U+0000, which no reader would see. All numbers of
 * the store are whole, except for moments that were counted with the waits of a service, such as 1.2 seconds.
 */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value;
  return typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : value;
}

export const readNumber = (text: string): number => Number(text);
export const readTruth = (text: string): number => (text === 't' || text === 'true' ? 1 : 0);
