import { type ComponentChild, h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PageChannel } from '../page-types.ts';
import { Composer } from './composer.ts';
import { Message, useShownMessages } from './message.ts';
import { useSession } from './session.ts';

/** The open channel: its messages, or a forum's posts, and the message box. */
export function Chat({ channel }: { readonly channel: PageChannel }): ComponentChild {
  return h(
    'main',
    { class: 'chat' },
    channel.kind === 'forum' ? h(Posts, { forum: channel }) : h(Messages, { key: channel.id, channel }),
    channel.kind === 'forum' ? null : h(Composer, { key: `box ${channel.id}`, channel }),
  );
}

function Messages({ channel }: { readonly channel: PageChannel }): ComponentChild {
  const { shown, dismiss } = useShownMessages();
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => showNewest(log.current), [shown.at(-1)?.id]);
  return h(
    'div',
    { ref: log, class: 'messages', role: 'log', 'aria-label': `Messages in ${channel.name}`, tabIndex: 0 },
    shown.length === 0 ? h('p', { class: 'empty' }, emptyText(channel)) : null,
    h(
      'ol',
      null,
      shown.map((message) => h(Message, { key: message.id, message, onDismiss: () => dismiss(message.id) })),
    ),
  );
}

const emptyText = ({ kind, name }: PageChannel): string =>
  kind === 'direct'
    ? 'Your direct messages with Paperboy. Type / for its commands.'
    : `Welcome to #${name}. Type / for the commands, such as /subscribe.`;

/** Scrolls to the newest message: to its beginning, if it is longer than the screen. */
function showNewest(log: HTMLElement | null): void {
  log?.querySelector('ol > li:last-child')?.scrollIntoView({ block: 'start' });
}

function Posts({ forum }: { readonly forum: PageChannel }): ComponentChild {
  const { world, open } = useSession();
  const posts = world.guilds.flatMap(({ channels }) => channels.filter(({ parent }) => parent === forum.id));
  return h(
    'ul',
    { class: 'posts', 'aria-label': `Posts in ${forum.name}` },
    posts.length === 0 ? h('li', { class: 'empty' }, 'There are no posts yet.') : null,
    posts.map(({ id, name }) =>
      h('li', { key: id }, h('button', { type: 'button', class: 'post', onClick: () => open(id) }, name)),
    ),
  );
}
