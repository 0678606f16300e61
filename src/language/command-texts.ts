import { chineseCommands } from './commands/chinese.ts';
import { frenchCommands } from './commands/french.ts';
import { germanCommands } from './commands/german.ts';
import { japaneseCommands } from './commands/japanese.ts';
import { spanishCommands } from './commands/spanish.ts';
import { english } from './english.ts';
import type { CommandTexts } from './language.ts';
import type { LanguageName } from './names.ts';

/** What Discord shows of the commands, in every language. It stands apart from all other texts, which few bots need. */
export const commandTexts: Readonly<Record<LanguageName, CommandTexts>> = {
  en: { words: null, commands: english.commands, menus: english.menus },
  de: germanCommands,
  fr: frenchCommands,
  es: spanishCommands,
  ja: japaneseCommands,
  'zh-CN': chineseCommands,
};
