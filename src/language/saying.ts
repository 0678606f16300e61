import type { ArgumentsOf } from './arguments.ts';
import type { MessageKey, TextOf } from './english.ts';

/**
 * A message with its values, to be worded once the reader's language is known: `say.saying(…)`. Code that knows no
 * language, such as that of topics, explains itself in sayings.
 */
export interface Saying {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, SayingValue>>;
}

/** What an argument stands for. A list is worded as names, as by `Say.join`. */
type SayingValue = string | number | Saying | SayingList;

type SayingList = readonly (string | Saying)[];

/** Where a text belongs, another saying or a list may stand. */
type SayingValues<Arguments> = {
  readonly [Name in keyof Arguments]: string extends Arguments[Name] ? string | Saying | SayingList : Arguments[Name];
};

type ValuesFor<Key extends MessageKey> = keyof ArgumentsOf<TextOf<Key>> extends never
  ? []
  : [values: SayingValues<ArgumentsOf<TextOf<Key>>>];

/** Typed as `say` is. */
export const saying = <Key extends MessageKey>(key: Key, ...[values]: ValuesFor<Key>): Saying => ({
  key,
  values: (values ?? {}) as Saying['values'],
});
