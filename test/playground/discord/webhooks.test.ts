import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import type { Guild } from '../../../src/playground/discord/world-shapes.ts';
import { call } from './api.ts';

let discord: LocalDiscord;
let guild: Guild;
let channel: string;
let now = 1_000_000;

beforeEach(async () => {
  discord = await startLocalDiscord({ limits: { clock: () => now } });
  guild = discord.world.createGuild({ name: 'Lab', bot: ['ViewChannel', 'SendMessages', 'ManageWebhooks'] });
  channel = discord.world.createChannel({ guild, name: 'papers' }).id;
});
afterEach(() => discord[Symbol.asyncDispose]());

const create = (name = 'Papers') => call(discord, 'POST', `/channels/${channel}/webhooks`, { name });
const execute = (path: string, body: object = { content: 'a' }) => call(discord, 'POST', path, body, null);

test("a webhook posts without the bot's token, edits and deletes its messages, and ignores nonces", async () => {
  const { body: webhook } = await create();
  const path = `/webhooks/${webhook.id}/${webhook.token}`;
  expect((await execute(path)).status).toBe(204);
  const once = { content: 'once', nonce: 'n', enforce_nonce: true };
  const first = await execute(`${path}?wait=true`, once);
  const second = await execute(`${path}?wait=true`, once);
  expect(first.body).toMatchObject({ content: 'once', author: { id: webhook.id, username: 'Papers' } });
  expect(second.body.id).not.toBe(first.body.id);
  const message = `${path}/messages/${first.body.id}`;
  expect((await call(discord, 'PATCH', message, { content: 'b' }, null)).body.content).toBe('b');
  expect((await call(discord, 'DELETE', message, undefined, null)).status).toBe(204);
  expect((await call(discord, 'GET', message, undefined, null)).body.code).toBe(10008);
  expect((await execute(path, {})).body.code).toBe(50006);
});

test('a wrong token is 50027; a webhook that is gone, with or without its channel, is 10015', async () => {
  const { body: webhook } = await create();
  expect((await execute(`/webhooks/${webhook.id}/wrong`)).body.code).toBe(50027);
  expect((await execute('/webhooks/1/wrong')).body.code).toBe(10015);
  const path = `/webhooks/${webhook.id}/${webhook.token}`;
  discord.world.deleteChannel(channel);
  expect((await execute(path)).body.code).toBe(10015);
});

test('a channel has at most 15, and a new one needs Manage Webhooks and a valid name', async () => {
  expect((await create('Discord news')).body.code).toBe(50035);
  for (let made = 0; made < 15; made += 1) expect((await create()).status).toBe(200);
  expect((await create()).body.code).toBe(30007);
  expect((await call(discord, 'GET', `/channels/${channel}/webhooks`)).body).toHaveLength(15);
  discord.world.setBotPermissions(guild, ['ViewChannel']);
  expect((await create()).body.code).toBe(50013);
});

test('executions count by address and webhook, not by token', async () => {
  const { body: webhook } = await create();
  const path = `/webhooks/${webhook.id}/${webhook.token}`;
  for (let sent = 0; sent < 5; sent += 1) expect((await execute(path)).status).toBe(204);
  expect((await execute(path)).status).toBe(429);
  now += 2000;
  expect((await execute(path)).status).toBe(204);
});

test('a crosspost reaches each following channel', async () => {
  const news = discord.world.createChannel({ guild, name: 'news', kind: 'announcement' });
  const target = { webhook_channel_id: channel };
  expect((await call(discord, 'POST', `/channels/${channel}/followers`, target)).body.code).toBe(50024);
  expect((await call(discord, 'POST', `/channels/${news.id}/followers`, target)).body.channel_id).toBe(news.id);
  const { body } = await call(discord, 'POST', `/channels/${news.id}/messages`, { content: 'today' });
  expect(discord.messages(channel)).toEqual([]);
  await call(discord, 'POST', `/channels/${news.id}/messages/${body.id}/crosspost`);
  expect(discord.messages(channel)).toMatchObject([{ content: 'today', author: 'news', flags: 2 }]);
});
