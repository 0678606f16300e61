import type { ServerResponse } from 'node:http';
import type { Logger } from '../../ports.ts';
import type { Person } from '../person.ts';
import { viewMessages } from './message-page.ts';
import type { Stage } from './stage.ts';
import { viewWorld } from './world-page.ts';

/** How long changes are collected before they are sent. */
const gatherMs = 30;
/** How often the inside of the bot is read, because it says nothing when it changes. */
const insideMs = 700;

/** Who looks at what. */
interface View {
  readonly stage: Stage;
  readonly person: Person;
  readonly channelId: string;
  readonly log: Logger;
}

/**
 * Sends a person's view of a channel as server-sent events: `world`, `messages` and `inside`, each again when it
 * changes. It ends when the browser closes the connection.
 */
export function streamView({ stage, person, channelId, log }: View, response: ServerResponse): void {
  const sent = new Map<string, string>();
  const send = (event: string, data: unknown): void => {
    const json = JSON.stringify(data);
    if (sent.get(event) === json) return;
    sent.set(event, json);
    response.write(`event: ${event}\ndata: ${json}\n\n`);
  };
  const sendView = () => {
    const { world } = stage.discord;
    const channel = world.channels.get(channelId) ?? person.directChannel();
    send('world', viewWorld(stage, person, channel));
    send('messages', viewMessages(person, channel, world));
  };
  const sendInside = async () => {
    try {
      send('inside', await stage.inside());
    } catch (err) {
      // The demo may be closing.
      log.debug({ event: 'page.inside', err }, 'the inside of the bot could not be read');
    }
  };
  let gathering: NodeJS.Timeout | undefined;
  const watch = stage.discord.watch(() => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      sendView();
    }, gatherMs);
  });
  const pulse = setInterval(() => void sendInside(), insideMs);
  response.once('close', () => {
    watch[Symbol.dispose]();
    clearTimeout(gathering);
    clearInterval(pulse);
  });
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  sendView();
  void sendInside();
}
