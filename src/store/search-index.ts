/** How far the search index is while it is filled again. */
export interface Indexing {
  /** The share of the stored papers that searches find, from 0 to 1. The newest papers are indexed first. */
  readonly share: number;
}

/**
 * Verbs of the search index. A new version of the bot may compare words in another way, or know more about papers. Then
 * the index is filled again, while searches find the papers that are in it already. Digests do not use it.
 */
export interface SearchIndexVerbs {
  /** Null if every stored paper is indexed. */
  indexing(): Promise<Indexing | null>;
  /** Indexes the next papers, in a step that is short enough to delay nothing else. Null if none is left. */
  indexSome(): Promise<Indexing | null>;
}
