import type { Catalogue, CommandWord } from './english.ts';

/** A language: its texts, and how its readers type the commands. */
export interface Language {
  /** The locale for numbers, dates, lists and plurals. */
  readonly locale: string;
  readonly commandWords: CommandTexts['words'];
  readonly texts: Catalogue;
}

/** What Discord shows of the commands in a language. */
export interface CommandTexts {
  /** The words of the commands. Discord takes at most 32 characters, in lower case and without blanks. Null in English. */
  readonly words: Readonly<Record<CommandWord, string>> | null;
  readonly commands: Catalogue['commands'];
  readonly menus: Catalogue['menus'];
}
