import { type ComponentChild, h } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageOption } from '../page-types.ts';

interface PickerProps {
  readonly label: string;
  readonly options: readonly PageOption[];
  readonly picked: readonly string[];
  /** How many may be picked. With one, the list closes at the first. */
  readonly most: number;
  readonly isDisabled?: boolean;
  readonly onPick: (picked: readonly string[]) => void;
}

/** A menu as Discord draws it: a button that opens a list. Arrow keys move in it, Escape closes it. */
export function Picker({ label, options, picked, most, isDisabled = false, onPick }: PickerProps): ComponentChild {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const names = options.filter(({ value }) => picked.includes(value)).map((option) => option.label);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const pick = (value: string) => {
    if (most > 1) return onPick(toggle(picked, value, most));
    onPick([value]);
    close();
  };
  return h(
    'div',
    { class: 'picker' },
    h(
      'button',
      {
        ref: button,
        type: 'button',
        class: 'picker-button',
        disabled: isDisabled,
        'aria-haspopup': 'listbox',
        'aria-expanded': isOpen,
        'aria-label': names.length === 0 ? label : `${label}: ${names.join(', ')}`,
        onClick: () => setOpen(!isOpen),
      },
      h('span', { class: names.length === 0 ? 'placeholder' : '' }, names.join(', ') || label),
      h('span', { class: 'arrow', 'aria-hidden': 'true' }, '▾'),
    ),
    isOpen ? h(Options, { label, options, picked, isMany: most > 1, onPick: pick, onClose: close }) : null,
  );
}

const toggle = (picked: readonly string[], value: string, most: number): readonly string[] =>
  picked.includes(value) ? picked.filter((one) => one !== value) : [...picked, value].slice(-most);

interface OptionsProps extends Pick<PickerProps, 'label' | 'options' | 'picked'> {
  readonly isMany: boolean;
  readonly onPick: (value: string) => void;
  readonly onClose: () => void;
}

function Options({ label, options, picked, isMany, onPick, onClose }: OptionsProps): ComponentChild {
  const [active, setActive] = useState(
    Math.max(
      0,
      options.findIndex(({ value }) => picked.includes(value)),
    ),
  );
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  // Before the next key comes.
  useLayoutEffect(() => list.current?.focus(), []);
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) setActive((active + move + options.length) % options.length);
    else if (event.key === 'Enter' || event.key === ' ') onPick(options[active]?.value ?? '');
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return h(
    'div',
    {
      ref: list,
      role: 'listbox',
      class: 'options',
      tabIndex: 0,
      'aria-label': label,
      'aria-multiselectable': isMany,
      'aria-activedescendant': `${id}-${active}`,
      onKeyDown,
      onBlur: onClose,
    },
    options.map((option, at) =>
      h(
        'div',
        {
          key: option.value,
          id: `${id}-${at}`,
          role: 'option',
          class: at === active ? 'option active' : 'option',
          'aria-selected': picked.includes(option.value),
          onMouseDown: (event: Event) => event.preventDefault(),
          onClick: () => onPick(option.value),
        },
        h('span', null, option.label),
        option.description === undefined ? null : h('small', null, option.description),
      ),
    ),
  );
}
