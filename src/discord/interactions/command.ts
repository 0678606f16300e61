import type { CommandDefinition, OptionDefinition } from './command-definition.ts';
import type { AttachedFile, CommandContext, PickedChannel } from './context.ts';
import type { Reply } from './reply.ts';

type OptionValue<Option extends OptionDefinition> = Option extends { readonly type: 'integer' }
  ? number
  : Option extends { readonly type: 'channel' }
    ? PickedChannel
    : Option extends { readonly type: 'file' }
      ? AttachedFile
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
