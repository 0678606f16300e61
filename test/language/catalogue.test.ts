import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/language/create-say.ts';
import { english, type MessageKey } from '../../src/language/english.ts';
import { languages } from '../../src/language/languages.ts';
import { discordLocales, isLanguageName, languageFor, languageNames, ownNames } from '../../src/language/names.ts';

const areas: Readonly<Record<string, Readonly<Record<string, string>>>> = english;
const keys = Object.entries(areas).flatMap(([area, texts]) => Object.keys(texts).map((key) => `${area}.${key}`));
const commandKeys = Object.keys(english.commands);
const raw = (name: (typeof languageNames)[number], key: string): string => {
  const [area = '', ...rest] = key.split('.');
  const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = languages[name].texts;
  return texts[area]?.[rest.join('.')] ?? '';
};

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
/** The elements of a message and of all its choices. `plural` is 6, `select` 5. */
const elementsOf = (elements: readonly Element[]): readonly Element[] =>
  elements.flatMap((element) => [
    element,
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => elementsOf(value)) : []),
  ]);
const read = (text: string, locale: string) =>
  elementsOf(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst());

/** The arguments with their kinds, and the words that a `select` tells apart. */
const argumentsOf = (text: string): readonly string[] =>
  [
    ...new Set(
      read(text, 'en').flatMap((element) => {
        if (element.type === 0 || element.type === 7) return [];
        const words = element.type === 5 ? Object.keys(element.options).toSorted().join('|') : '';
        return [`${'value' in element ? element.value : ''}:${element.type}${words}`];
      }),
    ),
  ].toSorted();

/** What formats a text, and the code in it. In a text with choices, each choice may have its own. */
const markupOf = (text: string): readonly string[] =>
  [...new Set(text.match(/`[^`]*`|\*\*|__|~~|\|\||(?<!\*)\*(?!\*)|^-# |^#+ |^> |https?:\S+/gm) ?? [])].toSorted();

describe.each(languageNames)('the language %s', (name) => {
  const { locale, commandWords } = languages[name];
  const categoriesOf = (type: 'cardinal' | 'ordinal' = 'cardinal') =>
    new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories;

  it('has a name, and locales of Discord that no other has', () => {
    expect(ownNames[name]).not.toBe('');
    expect([name, 'xx'].map(isLanguageName)).toEqual([true, false]);
    expect(discordLocales[name].map(languageFor)).toEqual(discordLocales[name].map(() => name));
    expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toEqual([locale]);
  });

  it('has the keys of English, and no others', () => {
    const shape = (texts: object) =>
      Object.entries(texts).map(([area, inside]) => [area, Object.keys(inside).toSorted()]);
    expect(shape(languages[name].texts).toSorted()).toEqual(shape(areas).toSorted());
  });

  it.each(keys)('%s says the same with the same arguments, markup and code', (key) => {
    const text = raw(name, key);
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
    expect(argumentsOf(text)).toEqual(argumentsOf(raw('en', key)));
    expect(markupOf(text)).toEqual(markupOf(raw('en', key)));
    // Mentions and timestamps are arguments. A command stands in code.
    expect(text).not.toMatch(/@everyone|@here|<[#@:at]|```|(?<![`\w/])\/[a-z]{4}/);
    for (const element of read(text, locale)) {
      if (element.type === 6)
        expect(Object.keys(element.options)).toEqual(expect.arrayContaining(categoriesOf(element.pluralType)));
    }
    expect(textOf(languages[name], key as MessageKey).length).toBeLessThan(2_000);
  });

  it.each(commandKeys)('fits Discord’s limits in the texts of /%s', (key) => {
    expect(raw(name, `commands.${key}`).length).toBeLessThanOrEqual(100);
    expect(raw(name, `commands.${key}`)).not.toMatch(/[{}`*_<>]/);
  });

  it('has words of commands that Discord takes, different ones within a command', () => {
    const words: Readonly<Record<string, string>> = commandWords ?? {};
    for (const word of Object.values(words)) {
      expect(word).toMatch(/^[-_\p{L}\p{N}]{1,32}$/u);
      expect(word).toBe(word.toLowerCase());
    }
    const shown = (word: string) => words[word] ?? word;
    const siblings = Map.groupBy(commandKeys, (key) => (key.includes('.') ? key.split('.')[0] : key.split(' ')[0]));
    for (const [, members] of siblings) {
      const last = [...new Set(members.map((key) => key.split('.')[1] ?? key.split(' ').at(-1) ?? ''))];
      expect(new Set(last.map(shown)).size).toBe(last.length);
    }
  });
});
