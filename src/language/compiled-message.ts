import { IntlMessageFormat } from 'intl-messageformat';

export type Values = Readonly<Record<string, string | number>>;

/** The formatters of a language. */
export interface Formats {
  readonly locale: string;
  number(value: number): string;
  readonly plurals: { readonly cardinal: Intl.PluralRules; readonly ordinal: Intl.PluralRules };
}

/** A part of a message. `count` is the number that a `#` shows. */
type Piece = (values: Values, count: number) => string;
type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The library's numbers for the kinds of elements. */
const kinds = { literal: 0, argument: 1, number: 2, select: 5, plural: 6, pound: 7 } as const;

/**
 * A message, read once by the library, as a function. Digests are worded for thousands of channels, and the library's own
 * formatting takes five times as long. Markup in angle brackets is text.
 * @throws TypeError if the message has something else than texts, numbers, plurals and choices
 */
export function compileMessage(text: string, formats: Formats): (values: Values) => string {
  const message = new IntlMessageFormat(text, formats.locale, undefined, { ignoreTag: true });
  const piece = join(message.getAst(), formats);
  return (values) => piece(values, 0);
}

function join(elements: readonly Element[], formats: Formats): Piece {
  const pieces = elements.map((element) => compile(element, formats));
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  return (values, count) => {
    let text = '';
    for (const piece of pieces) text += piece(values, count);
    return text;
  };
}

function compile(element: Element, formats: Formats): Piece {
  switch (element.type) {
    case kinds.literal: {
      const { value } = element;
      return () => value;
    }
    case kinds.argument: {
      const name = element.value;
      return (values) => String(readValue(values, name));
    }
    case kinds.number: {
      const name = element.value;
      return (values) => formats.number(Number(readValue(values, name)));
    }
    case kinds.pound:
      return (_values, count) => formats.number(count);
    case kinds.select:
      return chosen(element.value, choicesOf(element.options, formats), (value) => String(value));
    case kinds.plural: {
      const rules = formats.plurals[element.pluralType ?? 'cardinal'];
      const choices = choicesOf(element.options, formats);
      return chosen(element.value, choices, (value) =>
        choices.has(`=${value}`) ? `=${value}` : rules.select(Number(value)),
      );
    }
    default:
      throw new TypeError('A message can have texts, numbers, plurals and choices only');
  }
}

type Options = Extract<Element, { readonly options: unknown }>['options'];

const choicesOf = (options: Options, formats: Formats): ReadonlyMap<string, Piece> =>
  new Map(Object.entries(options).map(([word, { value }]) => [word, join(value, formats)]));

function chosen(name: string, choices: ReadonlyMap<string, Piece>, wordOf: (value: string | number) => string): Piece {
  return (values, count) => {
    const value = readValue(values, name);
    const piece = choices.get(wordOf(value)) ?? choices.get('other');
    return piece?.(values, typeof value === 'number' ? value : count) ?? '';
  };
}

function readValue(values: Values, name: string): string | number {
  const value = values[name];
  if (value === undefined) throw new TypeError(`The message needs a value for {${name}}`);
  return value;
}
