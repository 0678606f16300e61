import type { Paper, PaperId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';

/** A paper on a person's reading list. */
export interface SavedPaper {
  readonly paper: Paper;
  readonly savedAt: Instant;
  /** What the person wrote about it; null if nothing. */
  readonly note: string | null;
}

export interface SaveRequest {
  readonly userId: string;
  /** Each once. Those that are not stored yet are stored; they do not become news. */
  readonly papers: readonly Paper[];
  readonly at: Instant;
  /** The most papers that a list may hold. */
  readonly cap: number;
}

/**
 * - `saved`: `added` are new on the list, all with the time `savedAt`, which no other papers of the list have; `already`
 *   were there before
 * - `cap-reached`: the list holds `total` papers, and the new ones would be too many; nothing was saved
 */
export type SaveOutcome =
  | {
      readonly kind: 'saved';
      readonly added: readonly PaperId[];
      readonly already: readonly PaperId[];
      readonly savedAt: Instant;
      readonly total: number;
    }
  | { readonly kind: 'cap-reached'; readonly total: number };

/** Some papers of a list: one paper, or those that were saved in one step. */
export type SavedSelection = { readonly id: PaperId } | { readonly savedAt: Instant };

interface SavedPage {
  readonly papers: readonly SavedPaper[];
  /** How many papers are on the list. */
  readonly total: number;
}

/** Verbs of reading lists. A list belongs to a person, whichever server they are on. */
export interface ReadingListVerbs {
  /** Puts papers on a person's list, all or none. Those that are there already stay as they are. */
  savePapers(request: SaveRequest): Promise<SaveOutcome>;
  /** The papers of a person's list, those saved last first. */
  savedPapers(userId: string, page: { readonly offset: number; readonly limit: number }): Promise<SavedPage>;
  /** A paper of the list, under any of its ids; null if it is not on it. */
  savedPaper(userId: string, id: PaperId): Promise<SavedPaper | null>;
  /** Takes papers off a person's list, and returns how many. For a day, `restoreSaved` brings each back. */
  removeSaved(userId: string, which: SavedSelection, at: Instant): Promise<number>;
  /**
   * Undoes `removeSaved` for a paper, with its note. False if there is nothing to restore, or no room for it.
   * @param cap the most papers that a list may hold
   */
  restoreSaved(userId: string, id: PaperId, cap: number): Promise<boolean>;
  /** Writes the note of a paper on the list; null deletes it. False if the paper is not on the list. */
  noteSaved(userId: string, id: PaperId, note: string | null): Promise<boolean>;
}
