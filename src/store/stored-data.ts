/** Verbs for people and servers that want to see or delete what is stored about them. */
export interface StoredDataVerbs {
  /** Everything that is stored of the owner, by table, without the messages themselves. */
  storedData(owner: DataOwner): Promise<StoredData>;
  /**
   * Deletes everything of the owner in one step. Nothing is deleted while one of their messages is being sent, because
   * its outcome would have no row.
   */
  eraseData(owner: DataOwner): Promise<ErasureOutcome>;
}

/**
 * Whose data it is. That of a guild is everything of its channels. That of a person is their personal digest, and every row
 * with their id, on whatever server.
 */
export type DataOwner = { readonly guildId: string } | { readonly userId: string };

/** The rows of each table that has some. Papers are named by their ids. */
export type StoredData = Readonly<Record<string, readonly StoredRow[]>>;

type StoredRow = Readonly<Record<string, unknown>>;

export type ErasureOutcome =
  | {
      readonly kind: 'erased';
      /** How many rows were deleted. */
      readonly rows: number;
    }
  | { readonly kind: 'sending' };
