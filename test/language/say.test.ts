import { IntlMessageFormat } from 'intl-messageformat';
import { expect, it } from 'vitest';
import type { ArgumentsOf } from '../../src/language/arguments.ts';
import type { Values } from '../../src/language/compiled-message.ts';
import { textOf } from '../../src/language/create-say.ts';
import { english, type MessageKey } from '../../src/language/english.ts';
import { languages } from '../../src/language/languages.ts';
import { languageFor, languageNames } from '../../src/language/names.ts';
import { sayIn } from '../../src/language/say.ts';

const say = sayIn('en');
const german = sayIn('de');

it('words a message in a language', () => {
  expect(say('pause.today', { typed: 'now', hint: '…' })).toBe('“now” is today. …');
  expect(german('pause.today', { typed: 'now', hint: '…' })).toBe('„now“ ist heute. …');
});

it('writes commands as the readers type them', () => {
  expect(say('pause.announcedOpen', { person: 'Ada' })).toContain('`/digest resume`');
  expect(german('pause.doneOpen', { channel: '#papers' })).toMatch(/`\/digest \S+`/);
});

it.each(languageNames)('words every message of %s as the library does', (name) => {
  const { locale } = languages[name];
  const say = sayIn(name) as unknown as (key: MessageKey, values: Values) => string;
  const keys = Object.entries(english).flatMap(([area, texts]) => Object.keys(texts).map((key) => `${area}.${key}`));
  for (const key of keys as MessageKey[]) {
    const text = textOf(languages[name], key);
    const names = [...text.matchAll(/\{(\w+)/g)].map(([, argument = '']) => argument);
    for (const count of [0, 1, 2, 3, 11, 12_345]) {
      const values = Object.fromEntries(names.map((argument) => [argument, isCounted(text, argument) ? count : 'x']));
      const library = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
      expect(say(key, values)).toBe(library.format(values));
    }
  }
});

/** Whether an argument is a number. */
const isCounted = (text: string, name: string): boolean =>
  new RegExp(`\\{${name}, (?:number|plural|selectordinal)`).test(text);

it('shows numbers, lists and dates as the language does', () => {
  expect([say, german].map((words) => words.number(12_345))).toEqual(['12,345', '12.345']);
  expect([say, german].map((words) => words.number(6.2))).toEqual(['6.2', '6,2']);
  expect([say, german].map((words) => words.list(['a', 'b', 'c']))).toEqual(['a, b and c', 'a, b und c']);
  expect([say, german].map((words) => words.list(['a', 'b'], 'or'))).toEqual(['a or b', 'a oder b']);
  expect([say, german].map((words) => words.date('2026-06-12'))).toEqual([
    'Friday 12 June 2026',
    'Freitag, 12. Juni 2026',
  ]);
});

it.each([['fr', '12\u202f345', 'a, b ou c', 'vendredi 12 juin 2026']] as const)(
  'shows them in %s',
  (language, number, list, date) => {
    const words = sayIn(language);
    expect([words.number(12_345), words.list(['a', 'b', 'c'], 'or'), words.date('2026-06-12')]).toEqual([
      number,
      list,
      date,
    ]);
  },
);

it.each([
  ['en', 'a, b, c', 'a, b', 'a; b'],
  ['de', 'a, b, c', 'a, b', 'a; b'],
  ['fr', 'a, b, c', 'a, b', 'a\u00a0; b'],
  ['es', 'a, b, c', 'a, b', 'a; b'],
  ['ja', 'a、b、c', 'a、b', 'a；b'],
  ['zh-CN', 'a、b、c', 'a，b', 'a；b'],
] as const)('puts texts side by side in %s', (language, names, facts, clauses) => {
  const { join } = sayIn(language);
  expect(join(['a', 'b', 'c'], 'names')).toBe(names);
  expect(join(['a', 'b'], 'facts')).toBe(facts);
  expect(join(['a', 'b'], 'clauses')).toBe(clauses);
});

it('reads locales of Discord, and takes English for any other', () => {
  expect(['de', 'en-GB', 'sv-SE', '', null, undefined].map(languageFor)).toEqual(['de', 'en', 'en', 'en', 'en', 'en']);
});

it('types the arguments by the text', () => {
  type Text =
    '{n, plural, one {# {what} paper} other {# papers}} of {kind, select, a {x} b {{y}} other {}}, {m, number}';
  const values: ArgumentsOf<Text> = { n: 1, what: 'new', kind: 'a', y: 'z', m: 2 };
  // @ts-expect-error a number
  const noText: ArgumentsOf<Text>['n'] = '1';
  // @ts-expect-error none of the words
  const noWord: ArgumentsOf<Text>['kind'] = 'c';
  expect([values, noText, noWord]).toHaveLength(3);
  // @ts-expect-error an argument that the message does not have
  say('pause.today', { typed: '', hint: '', day: '' });
  // @ts-expect-error a key that there is not
  expect(() => say('pause.nothing')).toThrow('pause.nothing');
  // @ts-expect-error no arguments
  expect(() => say('pause.today')).toThrow();
});
