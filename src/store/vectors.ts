import type { Paper, PaperId } from '../papers/paper.ts';
import type { LocalDate } from '../time.ts';

/**
 * Verbs of the papers' vectors, by which papers of like meaning are found. Each belongs to a version of the table of word
 * vectors. With a new version, and for papers that are new, vectors are computed in steps, the newest papers first.
 */
export interface VectorVerbs {
  /**
   * Computes the vectors of the next papers that have none, in a step that is short enough to delay nothing else. False
   * if none is left, or if the store has no table of word vectors.
   */
  embedSome(): Promise<boolean>;
  /**
   * The papers that are most like a stored one, the most similar first: by their words, and by their vectors as far as
   * these are computed. Duplicates of the paper are left out. Null if the paper is not stored.
   */
  similarPapers(id: PaperId, limit: number): Promise<readonly Paper[] | null>;
  /**
   * The papers whose meaning is nearest to a text, the nearest first, with their scores. With `since`, only papers that
   * were announced on that day or later, and not published before it. Empty if the store has no table of word vectors.
   */
  papersAbout(text: string, limit: number, since?: LocalDate): Promise<readonly PaperAbout[]>;
}

/** A paper, and how much it is about a text; see `scorePaper` in the room of meaning. */
export interface PaperAbout {
  readonly paper: Paper;
  readonly score: number;
}
