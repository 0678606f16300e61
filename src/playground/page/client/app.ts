import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Inside as InsideView, PageChannel, PageForm, PageMessage, PageWorld } from '../page-types.ts';
import { Channels, signs } from './channels.ts';
import { Chat } from './chat.ts';
import { Form } from './form.ts';
import { Inside } from './inside.ts';
import { type Deed, listen, type Place, type Session, SessionContext, send } from './session.ts';

/** How often relative times are drawn again. */
const tickMs = 5_000;

/** The whole page. */
export function App(): ComponentChild {
  const [place, setPlace] = useState<Partial<Place>>({});
  const [world, setWorld] = useState<PageWorld | null>(null);
  const [messages, setMessages] = useState<readonly PageMessage[]>([]);
  const [inside, setInside] = useState<InsideView | null>(null);
  const [isConnected, setConnected] = useState(true);
  const [form, setForm] = useState<PageForm | null>(null);
  const [refusal, setRefusal] = useState('');
  const [drawer, setDrawer] = useState<'channels' | 'inside' | null>(null);
  const now = useClock(world);
  useEffect(
    () => listen(place, { world: setWorld, messages: setMessages, inside: setInside, connected: setConnected }),
    [place.person, place.channel],
  );
  if (world === null) return h('p', { class: 'loading', role: 'status' }, 'Connecting to the demo…');
  const act = async (deed: Deed) => {
    const answer = await send(deed, world);
    if (deed.kind !== 'complete') setRefusal(answer.refusal ?? '');
    if (answer.form !== undefined) setForm(answer.form);
    return answer;
  };
  const open = (channel: string) => {
    setPlace({ person: world.person, channel });
    setDrawer(null);
    setRefusal('');
  };
  const session: Session = { world, messages, inside, now, act, open };
  const channel = channelOf(world);
  return h(
    SessionContext.Provider,
    { value: session },
    h(TopBar, { channel, drawer, onDrawer: setDrawer }),
    h(
      'div',
      { class: 'columns', 'data-drawer': drawer ?? 'none' },
      h(Channels, { onPerson: (person) => setPlace({ person, channel: world.channel }) }),
      h(Chat, { channel }),
      h(Inside, null),
    ),
    isConnected ? null : h(Alert, { text: 'The demo has ended. Start it again in the terminal: npm run demo' }),
    refusal === '' ? null : h(Alert, { text: refusal, onClose: () => setRefusal('') }),
    form === null ? null : h(Form, { key: form.id, form, onClose: () => setForm(null) }),
  );
}

/** The time in this Discord, which goes on between two messages of the server. */
function useClock(world: PageWorld | null): () => number {
  const received = useRef({ world, at: performance.now() });
  if (received.current.world !== world) received.current = { world, at: performance.now() };
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((ticks) => ticks + 1), tickMs);
    return () => clearInterval(timer);
  }, []);
  return () => {
    if (world === null) return 0;
    return world.isRunning ? world.now + performance.now() - received.current.at : world.now;
  };
}

function channelOf(world: PageWorld): PageChannel {
  const all = world.guilds.flatMap(({ channels }) => channels);
  return all.find(({ id }) => id === world.channel) ?? world.direct;
}

interface TopBarProps {
  readonly channel: PageChannel;
  readonly drawer: 'channels' | 'inside' | null;
  readonly onDrawer: (drawer: TopBarProps['drawer']) => void;
}

/** The name of the channel. On a phone it also has the buttons that open the columns beside the chat. */
function TopBar({ channel, drawer, onDrawer }: TopBarProps): ComponentChild {
  const button = (name: 'channels' | 'inside', label: string, sign: string) =>
    h(
      'button',
      {
        type: 'button',
        class: 'drawer-button',
        'aria-expanded': drawer === name,
        'aria-label': label,
        onClick: () => onDrawer(drawer === name ? null : name),
      },
      sign,
    );
  return h(
    'header',
    { class: 'top-bar' },
    button('channels', 'Servers and channels', '☰'),
    h('h1', null, `${signs[channel.kind]} ${channel.name}`),
    button('inside', 'Time and trouble', '⏱'),
  );
}

function Alert({ text, onClose }: { readonly text: string; readonly onClose?: () => void }): ComponentChild {
  return h(
    'div',
    { class: 'alert', role: 'alert' },
    h('span', null, text),
    onClose === undefined ? null : h('button', { type: 'button', 'aria-label': 'Close', onClick: onClose }, '✕'),
  );
}
