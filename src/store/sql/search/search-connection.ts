import type { Connection } from '../connection.ts';
import type { IndexFinder } from './candidates.ts';

/** A database as searches see it. */
export interface SearchedDatabase {
  readonly connection: Connection;
  readonly indexFinder: IndexFinder;
}

/** A connection for searches, which do nothing else on it. */
export interface SearchConnection extends SearchedDatabase {
  close(): Promise<void>;
}
