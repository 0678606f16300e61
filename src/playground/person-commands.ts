import type { StoredCommand } from './discord/command-rules.ts';
import type { JsonObject } from './discord/form.ts';
import { ClientRefusal, type OptionDefinition } from './person-options.ts';

const CHAT_INPUT = 1;
const MESSAGE_MENU = 3;
const NESTING: readonly number[] = [1, 2];

/** A command that a person typed, down to its sub-command. */
export interface FoundCommand {
  readonly command: StoredCommand;
  /** As typed: `digest settings`. */
  readonly fullName: string;
  /** The options that take values. */
  readonly options: readonly OptionDefinition[];
  /** Puts filled options in their place in the payload: inside the sub-command and its group. */
  readonly wrap: (options: readonly JsonObject[]) => readonly JsonObject[];
}

/** Finds `/command`, `/command sub` or `/command group sub` among the registered commands. */
export function findCommand(commands: readonly StoredCommand[], line: string): FoundCommand {
  const [root, ...rest] = line.trim().replace(/^\//, '').split(/\s+/);
  const command = commands.find((each) => each.type === CHAT_INPUT && each.name === root);
  if (command === undefined) throw new ClientRefusal(`There is no command /${root}.`);
  let options = (command['options'] ?? []) as readonly OptionDefinition[];
  const path: OptionDefinition[] = [];
  for (const name of rest) {
    const next = options.find((each) => NESTING.includes(each.type) && each.name === name);
    if (next === undefined) throw new ClientRefusal(`There is no command ${line}.`);
    path.push(next);
    options = next.options ?? [];
  }
  if (options.some((each) => NESTING.includes(each.type))) {
    throw new ClientRefusal(`${line} has sub-commands: ${options.map((each) => each.name).join(', ')}.`);
  }
  return {
    command,
    fullName: [root, ...rest].join(' '),
    options,
    wrap: (filled) =>
      path.reduceRight<readonly JsonObject[]>((inner, { name, type }) => [{ name, type, options: inner }], filled),
  };
}

/** Finds a command of the context menu of messages. */
export function findMenuCommand(commands: readonly StoredCommand[], name: string): StoredCommand {
  const command = commands.find((each) => each.type === MESSAGE_MENU && each.name === name);
  if (command === undefined) throw new ClientRefusal(`There is no "${name}" among the apps of a message.`);
  return command;
}
