import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { japanese } from './japanese.ts';
import type { Language } from './language.ts';
import type { LanguageName } from './names.ts';
import { spanish } from './spanish.ts';

/** Every language. */
export const languages: Readonly<Record<LanguageName, Language>> = {
  en: { locale: 'en-GB', commandWords: null, texts: english },
  de: german,
  fr: french,
  es: spanish,
  ja: japanese,
  'zh-CN': chinese,
};
