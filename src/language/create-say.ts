import { memoByKey } from '../memo.ts';
import { type LocalDate, startOfUtcDate } from '../time.ts';
import type { ArgumentsOf } from './arguments.ts';
import { inWordsOf } from './command-words.ts';
import { compileMessage, type Values } from './compiled-message.ts';
import type { MessageKey, TextOf } from './english.ts';
import type { Language } from './language.ts';
import type { LanguageName } from './names.ts';
import type { Saying } from './saying.ts';

/** What `say` takes after the key: the arguments of the message, or nothing if it has none. */
type ValuesFor<Key extends MessageKey> = keyof ArgumentsOf<TextOf<Key>> extends never
  ? []
  : [values: ArgumentsOf<TextOf<Key>>];

/** What stands side by side in a list. */
type Joined = 'names' | 'facts' | 'clauses';

/**
 * Words a message in one language: `say('pause.done', { channel, end })`. The texts that are put in are markdown: callers
 * escape what comes from people and papers, and write mentions and timestamps themselves.
 */
export interface Say {
  <Key extends MessageKey>(key: Key, ...values: ValuesFor<Key>): string;
  readonly language: LanguageName;
  saying(said: Saying): string;
  /** Sayings after each other: `a; b` */
  sayings(said: readonly Saying[]): string;
  /** `/digest pause`, in code and as the readers type it. */
  command(name: string): string;
  /** `12,345`, or `9.0` with that many decimals. */
  number(value: number, decimals?: number): string;
  /** `a, b and c` */
  list(words: readonly string[], last?: 'and' | 'or'): string;
  /** Texts side by side: `a, b, c`, and clauses, which may have commas, as `a; b; c`. */
  join(texts: readonly string[], what: Joined): string;
  /** `Mon`, by ISO weekday: 1 is Monday. */
  weekday(day: number): string;
  /** `Friday 12 June 2026` */
  date(day: LocalDate): string;
  /** `12 Jun` */
  dayAndMonth(day: LocalDate): string;
}

/** Makes the words of a language. Each message is read once. */
export function createSay(name: LanguageName, language: Language): Say {
  const { locale, commandWords } = language;
  const numbers = new Intl.NumberFormat(locale);
  const showNumber = (value: number): string => (isShort(value) ? String(value) : numbers.format(value));
  const plurals = {
    cardinal: new Intl.PluralRules(locale),
    ordinal: new Intl.PluralRules(locale, { type: 'ordinal' }),
  };
  const messageOf = memoByKey(10_000, (key: MessageKey) =>
    compileMessage(textOf(language, key), { locale, number: showNumber, plurals }),
  );
  const say = (key: MessageKey, values: Values = {}): string => messageOf(key)(values);
  const wordSaying = ({ key, values }: Saying): string => say(key, wordValues(values));
  const join = (texts: readonly string[], what: Joined): string =>
    texts.length < 2 ? (texts[0] ?? '') : texts.reduce((one, other) => say(`lists.${what}`, { one, other }));
  const wordValues = (values: Saying['values']): Values =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        if (typeof value !== 'object') return [name, value];
        if ('key' in value) return [name, wordSaying(value)];
        const texts = value.map((one) => (typeof one === 'string' ? one : wordSaying(one)));
        return [name, join(texts, 'names')];
      }),
    );
  const fixed = memoByKey(
    10,
    (digits: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const lists = {
    and: new Intl.ListFormat(locale, { type: 'conjunction' }),
    or: new Intl.ListFormat(locale, { type: 'disjunction' }),
  };
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const date = memoByKey(100, (day: LocalDate) => withoutComma(dates.format(startOfUtcDate(day)), name));
  return Object.assign(say, {
    language: name,
    saying: wordSaying,
    sayings: (said: readonly Saying[]) => join(said.map(wordSaying), 'clauses'),
    join,
    command: (command: string) => inWordsOf(commandWords ?? {}, `\`/${command}\``),
    number: (value: number, decimals?: number) =>
      decimals === undefined ? showNumber(value) : fixed(decimals).format(value),
    list: (words: readonly string[], last: 'and' | 'or' = 'and') =>
      words.length < 2 ? (words[0] ?? '') : lists[last].format(words),
    weekday: (day: number) => weekdays.format(Date.UTC(2024, 0, day)),
    date,
    dayAndMonth: (day: LocalDate) => days.format(startOfUtcDate(day)),
  }) satisfies Say;
}

/**
 * The text of a key, as the readers of the language type the commands in it.
 * @internal
 */
export function textOf({ locale, texts, commandWords }: Language, key: MessageKey): string {
  const split = key.indexOf('.');
  const area: Readonly<Record<string, string>> = texts[key.slice(0, split) as keyof typeof texts];
  const text = area[key.slice(split + 1)];
  if (text === undefined) throw new TypeError(`There is no text ${key} in the language ${locale}`);
  return commandWords === null ? text : inWordsOf(commandWords, text);
}

/** Most numbers need no grouping, and `Intl` is slow. */
const isShort = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 1_000;

/** Whether a British date has a comma after the weekday differs between versions of the runtime. */
const withoutComma = (date: string, name: LanguageName): string => (name === 'en' ? date.replace(',', '') : date);
