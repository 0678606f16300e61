import { Client, Events, GatewayIntentBits } from 'discord.js';

/**
 * The floor of a delivery: discord.js' Client with its defaults, one message after the other. Nothing is stored.
 * Arguments: Discord's address, the token, how many messages.
 */

export interface NaiveDelivery {
  /** The time of sending alone. */
  readonly ms: number;
  readonly messages: number;
}

const [api = '', token = '', amount = ''] = process.argv.slice(2);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
await client.login(token);
await ready;
const channels = [...client.channels.cache.values()].filter((channel) => channel.isSendable()).slice(0, Number(amount));
const embeds = Array.from({ length: 4 }, () => ({ title: 'A paper', description: 'word '.repeat(240) }));

const startedAt = performance.now();
for (const channel of channels) await channel.send({ content: 'Papers', embeds });
const ms = performance.now() - startedAt;
await client.destroy();
process.stdout.write(JSON.stringify({ ms, messages: channels.length } satisfies NaiveDelivery));
