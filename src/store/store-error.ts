/**
 * - `bad-url`: DATABASE_URL names no database that this store can open
 * - `missing`: there is no database, or an empty one, where there must be one
 * - `unwritable`: the folder or the file cannot be made or written
 * - `full`: the disk is full
 * - `not-a-database`: the file is not a database, or damaged
 * - `damaged`: it is Paperboy's database, and damaged
 * - `in-use`: another Paperboy uses it
 * - `foreign-database`: the file is another program's database
 * - `newer-database`: a newer Paperboy has changed the database
 * - `older-database`: a bot of this version has to start on the database once, before it can be moved
 * - `half-moved`: a move to the database has begun and not ended
 * - `unmovable`: the other database cannot store something that this one has
 * - `busy`: another program holds a lock on the database
 * - `unreachable`: the server of the database does not answer; it may again
 * - `access-denied`: the server refuses the login, or its user has too few rights
 * - `no-database`: the server has no database of that name
 * - `unsuitable-server`: the server is too old, or cannot be reached as DATABASE_URL says
 * - `elsewhere`: another program does this for this kind of database
 * - `not-durable`: data would not survive a power cut in this place
 * - `closed`: the store was closed before it could answer
 * - `search-failed`: the search thread ended twice at the same search, or could not read its topic
 * - `unknown`: the verb names a channel, paper or delivery that is not stored
 * - `conflict`: the verb contradicts what was stored meanwhile; read again and decide again
 */
export type StoreErrorCode =
  | 'bad-url'
  | 'missing'
  | 'unwritable'
  | 'full'
  | 'not-a-database'
  | 'damaged'
  | 'in-use'
  | 'foreign-database'
  | 'newer-database'
  | 'older-database'
  | 'half-moved'
  | 'unmovable'
  | 'busy'
  | 'unreachable'
  | 'access-denied'
  | 'no-database'
  | 'unsuitable-server'
  | 'elsewhere'
  | 'not-durable'
  | 'closed'
  | 'search-failed'
  | 'unknown'
  | 'conflict';

/** An error of the store. `message` tells the bot's host what happened, why, and what to do next. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
