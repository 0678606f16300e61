import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  REST,
  RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { type Backoff, backoffMs } from '../../backoff.ts';
import { compareTexts } from '../../compare-texts.ts';
import type { Logger } from '../../ports.ts';
import { minuteMs, showWait } from '../../time.ts';
import { Routes } from '../discord-js.ts';
import { readFailure } from '../failures.ts';
import type { MessageMenu } from '../menus/menu.ts';
import { permissions } from '../permissions.ts';
import type { AnyCommand } from './command.ts';
import type { CommandDefinition, OptionDefinition } from './command-definition.ts';
import { choiceNamedAs, describedAs, menuNamedAs, namedAs } from './command-texts.ts';

/** Discord's numbers for options, and for where a command exists. */
const optionType = { subcommand: 1, text: 3, integer: 4, channel: 7, choice: 3, file: 11 } as const;
const anywhere = { contexts: [0, 1, 2], integration_types: [0, 1] };

/** Channel types that users can pick. Forums are among them so that the refusal can explain why. */
const channelTypes = [0, 5, 10, 11, 12, 15];
const voiceTypes = [2];

type CommandBody = RESTPutAPIApplicationCommandsJSONBody[number];

/**
 * The commands in Discord's form, with subcommands below their roots.
 * @internal
 */
export function commandBodies(commands: readonly AnyCommand[]): readonly CommandBody[] {
  const byRoot = Map.groupBy(commands, ({ definition }) => definition.name.split(' ', 1)[0] ?? '');
  return Array.from(byRoot, ([root, members]) => {
    const definitions = members.map(({ definition }) => definition);
    const [first] = members.map(({ definition }) => definition);
    if (first === undefined) throw new TypeError(`There is no command below /${root}`);
    // Discord asks for permissions by root. Where one command is for everyone, the table refuses people the others.
    const isForManagers = definitions.every(({ audience }) => audience === 'managers');
    return {
      type: 1,
      ...namedAs(root),
      ...describedAs(root, first.description),
      options: first.name === root ? optionBodies(first) : definitions.map(subcommandBody),
      ...anywhere,
      default_member_permissions: isForManagers ? String(permissions.manageChannels.bit) : null,
    };
  });
}

/** The commands in the menu of a message, in Discord's form. They exist everywhere, and for everyone. */
const menuBodies = (menus: readonly MessageMenu[]): readonly CommandBody[] =>
  menus.map(({ key }) => ({ type: 3, ...menuNamedAs(key), ...anywhere, default_member_permissions: null }));

const subcommandBody = (definition: CommandDefinition): APIApplicationCommandOption => ({
  type: optionType.subcommand,
  ...namedAs(definition.name.split(' ').at(-1) ?? ''),
  ...describedAs(definition.name, definition.description),
  options: optionBodies(definition),
});

const optionBodies = ({ name: command, options }: CommandDefinition): APIApplicationCommandBasicOption[] =>
  Object.entries(options).map(
    ([name, option]) =>
      ({ ...namedAs(name), ...optionBody(`${command}.${name}`, option) }) as APIApplicationCommandBasicOption,
  );

function optionBody(key: string, option: OptionDefinition): Readonly<Record<string, unknown>> {
  const base = {
    type: optionType[option.type],
    ...describedAs(key, option.description),
    required: option.required ?? false,
  };
  switch (option.type) {
    case 'text':
      return { ...base, max_length: option.maxLength, autocomplete: option.hasSuggestions ?? false };
    case 'integer':
      return { ...base, min_value: option.min, max_value: option.max };
    case 'file':
      return base;
    case 'channel':
      return { ...base, channel_types: option.kind === 'voice' ? voiceTypes : channelTypes };
    case 'choice':
      return {
        ...base,
        choices: Object.entries(option.choices).map(([value, name]) => ({
          ...choiceNamedAs(`${key}.${value}`, name),
          value,
        })),
      };
  }
}

export interface RegistrationOptions {
  readonly rest: REST;
  readonly applicationId: string;
  readonly commands: readonly AnyCommand[];
  /** The commands in the menu of a message. */
  readonly menus?: readonly MessageMenu[];
  readonly log: Logger;
  /** Aborts the registration. */
  readonly signal: AbortSignal;
}

/** The bounds of the doubling wait between attempts. */
const backoff: Backoff = { firstMs: 1_000, longestMs: minuteMs };

/**
 * Registers the commands with Discord. It writes only if they differ, because a write makes every client reload them.
 * Failures that may pass are retried.
 * @throws Discord's error if no retry helps; the signal's reason if it aborts
 */
export async function registerCommands(options: RegistrationOptions): Promise<'unchanged' | 'written'> {
  const { log, signal } = options;
  for (let failures = 1; ; failures++) {
    try {
      return await registerOnce(options);
    } catch (error) {
      const failure = readFailure(error);
      if (signal.aborted || failure.kind !== 'retry') throw error;
      const waitMs = Math.max(backoffMs(backoff, failures), failure.delayMs);
      const fields = { event: 'commands.retry', waitMs, reason: failure.reason };
      log.warn(fields, `registering the commands: ${failure.reason}; trying again in ${showWait(waitMs)}`);
      await sleep(waitMs, undefined, { signal });
    }
  }
}

async function registerOnce(options: RegistrationOptions): Promise<'unchanged' | 'written'> {
  const { rest, applicationId, commands, menus = [], log, signal } = options;
  const route = Routes.applicationCommands(applicationId);
  const bodies = [...commandBodies(commands), ...menuBodies(menus)];
  const query = new URLSearchParams({ with_localizations: 'true' });
  const existing = (await rest.get(route, { query, signal })) as APIApplicationCommand[];
  if (isDeepStrictEqual(normalizeAll(existing), normalizeAll(bodies))) {
    log.debug({ event: 'commands.unchanged' }, 'the commands at Discord are up to date');
    return 'unchanged';
  }
  await rest.put(route, { body: bodies, signal });
  log.info({ event: 'commands.written', commands: bodies.length }, 'the commands were written to Discord');
  return 'written';
}

/** Sorts by name, because Discord keeps no order. */
const normalizeAll = (commands: readonly object[]) =>
  commands.map(normalizeCommand).toSorted((one, other) => compareTexts(String(one['name']), String(other['name'])));

/** A command in one comparable form: Discord adds ids and versions, and omits or fills in defaults. */
function normalizeCommand(command: object): Readonly<Record<string, unknown>> {
  const {
    type = 1,
    options,
    contexts,
    integration_types,
    default_member_permissions,
    nsfw = false,
  } = command as Readonly<Record<string, unknown>>;
  return {
    type,
    ...shownTexts(command),
    options: normalizeOptions(options),
    contexts: sorted(contexts),
    integration_types: sorted(integration_types),
    default_member_permissions: default_member_permissions ?? null,
    nsfw,
  };
}

function normalizeOption(option: object): Readonly<Record<string, unknown>> {
  const fields = option as Readonly<Record<string, unknown>>;
  return {
    type: fields['type'],
    ...shownTexts(option),
    required: fields['required'] ?? false,
    autocomplete: fields['autocomplete'] ?? false,
    min_value: fields['min_value'] ?? null,
    max_value: fields['max_value'] ?? null,
    max_length: fields['max_length'] ?? null,
    channel_types: sorted(fields['channel_types']),
    choices: normalizeChoices(fields['choices']),
    options: normalizeOptions(fields['options']),
  };
}

const list = (value: unknown): readonly object[] => (Array.isArray(value) ? value : []);
const normalizeOptions = (value: unknown) => list(value).map(normalizeOption);
const normalizeChoices = (value: unknown) =>
  list(value).map((choice) => ({ ...shownTexts(choice), value: Reflect.get(choice, 'value') }));

const shownTexts = (shown: object) => ({
  name: Reflect.get(shown, 'name'),
  // Discord gives commands of a menu an empty one.
  description: Reflect.get(shown, 'description') || undefined,
  name_localizations: Reflect.get(shown, 'name_localizations') ?? null,
  description_localizations: Reflect.get(shown, 'description_localizations') ?? null,
});

const sorted = (value: unknown): readonly number[] => (Array.isArray(value) ? value.toSorted((a, b) => a - b) : []);
