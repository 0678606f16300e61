/**
 * The arguments of a message, which the compiler reads from its text: `{name}` takes a text, `{n, number}` and
 * `{n, plural, …}` take a number, and `{kind, select, …}` takes one of the words that it tells apart.
 */
export type ArgumentsOf<Text extends string> = {
  readonly [Found in ScanMessage<Text> as Found[0]]: Found[1];
};

type Found = readonly [name: string, value: string | number];

/** An argument whose choices are being read. */
type Open = readonly [name: string, kind: 'plural' | 'selectordinal' | 'select'];

/** In a text: an argument opens at its next brace, or the choice whose text it is ends there. */
type ScanMessage<Text extends string, Stack extends readonly Open[] = [], Known extends Found = never> =
  NextBrace<Text> extends readonly [string, infer Brace, infer After extends string]
    ? Brace extends '{'
      ? ScanArgument<After, Stack, Known>
      : ScanChoices<After, Stack, Known>
    : Known;

type ScanArgument<
  After extends string,
  Stack extends readonly Open[],
  Known extends Found,
> = After extends `${infer Name}}${infer Rest}`
  ? Name extends `${infer Counted}, ${infer Kind}`
    ? Kind extends 'number'
      ? ScanMessage<Rest, Stack, Known | readonly [Counted, number]>
      : After extends `${Counted}, ${infer Chosen extends Open[1]},${infer Choices}`
        ? ScanChoices<Choices, readonly [readonly [Counted, Chosen], ...Stack], Known>
        : Malformed
    : ScanMessage<Rest, Stack, Known | readonly [Name, string]>
  : Malformed;

/** Between the choices of an argument: the next one opens, or the argument ends. */
type ScanChoices<Text extends string, Stack extends readonly Open[], Known extends Found> = Stack extends readonly [
  infer Top extends Open,
  ...infer Below extends readonly Open[],
]
  ? NextBrace<Text> extends readonly [infer Word extends string, infer Brace, infer After extends string]
    ? Brace extends '}'
      ? ScanMessage<After, Below, Known>
      : ScanMessage<After, Stack, Known | readonly [Top[0], Top[1] extends 'select' ? Trimmed<Word> : number]>
    : Malformed
  : Malformed;

/** No value fits a message that the types cannot read. */
type Malformed = readonly ['this message is malformed', never];

/** The text before the next brace, the brace, and the text after it. */
type NextBrace<Text extends string> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${infer Inside}}${infer Rest}`
    ? readonly [Inside, '}', `${Rest}{${After}`]
    : readonly [Before, '{', After]
  : Text extends `${infer Before}}${infer After}`
    ? readonly [Before, '}', After]
    : null;

type Trimmed<Word extends string> = Word extends ` ${infer Rest}` | `${infer Rest} ` | `\n${infer Rest}`
  ? Trimmed<Rest>
  : Word;
