import { checkCustomId, checkSelect } from './component-rules.ts';
import type { Form } from './form.ts';

const TEXT_INPUT = 4;
const LABELLED = [3, TEXT_INPUT, 5, 6, 7, 8, 19, 21, 22, 23];

/** Checks the data of a modal: its title, and at most five components. */
export function checkModal(form: Form): void {
  form.text('custom_id', { min: 1, max: 100, required: true });
  form.text('title', { min: 1, max: 45, required: true });
  const seen = new Set<string>();
  for (const component of form.forms('components', { min: 1, max: 5, required: true }) ?? []) {
    const type = component.choice('type', [1, 10, 18], true);
    if (type === 1) checkRow(component, seen);
    else if (type === 10) component.text('content', { min: 1, max: 4000, required: true });
    else if (type === 18) checkLabel(component, seen);
  }
}

function checkRow(row: Form, seen: Set<string>): void {
  for (const input of row.forms('components', { min: 1, max: 1, required: true }) ?? []) {
    if (input.choice('type', [TEXT_INPUT], true) !== TEXT_INPUT) continue;
    input.text('label', { min: 1, max: 45, required: true });
    checkTextInput(input, seen);
  }
}

function checkLabel(label: Form, seen: Set<string>): void {
  label.text('label', { min: 1, max: 45, required: true });
  label.text('description', { min: 1, max: 100 });
  const component = label.form('component', true);
  const type = component?.choice('type', LABELLED, true);
  if (component === undefined || type === undefined) return;
  if (type === TEXT_INPUT) {
    if (component.has('label')) {
      const message = 'A text input inside a label cannot have its own label.';
      component.refuse('label', 'TEXT_INPUT_LABEL_NOT_ALLOWED', message);
    }
    checkTextInput(component, seen);
  } else if (type <= 8) checkSelect(component, type, { customIds: seen });
  else checkCustomId(component, seen);
}

function checkTextInput(input: Form, seen: Set<string>): void {
  checkCustomId(input, seen);
  input.choice('style', [1, 2], true);
  input.text('placeholder', { max: 100 });
  const min = input.integer('min_length', { min: 0, max: 4000 }) ?? 0;
  const max = input.integer('max_length', { min: 1, max: 4000 }) ?? 4000;
  if (min > max) input.refuse('min_length', 'TEXT_INPUT_MIN_LENGTH', 'min_length must not exceed max_length.');
  const value = input.text('value', { max: 4000 });
  if (value && (value.length < min || value.length > max)) {
    input.refuse('value', 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  }
}
