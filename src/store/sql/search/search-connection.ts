import type { Connection } from '../connection.ts';

/** A connection for searches, which do nothing else on it. */
export interface SearchConnection {
  readonly connection: Connection;
  close(): Promise<void>;
}
