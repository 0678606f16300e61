import { commandTexts } from '../../language/command-texts.ts';
import { english } from '../../language/english.ts';
import { discordLocales, type LanguageName, languageNames } from '../../language/names.ts';

type Texts = Readonly<Record<string, string | undefined>>;

const englishTexts: Texts = english.commands;

/** A word of a command, in each language. */
export const namedAs = (word: string) => ({ name: word, ...localized('name', (name) => wordsIn(name)[word]) });

/**
 * The description of a command or an option, in each language.
 * @throws TypeError if the catalogue does not have it
 */
export function describedAs(key: string, own: string | undefined) {
  const description = englishTexts[key] ?? own;
  if (description === undefined) throw new TypeError(`src/language/english/commands.ts has no text for “${key}”.`);
  return { description, ...localized('description', (name) => textsIn(name)[key]) };
}

/** The description of a command in one language, as Discord shows it. */
export const describedIn = (name: LanguageName, key: string, own?: string): string =>
  textsIn(name)[key] ?? englishTexts[key] ?? own ?? '';

/** The name of a choice, in each language. */
export const choiceNamedAs = (key: string, own: string) => ({
  name: englishTexts[key] ?? own,
  ...localized('name', (name) => textsIn(name)[key]),
});

/** The name of a command in the menu of a message, in each language. */
export const menuNamedAs = (key: keyof typeof english.menus) => ({
  name: english.menus[key],
  ...localized('name', (name) => commandTexts[name].menus[key]),
});

const textsIn = (name: LanguageName): Texts => commandTexts[name].commands;
const wordsIn = (name: LanguageName): Texts => commandTexts[name].words ?? {};

/** Discord's field for the other languages. It is absent where none has the text. */
function localized(field: 'name' | 'description', textIn: (name: LanguageName) => string | undefined) {
  const found = languageNames
    .filter((name) => name !== 'en')
    .flatMap((name) => discordLocales[name].map((locale) => [locale, textIn(name)] as const))
    .filter(([, text]) => text !== undefined);
  return found.length === 0 ? {} : { [`${field}_localizations`]: Object.fromEntries(found) };
}
