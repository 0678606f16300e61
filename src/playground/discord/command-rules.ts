import type { ErrorTree } from './api-error.ts';
import { checkChoices, checkLocalizations, checkName, countedText } from './command-words.ts';
import { Form, isObject, type JsonObject } from './form.ts';

/** The limit of chat commands. Each kind of menu command has a separate limit of 15. */
export const MAX_CHAT_COMMANDS = 100;
const MAX_MENU_COMMANDS = 15;
/** The limit of characters in one command: its names, descriptions and choice values. */
const MAX_COMMAND_TEXT = 8000;

const CHAT_INPUT = 1;
const SUBCOMMAND = 1;
const GROUP = 2;
const OPTION_TYPES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const CHANNEL_TYPES = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];

/** Checks one command of a create or an edit. */
export function checkCommand(body: unknown): void {
  const form = new Form(body);
  checkCommandForm(form);
  form.check();
}

/** Checks the list of a bulk overwrite: every command, their number, and that no two share a name. */
export function checkCommands(body: readonly unknown[]): void {
  const tree: ErrorTree = {};
  const form = new Form({}, [], tree);
  const seen = new Set<string>();
  const perType = new Map<number, number>();
  for (const [at, item] of body.entries()) {
    const command = new Form(item, [String(at)], tree);
    checkCommandForm(command);
    const type = Number(command.fields['type'] ?? CHAT_INPUT);
    const key = `${type} ${String(command.fields['name'])}`;
    if (seen.has(key)) {
      command.refuse('name', 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    }
    seen.add(key);
    perType.set(type, (perType.get(type) ?? 0) + 1);
  }
  for (const [type, count] of perType) {
    const max = type === CHAT_INPUT ? MAX_CHAT_COMMANDS : MAX_MENU_COMMANDS;
    if (count > max) form.refuse(undefined, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  }
  form.check();
}

function checkCommandForm(form: Form): void {
  const type = form.choice('type', [1, 2, 3, 4]) ?? CHAT_INPUT;
  checkName(form, type === CHAT_INPUT);
  checkLocalizations(form, type === CHAT_INPUT);
  if (type === CHAT_INPUT) form.text('description', { min: 1, max: 100, required: true });
  else refuseOnMenus(form);
  checkPermissions(form);
  for (const [key, max] of [
    ['contexts', 2],
    ['integration_types', 1],
  ] as const) {
    const list = form.list(key, { min: 1, max: max + 1 }) ?? [];
    const fits = list.every((each) => Number.isInteger(each) && Number(each) >= 0 && Number(each) <= max);
    if (!fits || new Set(list).size < list.length) {
      form.refuse(key, 'BASE_TYPE_CHOICES', `Values must be different, each from 0 to ${max}.`);
    }
  }
  checkOptions(form, [...OPTION_TYPES]);
  if (countedText(form.fields) > MAX_COMMAND_TEXT) {
    const message = `Command exceeds maximum size (${MAX_COMMAND_TEXT})`;
    form.refuse(undefined, 'APPLICATION_COMMAND_TOO_LARGE', message);
  }
}

function refuseOnMenus(form: Form): void {
  if (form.fields['description']) {
    const message = 'Context menu commands cannot have description';
    form.refuse('description', 'APPLICATION_COMMAND_TYPE_MISMATCH', message);
  }
  if (Array.isArray(form.fields['options']) && form.fields['options'].length > 0) {
    form.refuse('options', 'APPLICATION_COMMAND_TYPE_MISMATCH', 'Context menu commands cannot have options');
  }
}

function checkPermissions(form: Form): void {
  if (!form.has('default_member_permissions')) return;
  // The API description says integer, but Discord and discord.js use a string of digits.
  if (/^\d{1,20}$/.test(String(form.fields['default_member_permissions']))) return;
  form.refuse('default_member_permissions', 'BITFIELD_TYPE_CONVERT', 'Could not interpret the value as a bit field.');
}

function checkOptions(form: Form, allowed: readonly number[]): void {
  const options = form.forms('options', { max: 25 }) ?? [];
  const names = new Set<string>();
  let optionalSeen = false;
  for (const option of options) {
    checkOption(option, allowed);
    const name = String(option.fields['name']);
    if (names.has(name)) {
      option.refuse('name', 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    }
    names.add(name);
    const required = option.fields['required'] === true;
    if (required && optionalSeen) {
      const message = 'Required options must be placed before non-required options';
      option.refuse('required', 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
    }
    optionalSeen ||= !required;
  }
  const nested = options.filter((option) => [SUBCOMMAND, GROUP].includes(Number(option.fields['type']))).length;
  if (nested > 0 && nested < options.length) {
    const message = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
    form.refuse('options', 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message);
  }
}

function checkOption(option: Form, allowed: readonly number[]): void {
  const type = option.choice('type', allowed, true);
  checkName(option, true);
  checkLocalizations(option, true);
  option.text('description', { min: 1, max: 100, required: true });
  option.flag('required');
  if (type === GROUP) checkOptions(option, [SUBCOMMAND]);
  else if (type === SUBCOMMAND) checkOptions(option, OPTION_TYPES.slice(2));
  else if (type !== undefined) checkValueOption(option, type);
}

function checkValueOption(option: Form, type: number): void {
  if (option.has('options')) {
    const message = 'Only sub-commands and groups have options';
    option.refuse('options', 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message);
  }
  if (type === 3) {
    option.integer('min_length', { min: 0, max: 6000 });
    option.integer('max_length', { min: 1, max: 6000 });
  }
  const types = option.list('channel_types', { max: CHANNEL_TYPES.length }) ?? [];
  if (types.length > 0 && (type !== 7 || !types.every((each) => CHANNEL_TYPES.includes(Number(each))))) {
    option.refuse('channel_types', 'BASE_TYPE_CHOICES', 'Channel types are for channel options, and must exist.');
  }
  checkChoices(option, type);
}

/** A command as Discord keeps and returns it: its defaults filled in, its empty fields dropped. */
export interface StoredCommand extends JsonObject {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly type: number;
}

/** A command with the defaults that Discord fills in. `application` is the application's id. */
export function storedCommand(
  body: JsonObject,
  ids: { readonly id: string; readonly version: string; readonly application: string },
): StoredCommand {
  const contexts = (body['contexts'] as readonly number[] | null | undefined) ?? null;
  const permissions = body['default_member_permissions'] ?? null;
  return {
    id: ids.id,
    application_id: ids.application,
    version: ids.version,
    default_member_permissions: permissions === null ? null : String(permissions),
    type: Number(body['type'] ?? CHAT_INPUT),
    name: String(body['name']),
    name_localizations: body['name_localizations'] ?? null,
    description: body['description'] ?? '',
    description_localizations: body['description_localizations'] ?? null,
    dm_permission: contexts === null ? (body['dm_permission'] ?? true) : contexts.includes(1),
    contexts,
    integration_types: body['integration_types'] ?? [0],
    nsfw: body['nsfw'] ?? false,
    ...(Array.isArray(body['options']) && body['options'].length > 0
      ? { options: storedOptions(body['options']) }
      : {}),
  };
}

function storedOptions(options: readonly unknown[]): readonly JsonObject[] {
  return options.filter(isObject).map((option) => {
    // Discord returns neither an empty field nor `required: false`.
    const isSaid = (value: unknown) => value !== undefined && value !== null && value !== false && !isEmptyList(value);
    const kept = Object.entries(option).filter(([, value]) => isSaid(value));
    const nested = option['options'];
    return {
      ...Object.fromEntries(kept),
      ...(Array.isArray(nested) && nested.length > 0 ? { options: storedOptions(nested) } : {}),
    };
  });
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
