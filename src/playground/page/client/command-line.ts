import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageCommand, PageCommandOption } from '../page-types.ts';
import { CommandOption } from './command-option.ts';
import { type CommandValues, useSession } from './session.ts';

interface Props {
  readonly command: PageCommand;
  readonly onClose: () => void;
}

/** A command that is being filled in: a field for each option that it needs, and buttons that add the others. */
export function CommandLine({ command, onClose }: Props): ComponentChild {
  const { act } = useSession();
  const { options } = command;
  const form = useRef<HTMLFormElement>(null);
  const [shown, setShown] = useState(firstShown(options).map(({ name }) => name));
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  useEffect(() => form.current?.querySelector<HTMLElement>('.command-options input, button.run')?.focus(), []);
  const values = valuesOf(options, texts);
  const run = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const answer = await act({ kind: 'run', command: `/${command.name}`, values });
    setBusy(false);
    if (answer.refusal === undefined) close();
  };
  const close = () => {
    onClose();
    setTimeout(() => document.getElementById('message-box')?.focus());
  };
  const add = (name: string) => {
    setShown([...shown, name]);
    setTimeout(() => document.getElementById(`option-${name}`)?.focus());
  };
  const set = (name: string) => (text: string) => setTexts({ ...texts, [name]: text });
  const rest = options.filter(({ name }) => !shown.includes(name));
  return h(
    'form',
    {
      ref: form,
      class: 'composer command',
      'aria-label': `Command /${command.name}`,
      onSubmit: run,
      onKeyDown: (event: KeyboardEvent) => event.key === 'Escape' && close(),
    },
    h('div', { class: 'command-name' }, h('strong', null, `/${command.name}`), h('small', null, command.description)),
    h(
      'div',
      { class: 'command-options' },
      options
        .filter(({ name }) => shown.includes(name))
        .map((option) =>
          h(CommandOption, {
            key: option.name,
            command,
            option,
            text: texts[option.name] ?? '',
            others: values,
            onText: set(option.name),
          }),
        ),
    ),
    h(MoreOptions, { options: rest, onAdd: add }),
    h(
      'div',
      { class: 'command-buttons' },
      h('button', { type: 'submit', class: 'button primary run', 'aria-busy': isBusy }, 'Send'),
      h('button', { type: 'button', class: 'button secondary', onClick: close }, 'Cancel'),
    ),
  );
}

/** The required options, or the first one if it has suggestions: most people fill it in. */
function firstShown(options: readonly PageCommandOption[]): readonly PageCommandOption[] {
  const required = options.filter(({ isRequired }) => isRequired);
  return required.length > 0 ? required : options.slice(0, 1).filter(({ hasSuggestions }) => hasSuggestions);
}

interface MoreProps {
  readonly options: readonly PageCommandOption[];
  readonly onAdd: (name: string) => void;
}

function MoreOptions({ options, onAdd }: MoreProps): ComponentChild {
  if (options.length === 0) return null;
  return h(
    'div',
    { class: 'more-options' },
    options.map(({ name, description }) =>
      h(
        'button',
        { key: name, type: 'button', class: 'add-option', title: description, onClick: () => onAdd(name) },
        `+ ${name}`,
      ),
    ),
  );
}

/** The given values, by the types that Discord's client sends. */
function valuesOf(options: readonly PageCommandOption[], texts: Readonly<Record<string, string>>): CommandValues {
  const given = options.filter(({ name }) => (texts[name] ?? '') !== '');
  return Object.fromEntries(given.map((option) => [option.name, valueAs(option, texts[option.name] ?? '')]));
}

const booleanType = 5;
const numberTypes: readonly number[] = [4, 10];

function valueAs({ type }: PageCommandOption, text: string): string | number | boolean {
  if (type === booleanType) return text === 'true';
  return numberTypes.includes(type) && text.trim() !== '' ? Number(text) : text;
}
