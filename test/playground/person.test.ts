import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import type { Guild } from '../../src/playground/discord/world-shapes.ts';
import type { Person } from '../../src/playground/person.ts';
import { call, NO_LIMITS } from './discord/api.ts';
import { type Bot, type Payload, startBot } from './discord/bot.ts';

let discord: LocalDiscord;
let bot: Bot;
let guild: Guild;
let ada: Person;

const COMMANDS = [
  {
    name: 'subscribe',
    description: 'a',
    default_member_permissions: String(1 << 4),
    contexts: [0, 1],
    options: [
      { type: 3, name: 'topic', description: 'a', required: true, autocomplete: true, max_length: 20 },
      { type: 7, name: 'channel', description: 'a', channel_types: [0] },
      { type: 4, name: 'maximum', description: 'a', min_value: 1, max_value: 50 },
      { type: 3, name: 'layout', description: 'a', choices: [{ name: 'Cards', value: 'cards' }] },
    ],
  },
  {
    name: 'digest',
    description: 'a',
    contexts: [0],
    options: [{ type: 1, name: 'settings', description: 'a', options: [{ type: 5, name: 'quiet', description: 'a' }] }],
  },
  { name: 'Cite papers', type: 3 },
];

beforeEach(async () => {
  discord = await startLocalDiscord({ limits: NO_LIMITS });
  guild = discord.world.createGuild({ name: 'Lab', channels: ['papers', 'news'] });
  bot = await startBot(discord);
  await call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, COMMANDS);
  ada = discord.person({ name: 'Ada', guild, permissions: ['ManageChannels'] });
});
afterEach(async () => {
  bot[Symbol.dispose]();
  await discord[Symbol.asyncDispose]();
});

const answerWith = (type: number, data?: object) => {
  const heard: Payload[] = [];
  bot.onInteraction = (interaction) => {
    heard.push(interaction);
    void bot.answer(interaction, type, data);
  };
  return heard;
};

test('a client offers the commands that a person may use', () => {
  const names = (person: Person, channel = guild.channelIds) =>
    person.offered(discord.world.channel([...channel][0] ?? '')).map(({ name }) => name);
  const ben = discord.person({ name: 'Ben', guild });
  expect(names(ada)).toEqual(['subscribe', 'digest', 'Cite papers']);
  expect(names(ben)).toEqual(['digest', 'Cite papers']);
  expect(ben.offered(ben.directChannel()).map(({ name }) => name)).toContain('subscribe');
});

test('a client hears of public and of private messages', async () => {
  const heard = { changes: 0 };
  using _watch = discord.watch(() => {
    heard.changes += 1;
  });
  ada.say('hello');
  expect(heard.changes).toBe(1);
  answerWith(4, { content: 'psst', flags: 64 });
  await ada.run('/digest settings');
  expect(heard.changes).toBeGreaterThan(1);
});

describe('running a command', () => {
  test('sends the filled-in options, nested in sub-commands', async () => {
    const heard = answerWith(4, { content: 'ok', flags: 64 });
    const reply = await ada.run('/subscribe', { topic: 'diffusion', layout: 'Cards', maximum: 5 });
    expect(reply).toMatchObject({ kind: 'message', content: 'ok', ephemeral: true, deferred: false });
    await ada.run('digest settings', { quiet: true });
    expect(heard.map((each) => each.data.options)).toEqual([
      [
        { name: 'topic', type: 3, value: 'diffusion' },
        { name: 'maximum', type: 4, value: 5 },
        { name: 'layout', type: 3, value: 'cards' },
      ],
      [{ name: 'settings', type: 1, options: [{ name: 'quiet', type: 5, value: true }] }],
    ]);
  });

  test.each<[string, string, Record<string, string | number | boolean>, RegExp]>([
    ['an unknown command', '/nothing', {}, /no command \/nothing/],
    ['a command without its sub-command', '/digest', {}, /sub-commands: settings/],
    ['a missing required option', '/subscribe', {}, /topic: This option is required/],
    ['an unknown option', '/subscribe', { topic: 'a', colour: 'red' }, /colour: The command has no such option/],
    ['a text that is too long', '/subscribe', { topic: 'x'.repeat(21) }, /at most 20 characters/],
    ['a number that is too large', '/subscribe', { topic: 'a', maximum: 51 }, /not greater than 50/],
    ['a number that is not whole', '/subscribe', { topic: 'a', maximum: 1.5 }, /whole number/],
    ['a choice that is not offered', '/subscribe', { topic: 'a', layout: 'list' }, /Choose an option from the list/],
    ['a channel that does not exist', '/subscribe', { topic: 'a', channel: '1' }, /No such channel/],
  ])('%s is refused as the client would', async (_, line, values, words) => {
    await expect(ada.run(line, values)).rejects.toThrow(words);
    expect(bot.heard.some((each) => each.t === 'INTERACTION_CREATE')).toBe(false);
  });

  test('channels of another kind, or invisible ones, cannot be picked', async () => {
    const voice = discord.world.createChannel({ guild, name: 'voice', kind: 'voice' });
    const hidden = discord.world.createChannel({ guild, name: 'hidden', overwrites: [{ deny: ['ViewChannel'] }] });
    await expect(ada.run('/subscribe', { topic: 'a', channel: voice })).rejects.toThrow('other kinds of channel');
    await expect(ada.run('/subscribe', { topic: 'a', channel: hidden })).rejects.toThrow('No such channel');
    await expect(ada.run('/subscribe', { topic: 'a' }, { in: hidden })).rejects.toThrow("don't have access");
  });

  test('a command needs its default permissions, but administrators need none', async () => {
    answerWith(4, { content: 'ok' });
    const bob = discord.person({ name: 'Bob', guild });
    await expect(bob.run('/subscribe', { topic: 'a' })).rejects.toThrow('You do not have permission');
    const admin = discord.person({ name: 'Admin', guild, permissions: ['Administrator'] });
    expect((await admin.run('/subscribe', { topic: 'a' })).content).toBe('ok');
  });

  test('in direct messages only commands for that context exist', async () => {
    const heard = answerWith(4, { content: 'yours' });
    const eve = discord.person({ name: 'Eve' });
    expect((await eve.run('/subscribe', { topic: 'a' })).content).toBe('yours');
    await expect(eve.run('/digest settings')).rejects.toThrow('not available here');
    expect(heard[0]).toMatchObject({ context: 1, user: { id: eve.id }, channel: { type: 1 } });
    expect(heard[0]).not.toHaveProperty('member');
    expect(eve.read().map((each) => each.content)).toEqual(['yours']);
  });

  test('a bot that left the guild has no commands there', async () => {
    discord.world.removeBot(guild);
    await expect(ada.run('/digest settings')).rejects.toThrow('not available here');
  });
});

test('autocomplete sends the typed text and offers the choices', async () => {
  const heard = answerWith(8, { choices: [{ name: 'Diffusion', value: 'diffusion' }] });
  expect(await ada.complete('/subscribe', 'topic', 'dif', { maximum: 3 })).toEqual([
    { name: 'Diffusion', value: 'diffusion' },
  ]);
  expect(heard[0]).toMatchObject({ type: 4, data: { options: [{ name: 'topic', value: 'dif', focused: true }, {}] } });
  await expect(ada.complete('/subscribe', 'layout', 'a')).rejects.toThrow('no suggestions');
});

test('a test can wait for a deferred answer', async () => {
  bot.onInteraction = async (interaction) => {
    await bot.answer(interaction, 5, { flags: 64 });
    await bot.webhook(interaction, 'PATCH', '/messages/@original', { content: 'done' });
    await bot.webhook(interaction, 'POST', '', { content: 'more' });
  };
  const reply = await ada.run('/digest settings');
  expect(reply).toMatchObject({ kind: 'deferred', deferred: true, ephemeral: true });
  const answered = await reply.answered();
  expect(answered).toMatchObject({ deferred: false, content: 'done' });
  expect((await answered.followedUp()).followUps.map((each) => each.content)).toEqual(['more']);
});

test('a deferred answer that does not come is an error', async () => {
  answerWith(5);
  const reply = await ada.run('/digest settings');
  await expect(reply.answered(20)).rejects.toThrow('did not come within 20 ms');
});

describe('components', () => {
  const components = [
    {
      type: 1,
      components: [
        { type: 2, style: 1, label: 'Subscribe', custom_id: 'yes' },
        { type: 2, style: 2, label: 'Off', custom_id: 'off', disabled: true },
        { type: 2, style: 5, label: 'Paper', url: 'https://example.org' },
      ],
    },
    {
      type: 1,
      components: [
        {
          type: 3,
          custom_id: 'actions',
          placeholder: 'Paper actions…',
          options: [
            { label: 'Save', value: 's' },
            { label: 'Cite', value: 'c' },
          ],
        },
      ],
    },
  ];

  test('a button can be pressed by label, and the message updates', async () => {
    answerWith(4, { content: 'Sure?', flags: 64, components });
    const preview = await ada.run('/digest settings');
    expect(preview.buttons).toEqual(['Subscribe', 'Off', 'Paper']);
    const heard = answerWith(7, { content: 'Subscribed', components: [] });
    const reply = await ada.press(preview, 'Subscribe');
    expect(reply).toMatchObject({ kind: 'update', content: 'Subscribed', buttons: [], ephemeral: true });
    expect(heard[0]).toMatchObject({
      type: 3,
      data: { custom_id: 'yes', component_type: 2 },
      message: { id: preview.message?.id },
    });
    expect(preview.refresh().content).toBe('Subscribed');
    await expect(ada.press(preview, 'Subscribe')).rejects.toThrow('no button "Subscribe"');
  });

  test('links, disabled buttons and invisible ones cannot be pressed', async () => {
    answerWith(4, { content: 'Sure?', flags: 64, components });
    const preview = await ada.run('/digest settings');
    await expect(ada.press(preview, 'Off')).rejects.toThrow('disabled');
    await expect(ada.press(preview, 'Paper')).rejects.toThrow('opens https://example.org');
    await expect(discord.person({ name: 'Bob', guild }).press(preview, 'Subscribe')).rejects.toThrow('cannot see');
  });

  test('a select accepts only the options that it offers', async () => {
    answerWith(4, { content: 'Pick', components });
    const reply = await ada.run('/digest settings');
    const heard = answerWith(6);
    expect((await ada.choose(reply, 'Paper actions…', 'Cite')).kind).toBe('deferred-update');
    expect(heard[0].data).toMatchObject({ custom_id: 'actions', component_type: 3, values: ['c'] });
    await expect(ada.choose(reply, 'actions', 'Burn')).rejects.toThrow('Options: Save, Cite');
    await expect(ada.choose(reply, 'actions', ['Save', 'Cite'])).rejects.toThrow('Select 1');
  });

  test('a modal opens from a button, is filled in and updates the message', async () => {
    answerWith(4, { content: 'Sure?', flags: 64, components });
    const preview = await ada.run('/digest settings');
    const field = { type: 4, custom_id: 'topic', label: 'Topic', style: 1, value: 'old', max_length: 10 };
    answerWith(9, { custom_id: 'edit', title: 'Edit', components: [{ type: 1, components: [field] }] });
    const form = await ada.press(preview, 'yes');
    expect(form).toMatchObject({ kind: 'modal', modal: { title: 'Edit' } });
    await expect(ada.submit(form, { topic: 'x'.repeat(11) })).rejects.toThrow('between 0 and 10');
    await expect(ada.submit(form, { topic: '' })).rejects.toThrow('required');
    await expect(ada.submit(form, { other: 'a' })).rejects.toThrow('no field "other"');
    const heard = answerWith(7, { content: 'Edited' });
    const reply = await ada.submit(form, { Topic: 'new' });
    expect(reply).toMatchObject({ kind: 'update', content: 'Edited' });
    expect(heard[0]).toMatchObject({
      type: 5,
      data: { custom_id: 'edit', components: [{ type: 1, components: [{ custom_id: 'topic', value: 'new' }] }] },
      message: { id: preview.message?.id },
    });
  });

  test('a message command gets its message', async () => {
    const heard = answerWith(4, { content: 'cited', flags: 64 });
    const message = ada.say('see 2601.00001');
    await ada.use('Cite papers', message);
    expect(heard[0].data).toMatchObject({ type: 3, target_id: message.id });
    expect(heard[0].data.resolved.messages[message.id].content).toBe('see 2601.00001');
  });
});

test('readers need permissions to see a channel', async () => {
  const [papers = ''] = [...guild.channelIds];
  ada.say('hello');
  expect(ada.read().map((each) => [each.author, each.content])).toEqual([['Ada', 'hello']]);
  discord.world.setOverwrite(papers, { deny: ['ReadMessageHistory'] });
  expect(ada.read(papers)).toEqual([]);
  discord.world.setOverwrite(papers, { deny: ['ViewChannel'] });
  expect(() => ada.read(papers)).toThrow("don't have access");
});
