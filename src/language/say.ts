import { memoByKey } from '../memo.ts';
import { createSay, type Say } from './create-say.ts';
import { languages } from './languages.ts';
import type { LanguageName } from './names.ts';
import { sayEnglish } from './say-english.ts';

export type { Say };

/** The words of a language. Messages are read once. */
export const sayIn = memoByKey(
  100,
  (name: LanguageName): Say => (name === 'en' ? sayEnglish() : createSay(name, languages[name])),
);
