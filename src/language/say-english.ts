import { memoByObject } from '../memo.ts';
import { createSay, type Say } from './create-say.ts';
import { english } from './english.ts';
import type { Language } from './language.ts';

/** English, in which the other languages are translated. */
export const englishLanguage: Language = { locale: 'en-GB', commandWords: null, texts: english };

const sayOf = memoByObject((language: Language): Say => createSay('en', language));

/** The words of English. Callers that need no other language use it, because loading all of them takes long. */
export const sayEnglish = (): Say => sayOf(englishLanguage);
