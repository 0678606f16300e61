import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { LocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { type Answer, call } from './api.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads of every shape
export type Payload = any;

/** A bare gateway client: it sends a test's payloads, and keeps those that it receives. */
export class Bot implements Disposable {
  readonly discord: LocalDiscord;
  readonly socket: WebSocket;
  readonly heard: Payload[] = [];
  /** The bot's reaction to an interaction; by default none. */
  onInteraction: (interaction: Payload) => unknown = () => {};

  constructor(discord: LocalDiscord, url: string, query = 'v=10&encoding=json') {
    this.discord = discord;
    this.socket = new WebSocket(`${url}?${query}`);
    this.socket.on('message', (data) => {
      const payload = JSON.parse(String(data)) as Payload;
      this.heard.push(payload);
      if (payload.t === 'INTERACTION_CREATE') this.onInteraction(payload.d);
    });
  }

  send(op: number, d: unknown): void {
    this.socket.send(JSON.stringify({ op, d }));
  }

  identify(more: object = {}): void {
    this.send(2, { token: this.discord.token, intents: 1, properties: {}, ...more });
  }

  /** The first payload that fits, already received or not. */
  async hear(fits: (payload: Payload) => boolean): Promise<Payload> {
    for (;;) {
      const found = this.heard.find(fits);
      if (found !== undefined) return found;
      await once(this.socket, 'message');
    }
  }

  hearEvent(name: string): Promise<Payload> {
    return this.hear((payload) => payload.t === name);
  }

  /** The code with which the server closes the connection. */
  async closed(): Promise<number> {
    const [code] = await once(this.socket, 'close');
    return code as number;
  }

  /** Answers an interaction for the first time. */
  answer(interaction: Payload, type: number, data?: object): Promise<Answer> {
    const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
    return call(this.discord, 'POST', path, data === undefined ? { type } : { type, data }, null);
  }

  /** Calls a route of the interaction's token: `''` or `/messages/@original`. */
  webhook(interaction: Payload, method: string, path: string, body?: object): Promise<Answer> {
    const base = `/webhooks/${interaction.application_id}/${interaction.token}`;
    return call(this.discord, method, base + path, body, null);
  }

  [Symbol.dispose](): void {
    this.socket.terminate();
  }
}

/** A bot that is connected but has not identified. */
export async function connectBot(discord: LocalDiscord, query?: string): Promise<Bot> {
  const { body } = await call(discord, 'GET', '/gateway/bot');
  const bot = new Bot(discord, body.url, query);
  await once(bot.socket, 'open');
  return bot;
}

/** A bot that is ready. */
export async function startBot(discord: LocalDiscord, more: object = {}): Promise<Bot> {
  const bot = await connectBot(discord);
  bot.identify(more);
  await bot.hearEvent('READY');
  return bot;
}
