import { type ComponentChild, h } from 'preact';
import type { PageChannel, PageGuild } from '../page-types.ts';
import { useSession } from './session.ts';

/** The sign before a channel's name, by its kind. */
export const signs = { text: '#', announcement: '»', forum: '≡', thread: '↳', direct: '@' } as const;
const kindNames = { text: '', announcement: ' (announcements)', forum: ' (forum)', thread: ' (thread)', direct: '' };

interface Props {
  readonly onPerson: (person: string) => void;
}

/** The servers, their channels, and who one is. */
export function Channels({ onPerson }: Props): ComponentChild {
  const { world } = useSession();
  return h(
    'nav',
    { class: 'channels', 'aria-label': 'Servers and channels' },
    h('h2', null, 'Direct messages'),
    h('ul', null, h(Entry, { channel: world.direct })),
    world.guilds.map((guild) => h(Guild, { key: guild.id, guild })),
    h(Me, { onPerson }),
  );
}

function Guild({ guild }: { readonly guild: PageGuild }): ComponentChild {
  const { channels } = guild;
  const below = (parent: string) => channels.filter((channel) => channel.parent === parent);
  return h(
    'section',
    null,
    h('h2', null, guild.name),
    h(
      'ul',
      null,
      channels
        .filter(({ kind }) => kind !== 'thread')
        .flatMap((channel) => [channel, ...below(channel.id)])
        .map((channel) => h(Entry, { key: channel.id, channel })),
    ),
  );
}

function Entry({ channel }: { readonly channel: PageChannel }): ComponentChild {
  const { world, open } = useSession();
  const { id, name, kind, mayWrite } = channel;
  const isReadOnly = !mayWrite && kind !== 'forum';
  return h(
    'li',
    { class: kind === 'thread' ? 'below' : '' },
    h(
      'button',
      { type: 'button', 'aria-current': world.channel === id ? 'page' : undefined, onClick: () => open(id) },
      h('span', { class: 'sign', 'aria-hidden': 'true' }, signs[kind]),
      h('span', { class: 'channel-name' }, name),
      h('span', { class: 'hidden' }, kindNames[kind]),
      isReadOnly ? h('small', null, ' read-only') : null,
    ),
  );
}

function Me({ onPerson }: Props): ComponentChild {
  const { world } = useSession();
  return h(
    'div',
    { class: 'me' },
    h('label', { for: 'person' }, 'You are'),
    h(
      'select',
      {
        id: 'person',
        value: world.person,
        onChange: (event: Event) => onPerson((event.currentTarget as HTMLSelectElement).value),
      },
      world.people.map(({ id, name, title }) => h('option', { key: id, value: id }, `${name}, ${title}`)),
    ),
  );
}
