import { type ComponentChild, h } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { PageCommand, PageCommandOption } from '../page-types.ts';
import { Picker } from './picker.ts';
import { type CommandValues, useSession } from './session.ts';
import { comboBox, moveBy, Suggestions } from './suggestions.ts';

interface Props {
  readonly command: PageCommand;
  readonly option: PageCommandOption;
  readonly text: string;
  /** The values of all options so far. */
  readonly others: CommandValues;
  readonly onText: (text: string) => void;
}

/** How long the typing must rest before the bot is asked, as in Discord's client. */
const restMs = 150;

/** The field of an option: a menu if it has choices, otherwise a text field. */
export function CommandOption({ command, option, text, others, onText }: Props): ComponentChild {
  const id = `option-${option.name}`;
  const label = h('label', { for: id }, option.name, option.isRequired ? null : h('small', null, ' (optional)'));
  if (option.choices.length > 0) {
    const picked = text === '' ? [] : [text];
    const onPick = ([value = '']: readonly string[]) => onText(value);
    const menu = h(Picker, { label: option.description, options: option.choices, picked, most: 1, onPick });
    return h('div', { class: 'command-option' }, h('span', { class: 'option-name' }, option.name), menu);
  }
  return h('div', { class: 'command-option' }, label, h(TextOption, { id, command, option, text, others, onText }));
}

function TextOption({ id, command, option, text, others, onText }: Props & { readonly id: string }): ComponentChild {
  const list = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const choices = useChoices(command, option, text, others, isOpen);
  const shown = isOpen ? choices : [];
  const pick = (at: number) => {
    onText(String(choices[at]?.value ?? ''));
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveBy(event.key, active, shown.length);
    if (next !== undefined) setActive(next);
    else if (['Enter', 'Tab'].includes(event.key) && shown[active] !== undefined) pick(active);
    else if (event.key === 'Escape' && shown.length > 0) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return h(
    'div',
    { class: 'text-option' },
    shown.length === 0
      ? null
      : h(Suggestions, {
          id: list,
          label: `Suggestions for ${option.name}`,
          active,
          suggestions: shown.map(({ name, value }) => ({ key: String(value), name })),
          onPick: pick,
        }),
    h('input', {
      id,
      type: 'text',
      inputMode: option.type === 4 || option.type === 10 ? 'numeric' : 'text',
      placeholder: option.description,
      autocomplete: 'off',
      required: option.isRequired,
      maxLength: option.longest,
      value: text,
      ...(option.hasSuggestions ? comboBox(list, active, shown.length) : {}),
      onKeyDown,
      onFocus: () => setOpen(true),
      onBlur: () => setOpen(false),
      onInput: (event: Event) => {
        onText((event.currentTarget as HTMLInputElement).value);
        setActive(-1);
        setOpen(true);
      },
    }),
  );
}

type Choices = readonly { readonly name: string; readonly value: string | number }[];

/** The choices that the bot offers for what is typed. */
function useChoices(
  command: PageCommand,
  { name, hasSuggestions }: PageCommandOption,
  typed: string,
  others: CommandValues,
  isOpen: boolean,
): Choices {
  const { act } = useSession();
  const [choices, setChoices] = useState<Choices>([]);
  useEffect(() => {
    if (!hasSuggestions || !isOpen) return;
    let isWanted = true;
    const ask = async () => {
      const { [name]: _own, ...values } = others;
      const answer = await act({ kind: 'complete', command: `/${command.name}`, values, option: name, typed });
      if (isWanted) setChoices(answer.choices ?? []);
    };
    const timer = setTimeout(() => void ask(), restMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [typed, isOpen]);
  return choices;
}
