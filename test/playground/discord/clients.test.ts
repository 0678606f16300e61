import { WebSocketManager } from '@discordjs/ws';
import { Client, GatewayDispatchEvents, GatewayIntentBits, REST, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';

const PING = [{ name: 'ping', description: 'Answers', options: [] }];

test('a plain discord.js Client logs in with only the API URL changed, and answers a command', async () => {
  await using discord = await startLocalDiscord();
  const guild = discord.world.createGuild({ name: 'Lab', channels: ['papers'] });
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.url, version: '10' } });
  try {
    client.on('interactionCreate', (interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply(`pong from ${interaction.guild?.name}`);
    });
    const ready = new Promise((resolve) => client.once('clientReady', resolve));
    await client.login(discord.token);
    await ready;
    expect(client.guilds.cache.get(guild.id)?.channels.cache.map((channel) => channel.name)).toEqual(['papers']);
    await client.application?.commands.set(PING);
    const reply = await discord.person({ name: 'Ada', guild }).run('/ping');
    expect(reply.content).toBe('pong from Lab');
  } finally {
    await client.destroy();
  }
});

test('REST and WebSocketManager of @discordjs log in with only the API URL changed, and answer a command', async () => {
  await using discord = await startLocalDiscord();
  const guild = discord.world.createGuild({ name: 'Lab', channels: ['papers'] });
  const rest = new REST({ api: discord.url, version: '10' }).setToken(discord.token);
  const manager = new WebSocketManager({ token: discord.token, intents: GatewayIntentBits.Guilds, rest });
  try {
    manager.on('dispatch', ({ data }) => {
      if (data.t !== GatewayDispatchEvents.InteractionCreate) return;
      const route = Routes.interactionCallback(data.d.id, data.d.token);
      void rest.post(route, { auth: false, body: { type: 4, data: { content: 'pong', flags: 64 } } });
    });
    await manager.connect();
    await rest.put(Routes.applicationCommands(discord.applicationId), { body: PING });
    const ada = discord.person({ name: 'Ada', guild });
    const reply = await ada.run('/ping');
    expect(reply).toMatchObject({ content: 'pong', ephemeral: true });
    expect(ada.read()).toHaveLength(1);
    expect(discord.person({ name: 'Bob', guild }).read()).toHaveLength(0);
  } finally {
    await manager.destroy();
  }
});
