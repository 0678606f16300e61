import type { AuthorRegistry } from '../papers/author-id.ts';
import type { GivenPaper } from '../papers/given-paper.ts';

/** An author as a service describes them. */
export interface AuthorPapers {
  /** Empty if the service does not say it. */
  readonly name: string;
  /** The newest first, as many as one request brings. */
  readonly papers: readonly GivenPaper[];
}

/** A service that knows the papers of authors. It is asked when somebody names an author, and at no other time. */
export interface AuthorService {
  /** The name for people: `OpenAlex`. */
  readonly name: string;
  readonly registries: readonly AuthorRegistry[];
  /**
   * The author and their papers, or null if the service does not know them.
   * @throws SourceError if the service fails
   */
  papersOf(
    id: { readonly registry: AuthorRegistry; readonly id: string },
    signal: AbortSignal,
  ): Promise<AuthorPapers | null>;
}
