import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIChannelSelectComponent,
  APIComponentInMessageActionRow,
  APIModalInteractionResponseCallbackData,
  APIStringSelectComponent,
} from 'discord.js';
import { cutAtWord, plainLine } from './escape.ts';
import { messageLimits } from './message-limits.ts';

/** Discord's numbers for components. The enums of discord.js would load the whole package into every renderer. */
const componentType = { row: 1, button: 2, select: 3, textInput: 4, channelSelect: 8, label: 18 } as const;
const buttonStyle = { primary: 1, secondary: 2, success: 3, danger: 4 } as const;

/** The id of a component, opaque to Discord: what it does, and on which row: `<verb>:<row id>`. */
export function customId(verb: string, ...rest: readonly (string | number)[]): string {
  const id = [verb, ...rest].join(':');
  if (id.length > messageLimits.customId) throw new RangeError(`The custom_id of ${verb} is too long`);
  return id;
}

export const row = (
  ...components: APIComponentInMessageActionRow[]
): APIActionRowComponent<APIComponentInMessageActionRow> => ({ type: componentType.row, components });

export const button = (
  id: string,
  label: string,
  style: keyof typeof buttonStyle = 'secondary',
): APIButtonComponentWithCustomId => ({
  type: componentType.button,
  custom_id: id,
  label: cutAtWord(label, messageLimits.buttonLabel),
  style: buttonStyle[style],
});

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** A menu from which up to `most` options are chosen. Select menus show plain text, so nothing is escaped. */
export const select = (
  id: string,
  placeholder: string,
  options: readonly SelectOption[],
  most = 1,
): APIStringSelectComponent => ({
  type: componentType.select,
  custom_id: id,
  placeholder: cutAtWord(placeholder, 150),
  min_values: 1,
  max_values: most,
  options: options.slice(0, messageLimits.selectOptions).map((option) => ({
    value: option.value,
    label: cutAtWord(plainLine(option.label), messageLimits.selectText),
    ...(option.description === undefined
      ? {}
      : { description: cutAtWord(plainLine(option.description), messageLimits.selectText) }),
  })),
});

/** A menu of the server's text channels, announcement channels and threads, from which one is chosen. */
export const channelSelect = (id: string, placeholder: string): APIChannelSelectComponent => ({
  type: componentType.channelSelect,
  custom_id: id,
  placeholder: cutAtWord(plainLine(placeholder), 150),
  channel_types: [0, 5, 10, 11, 12],
  min_values: 1,
  max_values: 1,
});

/** A form with one text. `field` is its name in the submission. */
export function textModal(form: {
  readonly id: string;
  readonly title: string;
  readonly field: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly maxLength: number;
  /** Whether the text can have several lines, or none. */
  readonly isFree?: boolean;
}): APIModalInteractionResponseCallbackData {
  const input = {
    type: componentType.textInput,
    custom_id: form.field,
    style: form.isFree === true ? 2 : 1,
    required: form.isFree !== true,
    ...(form.isFree === true ? {} : { min_length: 1 }),
    max_length: form.maxLength,
    value: form.value.slice(0, form.maxLength),
  } as const;
  return {
    custom_id: form.id,
    title: form.title,
    components: [{ type: componentType.label, label: form.label, description: form.hint, component: input }],
  };
}
