import type { Meaning } from '../meaning/meaning.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { MovingSource, MovingTarget } from './moving/moving-database.ts';
import type { Store } from './store.ts';

/** A kind of database that can hold a store: how it is opened, backed up, restored and moved. */
export interface Database {
  /**
   * Opens the store, and migrates the database first. A file is backed up before it is migrated; the host of a server
   * makes backups of it.
   * @throws StoreError if the database cannot be used, or is missing and must exist; its message is for the host
   */
  open(options: OpenOptions): Promise<Store>;
  /**
   * Copies the database into a new file while the bot runs, as of one moment, and checks the copy.
   * @param onProgress is called several times a second, if it is given
   * @throws StoreError if there is nothing to copy, the file exists, or it cannot be written; `elsewhere` if another
   *   program does it
   */
  backUp(url: string, target: string, onProgress?: (progress: CopyProgress) => void): Promise<DatabaseContents>;
  /**
   * Puts a backup in the place of the database.
   * @throws StoreError if the backup cannot be used or the bot is running; then nothing has changed. `elsewhere` if
   *   another program does it
   */
  restore(
    url: string,
    source: string,
    at: Instant,
    onProgress?: (progress: CopyProgress) => void,
  ): Promise<Restoration>;
  /**
   * Checks the database and its place, and changes nothing. The bot may be running.
   * @throws StoreError if the database cannot be used; its message is for the host
   */
  examine(url: string): Promise<DatabaseExamination>;
  /** Whether a bot runs on this database. */
  hasBot(url: string): Promise<boolean>;
  /**
   * Opens the database to move everything out of it. Until it is closed, no bot can start on it.
   * @throws StoreError if there is nothing to move, or a bot runs on it
   */
  openAsSource(url: string): Promise<MovingSource>;
  /**
   * Opens the database to move everything into it. Nothing is changed before `MovingTarget.prepare`.
   * @throws StoreError if the database cannot be used
   */
  openAsTarget(url: string): Promise<MovingTarget>;
}

export interface OpenOptions {
  /** DATABASE_URL, such as `file:data/paperboy.db` or `postgres://user:password@localhost/paperboy`. */
  readonly url: string;
  /** Whether this is the bot: only one bot may run on a database, and it checks the database for damage first. */
  readonly isBot?: boolean;
  /** Whether the database must exist, because the caller only reads. Nothing is created then. */
  readonly mustExist?: boolean;
  /** The table that topics are read with. Without it, topics that need one cannot be read. */
  readonly meaning?: Meaning;
  /** Whether searches run in the caller's thread. By default, they have a separate one, which takes long to start. */
  readonly searchesHere?: boolean;
  /** The time, in the name of a backup; by default the real time. */
  readonly at?: Instant;
  /** Is called with the path of the backup, if one was made because the database was migrated. */
  readonly onBackup?: (path: string) => void;
  /**
   * Is called once when the connection to the server of the database is lost, and once when it is back. The reason is
   * that of the loss.
   */
  readonly onConnection?: (state: 'lost' | 'back', reason: string) => void;
  /** Ends the wait for a server that cannot be reached yet. */
  readonly signal?: AbortSignal;
}

/** How far a backup or a restoration is. */
export type CopyProgress =
  | {
      readonly kind: 'copying';
      /** From 0 to 1. */
      readonly share: number;
    }
  | { readonly kind: 'checking' };

/** The contents of a database, for the host. */
export interface DatabaseContents {
  /** The place of the database, for people. */
  readonly path: string;
  readonly bytes: number;
  readonly papers: number;
  readonly channels: number;
  readonly subscriptions: number;
  /** Messages that are not posted yet. */
  readonly openDeliveries: number;
  /** The date of the newest listing, which shows how old the database is; null if there is none. */
  readonly newestListing: LocalDate | null;
}

/** What a check of a database found. */
export interface DatabaseExamination {
  /** The place of the database, for people. */
  readonly path: string;
  /** Null if the database is on a server. */
  readonly place: DatabasePlace | null;
  /** Null if there is no database yet. */
  readonly contents: DatabaseContents | null;
  /** Whether it has the schema of this version. If not, the next start migrates it. */
  readonly isCurrent: boolean;
  /** The newest listing of each source, and when one was last pulled. */
  readonly pulls: readonly { readonly source: SourceId; readonly date: LocalDate; readonly at: Instant }[];
}

/** The disk that a database is on. */
export interface DatabasePlace {
  readonly freeBytes: number;
  readonly fileSystem: {
    /** Null if it is not known. */
    readonly name: string | null;
    /** Whether files outlive a restart of the machine or the container. */
    readonly keeps: boolean;
  };
}

export interface Restoration {
  readonly contents: DatabaseContents;
  /** The file that keeps the earlier database; null if there was none. */
  readonly keptAs: string | null;
}
