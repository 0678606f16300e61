import { type ComponentChild, h } from 'preact';
import { useState } from 'preact/hooks';
import type { PageMessage } from '../page-types.ts';
import { Components } from './components.ts';
import { Embed, File } from './embed.ts';
import { Markdown } from './markdown.ts';
import { Picker } from './picker.ts';
import { useSession } from './session.ts';
import { showMessageTime } from './time.ts';

interface Props {
  readonly message: PageMessage;
  readonly onDismiss: () => void;
}

export function Message({ message, onDismiss }: Props): ComponentChild {
  const { usedBy, author, isPrivate, isThinking } = message;
  return h(
    'li',
    { class: isPrivate ? 'message private' : 'message', id: `message-${message.id}` },
    usedBy === null
      ? null
      : h('div', { class: 'used-by' }, h('strong', null, usedBy.name), ' used ', h('b', null, `/${usedBy.command}`)),
    h('div', { class: author.isApp ? 'avatar app' : 'avatar', 'aria-hidden': 'true' }, author.name.slice(0, 1)),
    h(Author, { message }),
    isThinking ? h('div', { class: 'thinking', role: 'status' }, `${author.name} is thinking…`) : h(Body, { message }),
    isPrivate ? h(PrivateNote, { onDismiss }) : null,
  );
}

function Author({ message }: Pick<Props, 'message'>): ComponentChild {
  const now = useSession().now();
  const { author, at } = message;
  return h(
    'div',
    { class: 'author' },
    h('strong', null, author.name),
    author.isApp ? h('span', { class: 'tag' }, 'APP') : null,
    h('time', { dateTime: new Date(at).toISOString() }, showMessageTime(at, now)),
    h(MessageMenu, { message }),
  );
}

/** The bot's commands for a message, where it has some. */
function MessageMenu({ message }: Pick<Props, 'message'>): ComponentChild {
  const { world, act } = useSession();
  const options = world.commands
    .filter(({ kind }) => kind === 'message')
    .map(({ name }) => ({ value: name, label: name }));
  if (options.length === 0 || message.isPrivate) return null;
  const onPick = ([command = '']: readonly string[]) => void act({ kind: 'use', command, message: message.id });
  return h('div', { class: 'message-menu' }, h(Picker, { label: 'Apps', options, picked: [], most: 1, onPick }));
}

function Body({ message }: Pick<Props, 'message'>): ComponentChild {
  const { id, text, embeds, files, components, thread, isEdited } = message;
  const { open } = useSession();
  return h(
    'div',
    { class: 'body' },
    text.length === 0 ? null : h('div', { class: 'text' }, h(Markdown, { text })),
    isEdited ? h('small', { class: 'edited' }, '(edited)') : null,
    files.map((file) => h(File, { key: file.address, file })),
    embeds.map((embed, at) => h(Embed, { key: at, embed })),
    components.length === 0 ? null : h(Components, { components, message: id }),
    thread === null
      ? null
      : h(
          'button',
          { type: 'button', class: 'thread', onClick: () => open(thread.id) },
          h('strong', null, thread.name),
          ` ${thread.messages} ${thread.messages === 1 ? 'message' : 'messages'} ›`,
        ),
  );
}

function PrivateNote({ onDismiss }: Pick<Props, 'onDismiss'>): ComponentChild {
  return h(
    'div',
    { class: 'private-note' },
    h('span', null, 'Only you can see this'),
    ' • ',
    h('button', { type: 'button', onClick: onDismiss }, 'Dismiss message'),
  );
}

/** The messages of the open channel, without those that the visitor dismissed. */
export function useShownMessages(): { readonly shown: readonly PageMessage[]; readonly dismiss: (id: string) => void } {
  const { messages } = useSession();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  return {
    shown: messages.filter(({ id }) => !dismissed.includes(id)),
    dismiss: (id) => setDismissed([...dismissed, id]),
  };
}
