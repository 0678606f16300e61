import { type ComponentChild, h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A line of a list above the message box. */
interface Suggestion {
  readonly key: string;
  readonly name: string;
  readonly note?: string;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly onPick: (at: number) => void;
}

/** The list above the message box. The focus stays in the text field, which says what is active. */
export function Suggestions({ id, label, suggestions, active, onPick }: Props): ComponentChild {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active]);
  return h(
    'div',
    { id, ref: list, role: 'listbox', class: 'suggestions', 'aria-label': label },
    suggestions.map(({ key, name, note }, at) =>
      h(
        'div',
        {
          key,
          id: `${id}-${at}`,
          role: 'option',
          class: at === active ? 'option active' : 'option',
          'aria-selected': at === active,
          onMouseDown: (event: Event) => event.preventDefault(),
          onClick: () => onPick(at),
        },
        h('span', null, name),
        note === undefined ? null : h('small', null, note),
      ),
    ),
  );
}

/** The attributes of the text field that a list of suggestions belongs to. */
export const comboBox = (id: string, active: number, count: number) => ({
  role: 'combobox' as const,
  'aria-autocomplete': 'list' as const,
  'aria-expanded': count > 0,
  ...(count > 0 ? { 'aria-controls': id } : {}),
  ...(count > 0 && active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {}),
});

/** Where an arrow key moves in a list; undefined for other keys. */
export function moveBy(key: string, active: number, count: number): number | undefined {
  const move = { ArrowDown: 1, ArrowUp: -1 }[key];
  return move === undefined || count === 0 ? undefined : (active + move + count) % count;
}
