import { type ComponentChild, h } from 'preact';
import type { Inside as InsideView, TimeStep, Trouble } from '../page-types.ts';
import { Time } from './markdown.ts';
import { useSession } from './session.ts';
import { showTime } from './time.ts';

const stepNames: readonly (readonly [TimeStep, string])[] = [
  ['next-digest', 'Next digest now'],
  ['tomorrow', 'Tomorrow morning'],
  ['week', 'A week later'],
];
const troubleNames: readonly (readonly [Trouble, string])[] = [
  ['discord-down', 'Discord is down'],
  ['source-down', 'The sources are down'],
  ['rate-limited', 'Discord answers 429'],
  ['permission', 'The bot may not write here'],
  ['bot-killed', 'The bot is killed'],
];

/** What happens inside the bot: time, trouble, and why nothing is lost. */
export function Inside(): ComponentChild {
  const { inside } = useSession();
  return h(
    'aside',
    { class: 'inside', 'aria-label': 'Time, trouble, and the inside of the bot' },
    h(Clock, null),
    inside === null
      ? null
      : [h(Steps, { key: 's', inside }), h(Troubles, { key: 't', inside }), h(State, { key: 'i', inside })],
  );
}

type Props = { readonly inside: InsideView };

function Clock(): ComponentChild {
  const now = useSession().now();
  return h(
    'section',
    null,
    h('h2', null, 'Time'),
    h('p', { class: 'clock' }, h('time', { dateTime: new Date(now).toISOString() }, showTime(now, 'F', now))),
  );
}

function Steps({ inside }: Props): ComponentChild {
  const { act } = useSession();
  return h(
    'section',
    { class: 'steps' },
    stepNames.map(([step, name]) =>
      h(
        'button',
        {
          key: step,
          type: 'button',
          class: 'button secondary',
          disabled: inside.isBusy,
          onClick: () => void act({ kind: 'pass', step }),
        },
        name,
      ),
    ),
    h('p', { role: 'status', class: 'doing' }, inside.doing),
    h('p', { class: 'note' }, inside.papers),
  );
}

function Troubles({ inside }: Props): ComponentChild {
  const { act, world } = useSession();
  const isOn = (trouble: Trouble) =>
    trouble === 'permission' ? inside.closed.includes(world.channel) : inside.troubles.includes(trouble);
  return h(
    'section',
    { class: 'troubles' },
    h('h2', null, 'Trouble'),
    troubleNames.map(([trouble, name]) =>
      h(
        'button',
        {
          key: trouble,
          type: 'button',
          role: 'switch',
          class: 'switch',
          'aria-checked': isOn(trouble),
          onClick: () => void act({ kind: 'trouble', trouble, isOn: !isOn(trouble) }),
        },
        h('span', { class: 'knob', 'aria-hidden': 'true' }),
        name,
      ),
    ),
  );
}

function State({ inside }: Props): ComponentChild {
  return h(
    'section',
    null,
    h('h2', null, 'Outbox'),
    h('p', { class: 'note' }, 'Every message is stored here before it is sent, and stays until Discord has it.'),
    h(Deliveries, { inside }),
    h('h2', null, 'Channels'),
    h(DueChannels, { inside }),
    h('h2', null, 'Listings'),
    rows(
      'Nothing was pulled yet.',
      inside.listings.map(({ source, date, state, papers }) =>
        h('li', { key: `${source} ${date}` }, h('strong', null, source), ` ${date}: ${state}, ${papers} papers`),
      ),
    ),
    h('h2', null, 'Requests to Discord'),
    rows(
      'None yet.',
      inside.requests.map(({ at, line, status }, place) =>
        h(
          'li',
          { key: `${at} ${place}`, class: status >= 400 ? 'state refused' : 'state' },
          h('strong', null, String(status)),
          ` ${line}`,
        ),
      ),
    ),
  );
}

function Deliveries({ inside }: Props): ComponentChild {
  const name = useChannelNames();
  return rows(
    'Nothing was planned yet.',
    inside.deliveries.map(({ id, channel, part, state, attempts, reason }) =>
      h(
        'li',
        { key: id, class: `state ${state}` },
        h('strong', null, state),
        ` ${name(channel)} ${part}`,
        attempts > 1 ? ` · ${attempts} tries` : '',
        reason === '' ? null : h('small', null, reason),
      ),
    ),
  );
}

function DueChannels({ inside }: Props): ComponentChild {
  const name = useChannelNames();
  return rows(
    'No channel is subscribed yet.',
    inside.channels.map(({ id, topics, nextDigest, state }) =>
      h(
        'li',
        { key: id },
        h('strong', null, name(id)),
        ` ${topics} ${topics === 1 ? 'topic' : 'topics'} · next digest `,
        h(Time, { at: nextDigest, format: 'R' }),
        state === '' ? null : h('small', null, state),
      ),
    ),
  );
}

function useChannelNames(): (id: string) => string {
  const channels = useSession().world.guilds.flatMap((guild) => guild.channels);
  return (id) => `#${channels.find((channel) => channel.id === id)?.name ?? 'unknown'}`;
}

const rows = (empty: string, lines: readonly ComponentChild[]): ComponentChild =>
  lines.length === 0 ? h('p', { class: 'note' }, empty) : h('ul', { class: 'rows' }, [...lines]);
