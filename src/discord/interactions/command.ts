import type { CommandContext, PickedChannel } from './context.ts';
import type { Reply } from './reply.ts';

/** One option of a command. Texts of autocompleted ones are free: a user may submit what was never suggested. */
export type OptionDefinition = { readonly description: string; readonly required?: boolean } & (
  | { readonly type: 'text'; readonly maxLength: number; readonly hasSuggestions?: boolean }
  | { readonly type: 'choice'; readonly choices: Readonly<Record<string, string>> }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'channel' }
);

/** A slash command as data: what Discord shows of it, and how it is answered. */
export interface CommandDefinition {
  /** `subscribe`, or root and subcommand: `digest settings`. */
  readonly name: string;
  readonly description: string;
  /** `managers`: needs Manage Channels, on servers only. `everyone`: also in DMs, and as a user's own app. */
  readonly audience: 'managers' | 'everyone';
  /** Who sees the answer. */
  readonly visibility: 'private' | 'public';
  /** By name, in the order in which Discord shows them: required ones first. */
  readonly options: Readonly<Record<string, OptionDefinition>>;
}

type OptionValue<Option extends OptionDefinition> = Option extends { readonly type: 'integer' }
  ? number
  : Option extends { readonly type: 'channel' }
    ? PickedChannel
    : Option extends { readonly type: 'choice'; readonly choices: infer Choices }
      ? keyof Choices & string
      : string;

/** The arguments of a command, by the names of its options; undefined where an optional one was left out. */
export type ArgumentsOf<Definition extends CommandDefinition> = {
  readonly [Name in keyof Definition['options']]: Definition['options'][Name] extends { readonly required: true }
    ? OptionValue<Definition['options'][Name]>
    : OptionValue<Definition['options'][Name]> | undefined;
};

/** A suggestion shown while an option is typed: what is shown, and what is then submitted. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

/** Definition and behaviour in one. Neither touches the interaction: arguments come in, a reply value goes out. */
export interface Command<Definition extends CommandDefinition = CommandDefinition> {
  readonly definition: Definition;
  run(args: ArgumentsOf<Definition>, context: CommandContext): Promise<Reply>;
  /** Suggestions for what is typed so far in `option`. */
  suggest?(option: string, typed: string, context: CommandContext): Promise<readonly Suggestion[]>;
}

/** Any command of the registry. Only the router runs it, with arguments read by its own definition. */
export type AnyCommand = Omit<Command, 'run'> & { run(args: never, context: CommandContext): Promise<Reply> };
