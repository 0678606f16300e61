import { chinese } from './chinese.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { japanese } from './japanese.ts';
import type { Language } from './language.ts';
import type { LanguageName } from './names.ts';
import { englishLanguage } from './say-english.ts';
import { spanish } from './spanish.ts';

/** Every language. */
export const languages: Readonly<Record<LanguageName, Language>> = {
  en: englishLanguage,
  de: german,
  fr: french,
  es: spanish,
  ja: japanese,
  'zh-CN': chinese,
};
