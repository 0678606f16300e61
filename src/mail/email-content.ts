import type { PaperSection } from './paper-section.ts';
import type { Phrase } from './phrase.ts';

/** Everything that an email of a digest shows. */
export interface EmailContent {
  readonly language: string;
  readonly title: Phrase;
  /** The number of papers and the topics, then the notes. */
  readonly head: readonly Phrase[];
  readonly papers: readonly PaperSection[];
  /** How many papers were announced, how completely, and how to find those that are not shown. */
  readonly counts: Phrase;
  /** Why the reader gets it, and how they end it. */
  readonly foot: readonly Phrase[];
}
