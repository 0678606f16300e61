import type { JsonObject } from './discord/form.ts';
import type { Mentioned } from './discord/interaction-payload.ts';
import { type ComponentView, flatComponents, type MessageView } from './discord/message-view.ts';
import type { Snowflake } from './discord/snowflake.ts';
import type { World } from './discord/world.ts';
import { ClientRefusal } from './person-options.ts';
import type { ModalView } from './reply.ts';

const BUTTON = 2;
const STRING_SELECT = 3;
const TEXT_INPUT = 4;
const USER_SELECT = 5;
const ROLE_SELECT = 6;
const MENTIONABLE_SELECT = 7;
const CHANNEL_SELECT = 8;
const SELECTS: readonly number[] = [STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT];
const LINK_STYLE = 5;

/** A person's input for a field of a modal: a text, or picks. */
export type FieldValue = string | readonly string[];

/** The button with this label or `custom_id`, if it can be pressed. */
export function findButton(message: MessageView, name: string): ComponentView {
  const buttons = flatComponents(message.components).filter((each) => each.type === BUTTON);
  const found = buttons.find((each) => each.custom_id === name) ?? buttons.find((each) => each.label === name);
  if (found === undefined) {
    const labels = buttons.map((each) => each.label ?? each.custom_id).join(', ') || 'none';
    throw new ClientRefusal(`There is no button "${name}". Buttons: ${labels}.`);
  }
  if (found.disabled) throw new ClientRefusal(`The button "${name}" is disabled.`);
  if (found.style === LINK_STYLE) throw new ClientRefusal(`The button "${name}" opens ${found.url} in a browser.`);
  return found;
}

/** The select menu with this `custom_id` or placeholder, if it can be used. */
export function findSelect(message: MessageView, name: string): ComponentView {
  const selects = flatComponents(message.components).filter((each) => SELECTS.includes(each.type));
  const found = selects.find((each) => each.custom_id === name || each.placeholder === name);
  if (found === undefined) {
    const names = selects.map((each) => each.placeholder ?? each.custom_id).join(', ') || 'none';
    throw new ClientRefusal(`There is no menu "${name}". Menus: ${names}.`);
  }
  if (found.disabled) throw new ClientRefusal(`The menu "${name}" is disabled.`);
  return found;
}

/** The payload's data for picks from a select menu. */
export function chooseData(
  select: ComponentView,
  picks: readonly string[],
  world: World,
): { readonly data: JsonObject; readonly mentioned: Mentioned } {
  const values = select.type === STRING_SELECT ? picks.map((pick) => optionValue(select, pick)) : picks;
  const { min_values: min = 1, max_values: max = 1 } = select;
  if (values.length < min || values.length > max) {
    throw new ClientRefusal(`Select ${min === max ? min : `${min} to ${max}`} of the options.`);
  }
  const data = { custom_id: select.custom_id, component_type: select.type, id: select.id, values };
  return { data, mentioned: mentionedBy(select.type, values, world) };
}

function optionValue(select: ComponentView, pick: string): string {
  const options = select.options ?? [];
  const found = options.find((each) => each.value === pick) ?? options.find((each) => each.label === pick);
  if (found === undefined) {
    throw new ClientRefusal(`There is no option "${pick}". Options: ${options.map((each) => each.label).join(', ')}.`);
  }
  return found.value;
}

function mentionedBy(type: number, ids: readonly Snowflake[], world: World): Mentioned {
  const none = { users: [], roles: [], channels: [], messages: [], attachments: [] };
  if (type === CHANNEL_SELECT) return { ...none, channels: ids };
  if (type === USER_SELECT) return { ...none, users: ids };
  if (type === ROLE_SELECT) return { ...none, roles: ids };
  if (type !== MENTIONABLE_SELECT) return none;
  const users = ids.filter((id) => world.users.has(id));
  return { ...none, users, roles: ids.filter((id) => !users.includes(id)) };
}

/** The payload's data for a filled-in modal. Prefilled fields that are not named keep their text. */
export function submitData(modal: ModalView, fields: Readonly<Record<string, FieldValue>>): JsonObject {
  const used = new Set<string>();
  const components = modal.components.map((component, at) => {
    const isLabel = component.component !== undefined;
    const inputs = isLabel ? [component.component] : (component.components ?? []);
    const filled = inputs
      .filter((each) => each !== undefined)
      .map((input, place) => {
        const names = [input.custom_id, input.label, component.label].filter((each) => each !== undefined);
        const name = names.find((each) => fields[each] !== undefined);
        if (name !== undefined) used.add(name);
        return fill(input, name === undefined ? undefined : fields[name], names.at(-1) ?? '', at * 5 + place + 2);
      });
    const id = component.id ?? at * 5 + 1;
    if (component.type === 10) return { type: 10, id };
    return isLabel ? { type: 18, id, component: filled[0] } : { type: 1, id, components: filled };
  });
  const unknown = Object.keys(fields).find((name) => !used.has(name));
  if (unknown !== undefined) throw new ClientRefusal(`The form has no field "${unknown}".`);
  return { custom_id: modal.customId, components };
}

function fill(input: ComponentView, given: FieldValue | undefined, label: string, id: number): JsonObject {
  const common = { type: input.type, id: input.id ?? id, custom_id: input.custom_id };
  return input.type === TEXT_INPUT
    ? { ...common, value: typedText(input, given, label) }
    : { ...common, values: pickedValues(input, given, label) };
}

function pickedValues(input: ComponentView, given: FieldValue | undefined, label: string): readonly string[] {
  const picks = given === undefined ? [] : [given].flat();
  const min = input.required === false ? 0 : (input.min_values ?? 1);
  if (picks.length < min) throw new ClientRefusal(`${label}: This field is required.`);
  return input.type === STRING_SELECT ? picks.map((pick) => optionValue(input, pick)) : picks;
}

function typedText(input: ComponentView, given: FieldValue | undefined, label: string): string {
  const text = given === undefined ? (input.value ?? '') : [given].flat().join('\n');
  const { min_length: min = 0, max_length: max = 4000, required = true } = input;
  if (required && text === '') throw new ClientRefusal(`${label}: This field is required.`);
  if (text !== '' && (text.length < min || text.length > max)) {
    throw new ClientRefusal(`${label}: Must be between ${min} and ${max} in length.`);
  }
  return text;
}
