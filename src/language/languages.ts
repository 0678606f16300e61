import { createRequire } from 'node:module';
import type { Language } from './language.ts';
import type { LanguageName } from './names.ts';
import { englishLanguage } from './say-english.ts';

const load = createRequire(import.meta.url);

/** Every language. Each takes half a megabyte, so it is loaded when somebody reads it. */
export const languages: Readonly<Record<LanguageName, Language>> = {
  en: englishLanguage,
  get de() {
    return (load('./german.ts') as typeof import('./german.ts')).german;
  },
  get fr() {
    return (load('./french.ts') as typeof import('./french.ts')).french;
  },
  get es() {
    return (load('./spanish.ts') as typeof import('./spanish.ts')).spanish;
  },
  get ja() {
    return (load('./japanese.ts') as typeof import('./japanese.ts')).japanese;
  },
  get 'zh-CN'() {
    return (load('./chinese.ts') as typeof import('./chinese.ts')).chinese;
  },
};
