import { isObject, type JsonObject } from './discord/form.ts';
import type { Mentioned } from './discord/interaction-payload.ts';
import type { Snowflake } from './discord/snowflake.ts';
import type { GivenFile } from './discord/uploads.ts';
import { idOf, type Ref } from './discord/world-plans.ts';

/** The message that Discord's client shows instead of sending something. */
export class ClientRefusal extends Error {}

/** The value that a person types or picks for an option. */
type OptionValue = string | number | boolean | Ref | GivenFile;

/** Options by name. */
export type OptionValues = Readonly<Record<string, OptionValue | undefined>>;

/** An option as it was registered. */
export interface OptionDefinition {
  readonly type: number;
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly channel_types?: readonly number[];
  readonly options?: readonly OptionDefinition[];
}

/** The facts that an option's value is checked against, and where its file goes. */
export interface OptionSurroundings {
  /** The type of a channel that the person can see, else undefined. */
  readonly channelType: (id: Snowflake) => number | undefined;
  /** Takes a file, and returns its id. */
  readonly upload: (file: GivenFile) => Snowflake;
}

/** The options of a payload, and the users, channels and roles that they name. */
export interface FilledOptions {
  readonly options: readonly JsonObject[];
  readonly mentioned: Mentioned;
}

const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const USER = 6;
const CHANNEL = 7;
const ROLE = 8;
const NUMBER = 10;
const ATTACHMENT = 11;

/** The limit of characters in a text, as Discord's client enforces it. */
const MAX_TEXT = 6000;
/** The limit of a file that somebody without Nitro uploads. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Checks values against the definition as the client does, and returns the options of the payload. */
export function fillOptions(
  definitions: readonly OptionDefinition[],
  values: OptionValues,
  surroundings: OptionSurroundings,
): FilledOptions {
  refuseUnknown(definitions, values);
  const ids = () => [] as string[];
  const mentioned = { users: ids(), roles: ids(), channels: ids(), attachments: ids(), messages: [] };
  const options = definitions.flatMap((definition): readonly JsonObject[] => {
    const value = values[definition.name];
    if (value === undefined) {
      if (definition.required) throw new ClientRefusal(`${definition.name}: This option is required. Specify a value.`);
      return [];
    }
    const checked = checkValue(definition, value, surroundings);
    if (definition.type === USER) mentioned.users.push(String(checked));
    if (definition.type === CHANNEL) mentioned.channels.push(String(checked));
    if (definition.type === ROLE) mentioned.roles.push(String(checked));
    if (definition.type === ATTACHMENT) mentioned.attachments.push(String(checked));
    return [{ name: definition.name, type: definition.type, value: checked }];
  });
  return { options, mentioned };
}

/** The options of an autocomplete payload: the values so far, unchecked, with the focused one marked. */
export function focusOption(
  definitions: readonly OptionDefinition[],
  values: OptionValues,
  focused: { readonly name: string; readonly typed: string },
): { readonly options: readonly JsonObject[]; readonly type: number } {
  refuseUnknown(definitions, values);
  const target = definitions.find((each) => each.name === focused.name);
  if (target?.autocomplete !== true) throw new ClientRefusal(`${focused.name}: This option has no suggestions.`);
  const options = definitions.flatMap((definition): readonly JsonObject[] => {
    const { name, type } = definition;
    if (name === focused.name) return [{ name, type, value: focused.typed, focused: true }];
    const value = values[name];
    // The client uploads a file when the command is run.
    if (value === undefined || isFile(value)) return [];
    return [{ name, type, value: isObject(value) ? idOf(value as Ref) : value }];
  });
  return { options, type: target.type };
}

function refuseUnknown(definitions: readonly OptionDefinition[], values: OptionValues): void {
  for (const name of Object.keys(values)) {
    if (!definitions.some((definition) => definition.name === name)) {
      throw new ClientRefusal(`${name}: The command has no such option.`);
    }
  }
}

function checkValue(
  definition: OptionDefinition,
  value: OptionValue,
  surroundings: OptionSurroundings,
): string | number | boolean {
  const refuse = (words: string): never => {
    throw new ClientRefusal(`${definition.name}: ${words}`);
  };
  if (definition.choices?.length && definition.type !== BOOLEAN) {
    const chosen = definition.choices.find((choice) => choice.value === value || choice.name === value);
    return chosen?.value ?? refuse('Option is invalid. Choose an option from the list.');
  }
  switch (definition.type) {
    case STRING:
      return typeof value === 'string' ? checkText(definition, value, refuse) : refuse('Specify a text.');
    case INTEGER:
    case NUMBER:
      return typeof value === 'number' ? checkNumber(definition, value, refuse) : refuse('Specify a number.');
    case BOOLEAN:
      return typeof value === 'boolean' ? value : refuse('Choose True or False.');
    case CHANNEL:
      return checkChannel(definition, idOf(value as Ref), surroundings, refuse);
    case ATTACHMENT:
      return isFile(value) ? uploadFile(value, surroundings, refuse) : refuse('Specify a file.');
    default:
      return typeof value === 'string' || isObject(value) ? idOf(value as Ref) : refuse('Pick one from the list.');
  }
}

type Refuse = (words: string) => never;

const isFile = (value: OptionValue): value is GivenFile => typeof value === 'object' && 'data' in value;

function uploadFile(file: GivenFile, { upload }: OptionSurroundings, refuse: Refuse): string {
  if (file.data.byteLength > MAX_FILE_BYTES) return refuse('Your file is too powerful. The limit is 10 MB.');
  return upload(file);
}

function checkText(
  { min_length: min = 0, max_length: max = MAX_TEXT }: OptionDefinition,
  text: string,
  refuse: Refuse,
) {
  // The client sends no empty option: a person cannot give one.
  if (text.trim() === '') return refuse('This option is required. Specify a value.');
  if (text.length < min) return refuse(`Specify a value of at least ${min} characters.`);
  if (text.length > max) return refuse(`Specify a value of at most ${max} characters.`);
  return text;
}

function checkNumber(definition: OptionDefinition, value: number, refuse: Refuse): number {
  const { min_value: min, max_value: max } = definition;
  if (definition.type === INTEGER && !Number.isInteger(value)) return refuse('Specify a whole number.');
  if (min !== undefined && value < min) return refuse(`Specify a value not less than ${min}.`);
  if (max !== undefined && value > max) return refuse(`Specify a value not greater than ${max}.`);
  return value;
}

function checkChannel(
  { channel_types: allowed }: OptionDefinition,
  id: Snowflake,
  { channelType }: OptionSurroundings,
  refuse: Refuse,
): string {
  const type = channelType(id);
  if (type === undefined) return refuse('No such channel that you can see.');
  if (allowed?.length && !allowed.includes(type)) return refuse('This option takes other kinds of channel.');
  return id;
}
