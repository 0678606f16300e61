import { type ComponentChild, h } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { PageChannel, PageCommand } from '../page-types.ts';
import { CommandLine } from './command-line.ts';
import { useSession } from './session.ts';
import { comboBox, moveBy, Suggestions } from './suggestions.ts';

/** The message box. `/` opens the commands that the bot registered and that this person may use here. */
export function Composer({ channel }: { readonly channel: PageChannel }): ComponentChild {
  const [command, setCommand] = useState<PageCommand | null>(null);
  if (command !== null) return h(CommandLine, { key: command.name, command, onClose: () => setCommand(null) });
  return h(MessageBox, { channel, onCommand: setCommand });
}

interface BoxProps {
  readonly channel: PageChannel;
  readonly onCommand: (command: PageCommand) => void;
}

function MessageBox({ channel, onCommand }: BoxProps): ComponentChild {
  const { world, act } = useSession();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const list = useId();
  const found = text.startsWith('/') ? matching(world.commands, text.slice(1)) : [];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveBy(event.key, active, found.length);
    if (next !== undefined) setActive(next);
    else if (event.key === 'Escape') setText('');
    else if (['Enter', 'Tab'].includes(event.key) && found[active] !== undefined) onCommand(found[active]);
    else if (event.key === 'Enter' && text.trim() !== '') {
      void act({ kind: 'say', text });
      setText('');
    } else return;
    event.preventDefault();
  };
  const where = channel.kind === 'direct' ? '@Paperboy' : `#${channel.name}`;
  const label = channel.mayWrite ? `Message ${where}, or / for commands` : 'You may not write here; / for commands';
  return h(
    'div',
    { class: 'composer' },
    found.length === 0
      ? null
      : h(Suggestions, {
          id: list,
          label: 'Commands',
          active,
          suggestions: found.map(({ name, description }) => ({ key: name, name: `/${name}`, note: description })),
          onPick: (at) => found[at] !== undefined && onCommand(found[at]),
        }),
    h('input', {
      id: 'message-box',
      type: 'text',
      'aria-label': label,
      placeholder: label,
      autocomplete: 'off',
      value: text,
      maxLength: 2000,
      ...comboBox(list, active, found.length),
      onKeyDown,
      onInput: (event: Event) => {
        setText((event.currentTarget as HTMLInputElement).value);
        setActive(0);
      },
    }),
  );
}

/** The chat commands with these letters: those that begin with them first. */
function matching(commands: readonly PageCommand[], typed: string): readonly PageCommand[] {
  const wanted = typed.trim().toLowerCase();
  const chat = commands.filter(({ kind, name }) => kind === 'chat' && name.includes(wanted));
  return chat.toSorted((a, b) => Number(b.name.startsWith(wanted)) - Number(a.name.startsWith(wanted)));
}
