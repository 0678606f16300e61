import { type Form, isObject, type JsonObject } from './form.ts';

/** Discord's pattern for the names of chat commands and their options. */
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** The languages of Discord's client. */
const LOCALES = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th ' +
    'zh-CN ja zh-TW ko'
  ).split(' '),
);

/** Checks the name of a command or option: 1 to 32 characters. Chat names match the pattern, in lower case. */
export function checkName(form: Form, chat: boolean): void {
  const name = form.text('name', { min: 1, max: 32, required: true });
  if (name !== undefined && chat && !isChatName(name)) {
    form.refuse('name', 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function isChatName(name: string): boolean {
  return CHAT_NAME.test(name) && name === name.toLowerCase();
}

/** Checks names and descriptions in other languages: the language must exist, and the text must fit. */
export function checkLocalizations(form: Form, chat: boolean): void {
  for (const [key, max] of [
    ['name_localizations', 32],
    ['description_localizations', 100],
  ] as const) {
    const words = form.form(key);
    for (const locale of Object.keys(words?.fields ?? {})) {
      if (!LOCALES.has(locale)) {
        form.refuse(key, 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid enum value.`);
        continue;
      }
      const text = words?.text(locale, { min: 1, max });
      if (text !== undefined && chat && max === 32 && !isChatName(text)) {
        words?.refuse(locale, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
      }
    }
  }
}

/** Checks an option's choices: at most 25, of the option's type, each once, and never with autocomplete. */
export function checkChoices(option: Form, type: number): void {
  const choices = option.forms('choices', { max: 25 }) ?? [];
  const autocomplete = option.flag('autocomplete') ?? false;
  if (choices.length === 0 && !autocomplete) return;
  if (![3, 4, 10].includes(type)) {
    const field = autocomplete ? 'autocomplete' : 'choices';
    option.refuse(field, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Only texts and numbers have choices');
  }
  if (choices.length > 0 && autocomplete) {
    const message = 'Options with choices cannot have autocomplete';
    option.refuse('choices', 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES', message);
  }
  checkChoiceForms(choices, type, 100);
}

/** Checks the choices of an option or of an autocomplete answer. Texts have at most 100 characters. */
export function checkChoiceForms(choices: readonly Form[], type: number, maxValue: number): void {
  const names = new Set<string>();
  for (const choice of choices) {
    const name = choice.text('name', { min: 1, max: 100, required: true });
    if (name !== undefined && names.has(name)) {
      const message = 'Option name already exists';
      choice.refuse('name', 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS', message);
    }
    if (name !== undefined) names.add(name);
    if (type === 3) choice.text('value', { max: maxValue, required: true });
    else if (type === 4) choice.integer('value', { required: true });
    else choice.number('value', { required: true });
  }
}

/** How many characters count towards a command's limit: each text in the language in which it is longest. */
export function countedText(command: JsonObject): number {
  const own = longest(command, 'name') + longest(command, 'description');
  const choices = objects(command['choices']);
  const values = choices.reduce((sum, choice) => sum + longest(choice, 'name') + String(choice['value']).length, 0);
  return objects(command['options']).reduce((sum, option) => sum + countedText(option), own + values);
}

function longest(fields: JsonObject, key: string): number {
  const translations = fields[`${key}_localizations`];
  const texts = [fields[key], ...(isObject(translations) ? Object.values(translations) : [])];
  return Math.max(...texts.map((text) => (typeof text === 'string' ? text.length : 0)));
}

function objects(list: unknown): readonly JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
