import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import type { PageComponent, PageMenu } from '../page-types.ts';
import { Picture, Thumbnail } from './embed.ts';
import { Link, Markdown } from './markdown.ts';
import { Picker } from './picker.ts';
import { useSession } from './session.ts';

interface Props {
  readonly components: readonly PageComponent[];
  /** The message that they belong to. */
  readonly message: string;
}

/** The buttons, menus and layouts of a message. */
export function Components({ components, message }: Props): ComponentChild {
  return h('div', { class: 'components' }, drawAll(components, message));
}

const drawAll = (components: readonly PageComponent[], message: string): ComponentChild[] =>
  components.map((component, at) => h(Part, { key: at, component, message }));

function Part({ component, message }: { readonly component: PageComponent; readonly message: string }): ComponentChild {
  switch (component.kind) {
    case 'row':
      return h('div', { class: 'row' }, drawAll(component.inside, message));
    case 'container': {
      const style = component.color === undefined ? {} : { borderLeftColor: component.color };
      return h('div', { class: 'container', style }, drawAll(component.inside, message));
    }
    case 'section':
      return h(
        'div',
        { class: 'section' },
        h('div', null, drawAll(component.inside, message)),
        component.beside === null ? null : h(Beside, { component: component.beside, message }),
      );
    case 'button':
      return h(Button, { button: component, message });
    case 'menu':
      return h(Menu, { menu: component, message });
    case 'words':
      return h('div', null, h(Markdown, { text: component.text }));
    case 'pictures':
      return h(
        'div',
        { class: 'pictures' },
        component.pictures.map((picture, at) => h(Picture, { key: at, picture })),
      );
    case 'separator':
      return h('hr', null);
  }
}

/** A thumbnail or a button beside the texts of a section. */
function Beside({ component, message }: Parameters<typeof Part>[0]): ComponentChild {
  const [picture] = component.kind === 'pictures' ? component.pictures : [];
  return picture === undefined ? h(Part, { component, message }) : h(Thumbnail, { picture });
}

type PageButton = Extract<PageComponent, { kind: 'button' }>;

function Button({ button, message }: { readonly button: PageButton; readonly message: string }): ComponentChild {
  const { act } = useSession();
  const [isBusy, setBusy] = useState(false);
  const { id, label, style, address, isDisabled } = button;
  if (address !== null) return h('span', { class: 'button link' }, h(Link, { address }, `${label} ↗`));
  const press = async () => {
    setBusy(true);
    await act({ kind: 'press', message, button: id });
    setBusy(false);
  };
  return h(
    'button',
    { type: 'button', class: `button ${style}`, disabled: isDisabled, 'aria-busy': isBusy, onClick: press },
    label,
  );
}

/** A menu sends its pick at once, and several picks when they are done. */
function Menu({ menu, message }: { readonly menu: PageMenu; readonly message: string }): ComponentChild {
  const { act } = useSession();
  const first = menu.options.filter(({ isChosen }) => isChosen).map(({ value }) => value);
  const [picked, setPicked] = useState<readonly string[]>(first);
  const choose = (picks: readonly string[]) => act({ kind: 'choose', message, menu: menu.id, picks });
  const onPick = (picks: readonly string[]) => {
    setPicked(picks);
    if (menu.most === 1) void choose(picks);
  };
  return h(
    'div',
    { class: 'menu' },
    h(Picker, {
      label: menu.label,
      options: menu.options,
      picked,
      most: menu.most,
      isDisabled: menu.isDisabled,
      onPick,
    }),
    menu.most === 1
      ? null
      : h('button', { type: 'button', class: 'button secondary', onClick: () => void choose(picked) }, 'Done'),
  );
}
