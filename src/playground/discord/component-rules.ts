import type { Form } from './form.ts';

/** The limit of components in a message of Components V2, nested ones included. */
const MAX_COMPONENTS = 40;
/** The limit of characters in all text displays of a message of Components V2. */
const MAX_TEXT = 4000;

const LEGACY_TYPES = [1];
const V2_TYPES = [1, 9, 10, 12, 13, 14, 17];
const CONTAINER_TYPES = [1, 9, 10, 12, 13, 14];
const ROW_TYPES = [2, 3, 5, 6, 7, 8];
const BUTTON = 2;
const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;

/** The counts over all components of one message. */
interface Tally {
  components: number;
  text: number;
  readonly customIds: Set<string>;
}

/** Checks a message's `components` by the rules of its kind: classic rows, or Components V2. */
export function checkComponents(form: Form, componentsV2: boolean): void {
  const tally: Tally = { components: 0, text: 0, customIds: new Set() };
  const max = componentsV2 ? MAX_COMPONENTS : 5;
  for (const component of form.forms('components', { max }) ?? []) {
    checkComponent(component, componentsV2 ? V2_TYPES : LEGACY_TYPES, tally);
  }
  if (tally.components > MAX_COMPONENTS) {
    form.refuse('components', 'COMPONENT_MAX_TOTAL', `The maximum number of components is ${MAX_COMPONENTS}.`);
  }
  if (tally.text > MAX_TEXT) {
    const message = `The cumulative length of text must be ${MAX_TEXT} or fewer.`;
    form.refuse('components', 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message);
  }
}

function checkComponent(form: Form, allowed: readonly number[], tally: Tally): void {
  tally.components += 1;
  const type = form.choice('type', allowed, true);
  if (type === undefined || !allowed.includes(type)) return;
  form.integer('id', { min: 0 });
  if (type === 1) checkRow(form, tally);
  else if (type === BUTTON) checkButton(form, tally);
  else if (ROW_TYPES.includes(type)) checkSelect(form, type, tally);
  else checkLayout(form, type, tally);
}

function checkLayout(form: Form, type: number, tally: Tally): void {
  if (type === 9) checkSection(form, tally);
  else if (type === 10) tally.text += form.text('content', { min: 1, max: MAX_TEXT, required: true })?.length ?? 0;
  else if (type === 11) checkMedia(form);
  else if (type === 12) {
    for (const item of form.forms('items', { min: 1, max: 10, required: true }) ?? []) checkMedia(item);
  } else if (type === 13) form.form('file', true)?.url('url', ['attachment']);
  else if (type === 14) form.choice('spacing', [1, 2]);
  else checkContainer(form, tally);
}

function checkRow(form: Form, tally: Tally): void {
  const children = form.forms('components', { min: 1, max: 5, required: true }) ?? [];
  for (const child of children) checkComponent(child, ROW_TYPES, tally);
  const selects = children.filter((child) => child.fields['type'] !== BUTTON).length;
  if (selects > 0 && children.length > 1) {
    form.refuse('components', 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The maximum width of an action row was exceeded.');
  }
}

function checkSection(form: Form, tally: Tally): void {
  for (const text of form.forms('components', { min: 1, max: 3, required: true }) ?? []) {
    checkComponent(text, [10], tally);
  }
  const accessory = form.form('accessory', true);
  if (accessory !== undefined) checkComponent(accessory, [BUTTON, 11], tally);
}

function checkMedia(form: Form): void {
  form.text('description', { min: 1, max: 1024 });
  form.form('media', true)?.url('url', ['http', 'https', 'attachment']);
}

function checkContainer(form: Form, tally: Tally): void {
  form.integer('accent_color', { min: 0, max: 0xffffff });
  for (const child of form.forms('components', { min: 1, max: MAX_COMPONENTS, required: true }) ?? []) {
    checkComponent(child, CONTAINER_TYPES, tally);
  }
}

function checkButton(form: Form, tally: Tally): void {
  const style = form.choice('style', [1, 2, 3, 4, 5, 6], true);
  form.text('label', { max: 80 });
  if (style === LINK_STYLE) {
    if (!form.has('url')) form.refuse('url', 'BASE_TYPE_REQUIRED', 'A url is required for link buttons.');
    form.url('url', ['http', 'https', 'discord'], 512);
  }
  if (style === LINK_STYLE || style === PREMIUM_STYLE) {
    if (form.has('custom_id')) refuseBoth(form);
    return;
  }
  if (form.has('url')) refuseBoth(form);
  checkCustomId(form, tally.customIds);
  if (!form.fields['label'] && !form.has('emoji')) {
    form.refuse(undefined, 'BUTTON_COMPONENT_INVALID_LABEL', 'A button must have a label or an emoji.');
  }
}

function refuseBoth(form: Form): void {
  const message = 'A custom id and url cannot both be specified';
  form.refuse('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_AND_URL_EXCLUSIVE', message);
}

/** Checks a `custom_id`: it is required, unique, and has 1 to 100 characters. */
export function checkCustomId(form: Form, seen: Set<string>): void {
  const customId = form.text('custom_id', { min: 1, max: 100, required: true });
  if (customId === undefined) return;
  if (seen.has(customId)) {
    form.refuse('custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  seen.add(customId);
}

/** Checks a select menu in a message or modal. */
export function checkSelect(form: Form, type: number, tally: { readonly customIds: Set<string> }): void {
  checkCustomId(form, tally.customIds);
  form.text('placeholder', { max: 150 });
  const min = form.integer('min_values', { min: 0, max: 25 }) ?? 1;
  const max = form.integer('max_values', { min: 1, max: 25 }) ?? 1;
  if (min > max) form.refuse('min_values', 'SELECT_COMPONENT_MIN_VALUES', 'min_values must not exceed max_values.');
  if (type === 3) checkSelectOptions(form, max);
}

function checkSelectOptions(form: Form, maxValues: number): void {
  const options = form.forms('options', { min: 1, max: 25, required: true }) ?? [];
  const seen = new Set<string>();
  for (const option of options) {
    option.text('label', { min: 1, max: 100, required: true });
    option.text('description', { max: 100 });
    const value = option.text('value', { min: 1, max: 100, required: true });
    if (value !== undefined && seen.has(value)) {
      const message = 'The specified option value is already used';
      option.refuse('value', 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message);
    }
    if (value !== undefined) seen.add(value);
  }
  if (options.filter((option) => option.fields['default'] === true).length > maxValues) {
    const message = 'More options are chosen by default than max_values allows.';
    form.refuse('options', 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message);
  }
  if (form.has('max_values') && maxValues > options.length) {
    form.refuse('max_values', 'SELECT_COMPONENT_MAX_VALUES_TOO_LARGE', `Must be at most ${options.length}.`);
  }
}
