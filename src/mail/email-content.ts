import type { DigestLines } from '../wording/digest-lines.ts';
import type { PaperLines } from '../wording/paper-lines.ts';
import type { Spans } from '../wording/spans.ts';

/** Everything that an email of a digest shows. */
export interface EmailContent extends DigestLines {
  readonly language: string;
  readonly papers: readonly PaperLines[];
  /** Why the reader gets it, and how they end it. */
  readonly foot: readonly Spans[];
}
