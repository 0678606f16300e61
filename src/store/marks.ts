import type { Paper, PaperId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';

/** Verbs for marks: what people say about the papers of a channel's digests. `digestInput` has them all. */
export interface MarkVerbs {
  /**
   * Stores a person's mark on a paper of the channel's digests. There is one mark for each person and paper: the other wish
   * replaces it, and the same wish again takes it back. Null if no digest of the channel has the paper.
   */
  markPaper(mark: NewMark): Promise<MarkOutcome | null>;
  /** Deletes all marks of the channel, and returns how many there were. */
  resetMarks(channelId: string): Promise<number>;
}

/** Whether somebody wants more papers like one, or fewer. */
export type Wish = 'more' | 'less';

export interface NewMark {
  readonly channelId: string;
  readonly userId: string;
  readonly paperId: PaperId;
  readonly wish: Wish;
  readonly at: Instant;
}

export interface MarkOutcome {
  readonly kind: 'marked' | 'changed' | 'taken-back';
  readonly paper: Paper;
}
