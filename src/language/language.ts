import type { Catalogue, CommandWord } from './english.ts';

/** A language: its texts, and how its readers type the commands. */
export interface Language {
  /** The locale for numbers, dates, lists and plurals. */
  readonly locale: string;
  /** The words of the commands. Discord takes at most 32 characters, in lower case and without blanks. */
  readonly commandWords: Readonly<Record<CommandWord, string>> | null;
  readonly texts: Catalogue;
}
