import { expect, it } from 'vitest';
import type { ArgumentsOf } from '../../src/language/arguments.ts';
import { languageFor } from '../../src/language/names.ts';
import { sayIn } from '../../src/language/say.ts';

const english = sayIn('en');
const german = sayIn('de');

it('words a message in a language', () => {
  expect(english('pause.today', { typed: 'now', hint: '…' })).toBe('“now” is today. …');
  expect(german('pause.today', { typed: 'now', hint: '…' })).toBe('„now“ ist heute. …');
});

it('writes commands as the readers type them', () => {
  expect(english('pause.announcedOpen', { person: 'Ada' })).toContain('`/digest resume`');
  expect(german('pause.doneOpen', { channel: '#papers' })).toMatch(/`\/digest \S+`/);
});

it('shows numbers, lists and dates as the language does', () => {
  expect([english, german].map((say) => say.number(12_345))).toEqual(['12,345', '12.345']);
  expect([english, german].map((say) => say.number(6.2))).toEqual(['6.2', '6,2']);
  expect([english, german].map((say) => say.list(['a', 'b', 'c']))).toEqual(['a, b and c', 'a, b und c']);
  expect([english, german].map((say) => say.list(['a', 'b'], 'or'))).toEqual(['a or b', 'a oder b']);
  expect([english, german].map((say) => say.date('2026-06-12'))).toEqual([
    'Friday 12 June 2026',
    'Freitag, 12. Juni 2026',
  ]);
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
  english('pause.today', { typed: '', hint: '', day: '' });
  // @ts-expect-error a key that there is not
  expect(() => english('pause.nothing')).toThrow('pause.nothing');
  // @ts-expect-error no arguments
  expect(() => english('pause.today')).toThrow();
});
