import { WebSocketManager } from '@discordjs/ws';
import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  EmbedBuilder,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  REST,
  Routes,
  SlashCommandBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { checkSchema } from '../../support/discord-schema.ts';

const PING = [{ name: 'ping', description: 'Answers' }];

/** A plain discord.js Client. Only the API's address is set. */
async function login(discord: LocalDiscord, onInteraction: (interaction: Interaction) => unknown) {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.url, version: '10' } });
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  client.on('interactionCreate', onInteraction);
  await client.login(discord.token);
  await ready;
  return client;
}

test('a plain discord.js Client logs in with only the API URL changed, and answers a command', async () => {
  await using discord = await startLocalDiscord({ checkSchema });
  const guild = discord.world.createGuild({ name: 'Lab', channels: ['papers'] });
  const client = await login(discord, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply(`pong from ${interaction.guild?.name}`);
  });
  try {
    expect(client.guilds.cache.get(guild.id)?.channels.cache.map((channel) => channel.name)).toEqual(['papers']);
    await client.application?.commands.set(PING);
    const reply = await discord.person({ name: 'Ada', guild }).run('/ping');
    expect(reply.content).toBe('pong from Lab');
    expect(discord.violations).toEqual([]);
  } finally {
    await client.destroy();
  }
});

const topic = new TextInputBuilder().setCustomId('topic').setStyle(TextInputStyle.Short);
const FORM = new ModalBuilder()
  .setCustomId('form')
  .setTitle('Edit')
  .addLabelComponents(new LabelBuilder().setLabel('Topic').setTextInputComponent(topic));
const BUTTON = new ButtonBuilder().setCustomId('edit').setLabel('Edit').setStyle(ButtonStyle.Primary);

async function preview(interaction: ChatInputCommandInteraction) {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const embeds = [new EmbedBuilder().setTitle('A paper').setURL('https://example.org/1').toJSON()];
  const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(BUTTON)];
  const files = [new AttachmentBuilder(Buffer.from('hello'), { name: 'a.txt' })];
  await interaction.editReply({ content: interaction.options.getString('topic', true), embeds, components, files });
  await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
}

test('discord.js defers, edits, follows up, completes, opens a form and updates, all according to the schema', async () => {
  await using discord = await startLocalDiscord({ checkSchema });
  const guild = discord.world.createGuild({ name: 'Lab', channels: ['papers'] });
  const client = await login(discord, async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: 'Diffusion', value: 'diffusion' }]);
    else if (interaction.isChatInputCommand()) await preview(interaction);
    else if (interaction.isButton()) await interaction.showModal(FORM);
    else if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      await interaction.update({ content: interaction.fields.getTextInputValue('topic'), components: [] });
    }
  });
  try {
    const command = new SlashCommandBuilder()
      .setName('subscribe')
      .setDescription('Subscribes')
      .setDefaultMemberPermissions(16)
      .addStringOption((option) => option.setName('topic').setDescription('a').setRequired(true).setAutocomplete(true));
    await client.application?.commands.set([command]);
    const ada = discord.person({ name: 'Ada', guild, permissions: ['ManageChannels'] });
    expect(await ada.complete('/subscribe', 'topic', 'dif')).toEqual([{ name: 'Diffusion', value: 'diffusion' }]);
    const deferred = await ada.run('/subscribe', { topic: 'diffusion' });
    const reply = await deferred.answered();
    expect(reply).toMatchObject({ content: 'diffusion', ephemeral: true, embeds: [{ title: 'A paper' }] });
    expect(reply.message?.attachments.map((file) => file.filename)).toEqual(['a.txt']);
    expect((await reply.followedUp()).followUps.map((each) => each.content)).toEqual(['and more']);
    const form = await ada.press(reply, 'Edit');
    expect(await ada.submit(form, { Topic: 'attention' })).toMatchObject({ content: 'attention', buttons: [] });
    expect(discord.violations).toEqual([]);
  } finally {
    await client.destroy();
  }
});

test('REST and WebSocketManager of @discordjs log in with only the API URL changed, and answer a command', async () => {
  await using discord = await startLocalDiscord({ checkSchema });
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
    expect(await ada.run('/ping')).toMatchObject({ content: 'pong', ephemeral: true });
    expect(ada.read()).toHaveLength(1);
    expect(discord.person({ name: 'Bob', guild }).read()).toHaveLength(0);
    // After a broken connection, the manager resumes in half a second and misses no event.
    const resumed = new Promise((resolve) => manager.once('resumed', resolve));
    discord.gateway.breakConnections();
    const asked = ada.run('/ping');
    await resumed;
    expect(await asked).toMatchObject({ content: 'pong' });
    expect(discord.violations).toEqual([]);
  } finally {
    await manager.destroy();
  }
});

test("discord.js's REST obeys the buckets by their headers alone: no 429", async () => {
  await using discord = await startLocalDiscord({ checkSchema, limits: { messageWindowMs: 100 } });
  const guild = discord.world.createGuild({ name: 'Lab', channels: ['papers'] });
  const [channel = ''] = [...guild.channelIds];
  const rest = new REST({ api: discord.url, version: '10' }).setToken(discord.token);
  const contents = Array.from({ length: 12 }, (_, at) => `${at}`);
  await Promise.all(contents.map((content) => rest.post(Routes.channelMessages(channel), { body: { content } })));
  expect(discord.messages(channel).map((each) => each.content)).toEqual(contents);
  expect(discord.requests.map((each) => each.status)).toEqual(contents.map(() => 200));
});

test('discord.js posts a message twice if the answer was lost, unless it has an enforced nonce', async () => {
  await using discord = await startLocalDiscord({ checkSchema });
  const guild = discord.world.createGuild({ name: 'Lab', channels: ['bare', 'nonce'] });
  const [bare = '', nonce = ''] = [...guild.channelIds];
  const rest = new REST({ api: discord.url, version: '10' }).setToken(discord.token);
  discord.faults.add({ kind: 'bad-gateway', path: new RegExp(bare) });
  discord.faults.add({ kind: 'bad-gateway', path: new RegExp(nonce) });
  await rest.post(Routes.channelMessages(bare), { body: { content: 'a' } });
  await rest.post(Routes.channelMessages(nonce), { body: { content: 'a', nonce: 'n', enforce_nonce: true } });
  expect(discord.messages(bare)).toHaveLength(2);
  expect(discord.messages(nonce)).toHaveLength(1);
});
