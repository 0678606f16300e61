import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import type { Guild } from '../../../src/playground/discord/world-shapes.ts';
import type { Person } from '../../../src/playground/person.ts';
import { call, complaints, NO_LIMITS } from './api.ts';
import { type Bot, type Payload, startBot } from './bot.ts';

let discord: LocalDiscord;
let bot: Bot;
let guild: Guild;
let ada: Person;
let now: number;

const OPTION = { type: 3, name: 'query', description: 'What', autocomplete: true };

beforeEach(async () => {
  now = Date.parse('2026-06-12T06:00:00Z');
  discord = await startLocalDiscord({ clock: () => now, limits: NO_LIMITS });
  guild = discord.world.createGuild({ name: 'Lab', channels: ['papers'] });
  bot = await startBot(discord);
  await call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, [
    { name: 'search', description: 'Finds', options: [OPTION] },
  ]);
  ada = discord.person({ name: 'Ada', guild, permissions: ['ManageChannels'] });
});
afterEach(async () => {
  bot[Symbol.dispose]();
  await discord[Symbol.asyncDispose]();
});

/** Runs /search and returns the interaction as the bot gets it. The person's side is not awaited. */
async function openInteraction(): Promise<Payload> {
  const { promise, resolve } = Promise.withResolvers<Payload>();
  bot.onInteraction = resolve;
  void ada.run('/search').catch(() => {});
  return promise;
}

describe('the deadline', () => {
  test('after three seconds the interaction is unknown', async () => {
    const interaction = await openInteraction();
    now += 3000;
    const late = await bot.answer(interaction, 4, { content: 'late' });
    expect(late).toMatchObject({ status: 404, body: { code: 10062, message: 'Unknown interaction' } });
  });

  test('a moment before, it can be answered; a second answer is 40060', async () => {
    const interaction = await openInteraction();
    now += 2999;
    expect((await bot.answer(interaction, 4, { content: 'in time' })).status).toBe(204);
    expect((await bot.answer(interaction, 4, { content: 'again' })).body.code).toBe(40060);
    expect(discord.messages([...guild.channelIds][0] ?? '')).toHaveLength(1);
  });

  test('a person sees that the application did not respond', async () => {
    bot.onInteraction = () => {
      now += 3000;
    };
    await expect(ada.run('/search')).rejects.toThrow('The application did not respond');
  });

  test('a wrong token or id is an unknown interaction', async () => {
    const interaction = await openInteraction();
    expect((await bot.answer({ ...interaction, token: 'x' }, 5)).body.code).toBe(10062);
    expect((await bot.answer({ ...interaction, id: '1' }, 5)).body.code).toBe(10062);
  });
});

describe('the token', () => {
  test('is valid from the first answer on, for fifteen minutes', async () => {
    const interaction = await openInteraction();
    expect((await bot.webhook(interaction, 'POST', '', { content: 'a' })).body.code).toBe(10015);
    await bot.answer(interaction, 5, { flags: 64 });
    now += 15 * 60_000 - 1;
    const edited = await bot.webhook(interaction, 'PATCH', '/messages/@original', { content: 'done' });
    expect(edited.body).toMatchObject({ content: 'done', flags: 64 });
    now += 1;
    const expired = await bot.webhook(interaction, 'PATCH', '/messages/@original', { content: 'x' });
    expect(expired).toMatchObject({ status: 401, body: { code: 50027 } });
  });

  test('the first follow-up fills a deferred answer, later ones are new messages', async () => {
    const interaction = await openInteraction();
    await bot.answer(interaction, 5, { flags: 64 });
    const first = await bot.webhook(interaction, 'POST', '', { content: 'one' });
    const original = await bot.webhook(interaction, 'GET', '/messages/@original');
    expect(original.body).toMatchObject({ id: first.body.id, content: 'one', flags: 64 });
    const second = await bot.webhook(interaction, 'POST', '', { content: 'two' });
    expect(discord.messages(interaction.channel_id).map((each) => each.content)).toEqual(['two']);
    const path = `/messages/${second.body.id}`;
    expect((await bot.webhook(interaction, 'PATCH', path, { content: 'three' })).body.content).toBe('three');
    expect((await bot.webhook(interaction, 'DELETE', path)).status).toBe(204);
    expect((await bot.webhook(interaction, 'DELETE', path)).body.code).toBe(10008);
    expect((await bot.webhook(interaction, 'DELETE', '/messages/@original')).status).toBe(204);
    expect((await bot.webhook(interaction, 'GET', '/messages/@original')).body.code).toBe(10008);
  });

  test('the bot cannot reach ephemeral messages through the channel', async () => {
    const interaction = await openInteraction();
    await bot.answer(interaction, 4, { content: 'private', flags: 64 });
    const original = await bot.webhook(interaction, 'GET', '/messages/@original');
    const path = `/channels/${interaction.channel_id}/messages`;
    expect((await call(discord, 'GET', path)).body).toEqual([]);
    expect((await call(discord, 'GET', `${path}/${original.body.id}`)).body.code).toBe(10008);
  });
});

describe('the kinds of answers', () => {
  const choices = (count: number, more: object = {}) => ({
    choices: Array.from({ length: count }, (_, at) => ({ name: `${at}`, value: `${at}`, ...more })),
  });

  test('a command can neither update a message nor offer choices', async () => {
    for (const type of [6, 7, 8, 1, 99]) {
      const answer = await bot.answer(await openInteraction(), type, {});
      expect(complaints(answer.body.errors)).toEqual(['type BASE_TYPE_CHOICES']);
    }
  });

  test('messages in answers obey the limits of messages', async () => {
    const interaction = await openInteraction();
    expect((await bot.answer(interaction, 4, { content: 'x'.repeat(2001) })).body.code).toBe(50035);
    expect((await bot.answer(interaction, 4, {})).body.code).toBe(50006);
    expect((await bot.answer(interaction, 4, { content: 'fits' })).status).toBe(204);
  });

  test.each<[string, object]>([
    ['26 choices', choices(26)],
    ['a choice with a name of 101', choices(1, { name: 'x'.repeat(101) })],
    ['a choice with a value of 101', choices(1, { value: 'x'.repeat(101) })],
    ['a choice of another type', choices(1, { value: 5 })],
  ])('autocomplete refuses %s', async (_, data) => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    bot.onInteraction = (interaction) => {
      void bot.answer(interaction, 8, data).then(async (answer) => {
        resolve(answer.body);
        await bot.answer(interaction, 8, { choices: [] });
      });
    };
    await ada.complete('/search', 'query', 'a');
    expect(await promise).toMatchObject({ code: 50035 });
  });

  const input = (more: object = {}) => ({ type: 4, custom_id: 'a', label: 'A', style: 1, ...more });
  const rows = (...inputs: object[]) => inputs.map((each) => ({ type: 1, components: [each] }));
  const modal = (more: object = {}) => ({ custom_id: 'm', title: 'Edit', components: rows(input()), ...more });

  test.each<[string, object, string]>([
    ['a title of 46', modal({ title: 'x'.repeat(46) }), 'data.title BASE_TYPE_BAD_LENGTH'],
    [
      'six components',
      modal({ components: rows(...Array.from({ length: 6 }, (_, at) => input({ custom_id: `${at}` }))) }),
      'data.components BASE_TYPE_BAD_LENGTH',
    ],
    ['no component', modal({ components: [] }), 'data.components BASE_TYPE_REQUIRED'],
    [
      'the same custom_id twice',
      modal({ components: rows(input(), input()) }),
      'data.components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a text input without label',
      modal({ components: rows(input({ label: undefined })) }),
      'data.components.0.components.0.label BASE_TYPE_REQUIRED',
    ],
    [
      'a prefilled text that is too long for its field',
      modal({ components: rows(input({ value: 'abc', max_length: 2 })) }),
      'data.components.0.components.0.value BASE_TYPE_BAD_LENGTH',
    ],
  ])('a modal with %s is refused', async (_, data, complaint) => {
    const answer = await bot.answer(await openInteraction(), 9, data);
    expect(complaints(answer.body.errors)).toContain(complaint);
  });
});

test('the payload has permissions, context, and the objects behind the options', async () => {
  await call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, [
    { name: 'subscribe', description: 'a', options: [{ type: 7, name: 'channel', description: 'Where' }] },
  ]);
  const target = discord.world.createChannel({ guild, name: 'target', overwrites: [{ deny: ['SendMessages'] }] });
  const { promise, resolve } = Promise.withResolvers<Payload>();
  bot.onInteraction = (interaction) => {
    resolve(interaction);
    void bot.answer(interaction, 4, { content: 'ok' });
  };
  await ada.run('/subscribe', { channel: target });
  const [papers = ''] = [...guild.channelIds];
  const bits = (channel: string, user: string) =>
    discord.world.permissionsIn(discord.world.channel(channel), user).toString();
  expect(await promise).toMatchObject({
    type: 2,
    application_id: discord.applicationId,
    guild_id: guild.id,
    channel_id: papers,
    context: 0,
    authorizing_integration_owners: { '0': guild.id },
    member: { user: { id: ada.id, username: 'Ada' }, permissions: bits(papers, ada.id) },
    app_permissions: bits(papers, discord.applicationId),
    data: {
      name: 'subscribe',
      options: [{ name: 'channel', type: 7, value: target.id }],
      resolved: { channels: { [target.id]: { name: 'target', permissions: bits(target.id, ada.id) } } },
    },
  });
});
