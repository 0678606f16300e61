import { type ComponentChild, h } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageField, PageForm } from '../page-types.ts';
import { Picker } from './picker.ts';
import { type FieldValues, useSession } from './session.ts';

interface Props {
  readonly form: PageForm;
  readonly onClose: () => void;
}

/** A form that the bot opened, above everything else. */
export function Form({ form, onClose }: Props): ComponentChild {
  const { act } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [values, setValues] = useState<FieldValues>(() => firstValues(form.fields));
  const [refusal, setRefusal] = useState('');
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const submit = async (event: Event) => {
    event.preventDefault();
    const answer = await act({ kind: 'submit', form: form.id, fields: values });
    if (answer.refusal === undefined) onClose();
    else setRefusal(answer.refusal);
  };
  const set = (id: string) => (value: string | readonly string[]) => setValues({ ...values, [id]: value });
  return h(
    'dialog',
    { ref: dialog, class: 'form', 'aria-labelledby': title, onClose },
    h(
      'form',
      { onSubmit: submit },
      h('h2', { id: title, class: 'form-title' }, form.title),
      form.fields.map((field) =>
        h(Field, { key: field.id, field, value: values[field.id] ?? '', onValue: set(field.id) }),
      ),
      refusal === '' ? null : h('p', { role: 'alert', class: 'refusal' }, refusal),
      h(
        'div',
        { class: 'form-buttons' },
        h('button', { type: 'button', class: 'button secondary', onClick: () => dialog.current?.close() }, 'Cancel'),
        h('button', { type: 'submit', class: 'button primary' }, 'Submit'),
      ),
    ),
  );
}

const firstValues = (fields: readonly PageField[]): FieldValues =>
  Object.fromEntries(
    fields.map((field) => [
      field.id,
      field.kind === 'text'
        ? field.value
        : field.menu.options.filter(({ isChosen }) => isChosen).map(({ value }) => value),
    ]),
  );

interface FieldProps {
  readonly field: PageField;
  readonly value: string | readonly string[];
  readonly onValue: (value: string | readonly string[]) => void;
}

function Field({ field, value, onValue }: FieldProps): ComponentChild {
  const id = useId();
  const hint = field.hint === '' ? null : h('small', { id: `${id}-hint` }, field.hint);
  if (field.kind === 'menu') {
    const { label, options, most } = field.menu;
    const picked = typeof value === 'string' ? [] : value;
    return h(
      'div',
      { class: 'form-field' },
      h('span', null, field.label),
      hint,
      h(Picker, { label, options, picked, most, onPick: onValue }),
    );
  }
  const attributes = {
    id,
    value: String(value),
    required: field.isRequired,
    maxLength: field.longest,
    'aria-describedby': hint === null ? undefined : `${id}-hint`,
    onInput: (event: Event) => onValue((event.currentTarget as HTMLInputElement).value),
  };
  return h(
    'div',
    { class: 'form-field' },
    h('label', { for: id }, field.label, field.isRequired ? h('span', { class: 'required' }, ' *') : null),
    hint,
    field.isLong ? h('textarea', { ...attributes, rows: 4 }) : h('input', { ...attributes, type: 'text' }),
  );
}
