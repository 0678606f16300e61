/** The languages, by the code that is stored and that `Intl` knows. English is the source of the others. */
export const languageNames = ['en', 'de', 'fr', 'es', 'ja', 'zh-CN'] as const;

export type LanguageName = (typeof languageNames)[number];

const defaultLanguage: LanguageName = 'en';

/** How each language calls itself. */
export const ownNames: Readonly<Record<LanguageName, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
  'zh-CN': '简体中文',
};

/** The languages of Discord's client in which each language is shown. */
export const discordLocales: Readonly<Record<LanguageName, readonly string[]>> = {
  en: ['en-US', 'en-GB'],
  de: ['de'],
  fr: ['fr'],
  es: ['es-ES', 'es-419'],
  ja: ['ja'],
  'zh-CN': ['zh-CN'],
};

/**
 * Whether a text is the code of a language that there is.
 * @internal
 */
export const isLanguageName = (text: string): text is LanguageName => languageNames.some((name) => name === text);

/** The language of that code. An unknown code, such as one of a newer version, gives English, as none does. */
export const readLanguageName = (text: string | null): LanguageName =>
  text !== null && isLanguageName(text) ? text : defaultLanguage;

/** The language for a locale of Discord. It is English if there is none, or if the locale is unknown. */
export const languageFor = (locale: string | null | undefined): LanguageName =>
  languageNames.find((name) => locale !== undefined && locale !== null && discordLocales[name].includes(locale)) ??
  defaultLanguage;
