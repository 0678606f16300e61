/**
 * - `bad-url`: DATABASE_URL names no database that this store can open
 * - `unwritable`: the folder or the file cannot be made or written
 * - `full`: the disk has no room left
 * - `not-a-database`: the file is something else, or damaged
 * - `damaged`: it is Paperboy's database, and damaged
 * - `in-use`: another Paperboy runs on it
 * - `foreign-database`: the file is another program's database
 * - `newer-database`: a newer Paperboy has changed the database
 * - `busy`: another program holds the database and does not let go
 * - `not-durable`: the place cannot keep what it is given through a power cut
 * - `closed`: the store was closed before it could answer
 * - `search-failed`: the search thread ended twice at the same search, or could not make sense of it
 * - `unknown`: the verb names a channel, paper or delivery that is not stored
 * - `conflict`: the verb contradicts what was stored meanwhile; look again and decide anew
 */
export type StoreErrorCode =
  | 'bad-url'
  | 'unwritable'
  | 'full'
  | 'not-a-database'
  | 'damaged'
  | 'in-use'
  | 'foreign-database'
  | 'newer-database'
  | 'busy'
  | 'not-durable'
  | 'closed'
  | 'search-failed'
  | 'unknown'
  | 'conflict';

/** What the store refuses. `message` says what happened, why, and what to do next, in words for the bot's host. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
