import type { CommandContext, PickedChannel } from './context.ts';
import type { Reply } from './reply.ts';

/** One option of a command. With suggestions, a user may still submit any text. */
export type OptionDefinition = { readonly description?: string; readonly required?: boolean } & (
  | { readonly type: 'text'; readonly maxLength: number; readonly hasSuggestions?: boolean }
  | { readonly type: 'choice'; readonly choices: Readonly<Record<string, string>> }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'channel' }
);

/**
 * A slash command as data: its options, and how it is answered. What Discord shows of it stands in
 * `src/language/english/commands.ts`.
 */
export interface CommandDefinition {
  /** `subscribe`, or root and subcommand: `digest settings`. */
  readonly name: string;
  readonly description?: string;
  /** `managers`: needs Manage Channels on servers; elsewhere, it is about the user's personal digest. */
  readonly audience: 'managers' | 'everyone';
  /** Who sees the answer. */
  readonly visibility: 'private' | 'public';
  /** The options by name, in Discord's order. Required ones come first. */
  readonly options: Readonly<Record<string, OptionDefinition>>;
}

type OptionValue<Option extends OptionDefinition> = Option extends { readonly type: 'integer' }
  ? number
  : Option extends { readonly type: 'channel' }
    ? PickedChannel
    : Option extends { readonly type: 'choice'; readonly choices: infer Choices }
      ? keyof Choices & string
      : string;

/** The arguments of a command by option name. Optional ones may be undefined. */
export type ArgumentsOf<Definition extends CommandDefinition> = {
  readonly [Name in keyof Definition['options']]: Definition['options'][Name] extends { readonly required: true }
    ? OptionValue<Definition['options'][Name]>
    : OptionValue<Definition['options'][Name]> | undefined;
};

/** A suggestion for an option: the shown name, and the submitted value. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

/** A command's definition and behaviour. It takes arguments and returns a reply, and never sees the interaction. */
export interface Command<Definition extends CommandDefinition = CommandDefinition, Subject = null> {
  readonly definition: Definition;
  /** @param subject what the command is about, which its row of the authorization table has granted */
  readonly run: (args: ArgumentsOf<Definition>, context: CommandContext, subject: Subject) => Promise<Reply>;
  /** Suggestions for the text typed so far in `option`. */
  suggest?(option: string, typed: string, context: CommandContext): Promise<readonly Suggestion[]>;
}

/** Any command of the registry. Only the router runs it, with arguments and a subject of the types that it takes. */
export type AnyCommand = Omit<Command, 'run'> & {
  readonly run: (args: never, context: CommandContext, subject: never) => Promise<Reply>;
};
