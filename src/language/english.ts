import { actions } from './english/actions.ts';
import { cite } from './english/cite.ts';
import { commands } from './english/commands.ts';
import { mentions } from './english/mentions.ts';
import { menus } from './english/menus.ts';
import { pause } from './english/pause.ts';
import { reading } from './english/reading.ts';

/** The English texts by area. They are the source: each other language has the same keys and arguments. */
export const english = {
  actions,
  cite,
  commands,
  mentions,
  menus,
  pause,
  reading,
} as const;

type English = typeof english;

type Area = keyof English;

/** A text of the catalogue: `pause.done`, its area and its key there. */
export type MessageKey = { [Name in Area]: `${Name}.${keyof English[Name] & string}` }[Area];

/** The English text of a key. */
export type TextOf<Key extends MessageKey> = Key extends `${infer Name extends Area}.${infer Rest}`
  ? Rest extends keyof English[Name]
    ? English[Name][Rest] & string
    : never
  : never;

/** The texts of an area in another language. */
export type Translated<Texts> = { readonly [Key in keyof Texts]: string };

/** A whole catalogue. */
export type Catalogue = { readonly [Name in Area]: Translated<English[Name]> };

/** A word of a command as it is typed: `digest` and `pause` of `/digest pause until:…`, and `until`. */
export type CommandWord = keyof English['commands'] extends infer Key
  ? Key extends `${infer Command}.${infer Option}.${string}`
    ? WordsOf<Command> | Option
    : Key extends `${infer Command}.${infer Option}`
      ? WordsOf<Command> | Option
      : Key extends string
        ? WordsOf<Key>
        : never
  : never;

type WordsOf<Command extends string> = Command extends `${infer Root} ${infer Sub}` ? Root | Sub : Command;
