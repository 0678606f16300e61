import { type Form, isObject, type JsonObject } from './form.ts';

/** Names of chat commands and of their options, in Discord's own pattern. */
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Every language that Discord's client speaks. */
const LOCALES = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th ' +
    'zh-CN ja zh-TW ko'
  ).split(' '),
);

/** A command's or option's name: 1 to 32 characters; chat names by the pattern and in lower case. */
export function checkName(form: Form, chat: boolean): void {
  const name = form.text('name', { min: 1, max: 32, required: true });
  if (name !== undefined && chat && !isChatName(name)) {
    form.refuse('name', 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function isChatName(name: string): boolean {
  return CHAT_NAME.test(name) && name === name.toLowerCase();
}

/** Names and descriptions in other languages: the language must exist, and the text must fit. */
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

/** An option's choices: at most 25, of the option's type, each once, and never with autocomplete. */
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

/** Choices of an option, or of an autocomplete answer. Texts in Discord's client have at most 100 characters. */
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

/** The characters that count towards a command's 8,000: names, descriptions and choice values, the longest language each. */
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
