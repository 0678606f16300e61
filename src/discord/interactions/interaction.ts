import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteractionDataOption,
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord.js';
import { UserError } from '../errors.ts';
import { parsePermissions } from '../permissions.ts';
import type { CommandDefinition, OptionDefinition } from './command.ts';
import type { ChannelAccess, PickedChannel } from './context.ts';

/** Discord's numbers for what an interaction is, and for the options that hold others. */
export const interactionType = { ping: 1, command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
const chatInput = 1;
const subcommand = 1;

type CommandInteraction = APIChatInputApplicationCommandInteraction | APIApplicationCommandAutocompleteInteraction;

export const isChatCommand = (interaction: APIInteraction): interaction is CommandInteraction =>
  (interaction.type === interactionType.command || interaction.type === interactionType.autocomplete) &&
  interaction.data.type === chatInput;

/** The options as typed, below the subcommand where there is one. */
interface RawOption {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly isFocused: boolean;
}

/** What was run, and with which options, before anything is checked. */
export interface RawCommand {
  /** `digest settings` */
  readonly name: string;
  readonly options: readonly RawOption[];
}

export function readCommand({ data }: CommandInteraction): RawCommand {
  const options: readonly APIApplicationCommandInteractionDataOption[] = data.options ?? [];
  const [first] = options;
  if (first?.type === subcommand)
    return { name: `${data.name} ${first.name}`, options: readOptions(first.options ?? []) };
  return { name: data.name, options: readOptions(options) };
}

const readOptions = (options: readonly APIApplicationCommandInteractionDataOption[]): readonly RawOption[] =>
  options.flatMap((option) =>
    'value' in option
      ? [{ name: option.name, value: option.value, isFocused: 'focused' in option && option.focused === true }]
      : [],
  );

/**
 * The arguments that a definition promises, from options that could be forged.
 * @throws UserError where they are not what the definition says.
 */
export function readArguments(
  definition: CommandDefinition,
  { options }: RawCommand,
  interaction: CommandInteraction,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(definition.options).map(([name, option]) => {
      const raw = options.find((candidate) => candidate.name === name);
      const value = raw === undefined ? undefined : readValue(option, raw.value, interaction);
      if (value === undefined && (option.required === true || raw !== undefined)) throw badOption(name);
      return [name, value];
    }),
  );
}

function readValue(option: OptionDefinition, value: RawOption['value'], interaction: CommandInteraction): unknown {
  switch (option.type) {
    case 'text':
      return typeof value === 'string' && value.length <= option.maxLength ? value : undefined;
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(option.choices, value) ? value : undefined;
    case 'integer':
      return Number.isInteger(value) && Number(value) >= option.min && Number(value) <= option.max ? value : undefined;
    case 'channel':
      return typeof value === 'string' ? readPickedChannel(value, interaction) : undefined;
  }
}

function readPickedChannel(id: string, { data }: CommandInteraction): PickedChannel | undefined {
  const resolved = data.resolved?.channels?.[id];
  return resolved && { id, type: resolved.type, invoker: parsePermissions(resolved.permissions) };
}

const badOption = (name: string): UserError =>
  new UserError(
    'bad-option',
    `I cannot use what came for the option \`${name}\`. Discord may still show an older form of this command: reload it (Ctrl+R) and try again.`,
  );

/** The channel in which it happened, with the permissions that Discord sends along. None in direct messages. */
export function readHere(interaction: Exclude<APIInteraction, { type: 1 }>): ChannelAccess {
  return {
    id: interaction.channel?.id ?? interaction.channel_id ?? '',
    type: interaction.channel?.type ?? 0,
    invoker: parsePermissions(interaction.member?.permissions),
    bot: parsePermissions(interaction.app_permissions),
  };
}

export const userIdOf = (interaction: APIInteraction): string =>
  interaction.member?.user.id ?? interaction.user?.id ?? '';

/** What was pressed, chosen, or filled in: `<verb>:<row id>…`. */
export interface RawPress {
  readonly verb: string;
  readonly rest: readonly string[];
  readonly values: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

export function readPress(interaction: APIMessageComponentInteraction | APIModalSubmitInteraction): RawPress {
  const [verb = '', ...rest] = interaction.data.custom_id.split(':');
  const values = 'values' in interaction.data ? interaction.data.values : [];
  return {
    verb,
    rest,
    values,
    fields: 'components' in interaction.data ? readFields(interaction.data.components) : {},
  };
}

/** Texts of a form by their custom_id, whether they came in rows (older forms) or in labels. */
function readFields(components: APIModalSubmitInteraction['data']['components']): Record<string, string> {
  const inputs = components.flatMap((component) => {
    if ('component' in component) return [component.component];
    return 'components' in component ? component.components : [];
  });
  return Object.fromEntries(
    inputs.flatMap((input) =>
      'value' in input && typeof input.value === 'string' ? [[input.custom_id, input.value]] : [],
    ),
  );
}
