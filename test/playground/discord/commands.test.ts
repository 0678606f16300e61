import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { call, complaints, NO_LIMITS } from './api.ts';

let discord: LocalDiscord;
let path: string;

beforeAll(async () => {
  discord = await startLocalDiscord({ limits: NO_LIMITS });
  path = `/applications/${discord.applicationId}/commands`;
});
afterAll(() => discord[Symbol.asyncDispose]());
beforeEach(() => discord.world.commands.clear());

const put = (commands: unknown) => call(discord, 'PUT', path, commands);
const command = (more: object = {}) => ({ name: 'search', description: 'Finds', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'query', description: 'What', ...more });
const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));

describe('definitions', () => {
  const refused: [string, object, string][] = [
    ['a name of 33', { name: 'x'.repeat(33) }, '0.name BASE_TYPE_BAD_LENGTH'],
    ['a name with a space', { name: 'two words' }, '0.name APPLICATION_COMMAND_INVALID_NAME'],
    ['a name in capitals', { name: 'Search' }, '0.name APPLICATION_COMMAND_INVALID_NAME'],
    ['no description', { description: undefined }, '0.description BASE_TYPE_REQUIRED'],
    ['an empty description', { description: '' }, '0.description BASE_TYPE_REQUIRED'],
    ['a description of 101', { description: 'x'.repeat(101) }, '0.description BASE_TYPE_BAD_LENGTH'],
    ['26 options', { options: many(26, (at) => option({ name: `o${at}` })) }, '0.options BASE_TYPE_MAX_LENGTH'],
    [
      'an option without description',
      { options: [option({ description: undefined })] },
      '0.options.0.description BASE_TYPE_REQUIRED',
    ],
    [
      '26 choices',
      { options: [option({ choices: many(26, (at) => ({ name: `${at}`, value: `${at}` })) })] },
      '0.options.0.choices BASE_TYPE_MAX_LENGTH',
    ],
    [
      'choices together with autocomplete',
      { options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] },
      '0.options.0.choices APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
    ],
    [
      'a required option after an optional one',
      { options: [option(), option({ name: 'second', required: true })] },
      '0.options.1.required APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'two options of one name',
      { options: [option(), option()] },
      '0.options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ],
    [
      'more than 8,000 characters',
      {
        options: many(4, (at) =>
          option({ name: `o${at}`, choices: many(25, (each) => ({ name: `${each}`, value: 'x'.repeat(90) })) }),
        ),
      },
      '0 APPLICATION_COMMAND_TOO_LARGE',
    ],
    ['an unknown locale', { name_localizations: { xx: 'suche' } }, '0.name_localizations ENUM_TYPE_COERCE'],
    [
      'sub-commands beside values',
      { options: [option(), { type: 1, name: 'sub', description: 'a' }] },
      '0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      'sub-commands inside sub-commands',
      { options: [{ type: 1, name: 'a', description: 'a', options: [{ type: 1, name: 'b', description: 'b' }] }] },
      '0.options.0.options.0.type BASE_TYPE_CHOICES',
    ],
    [
      'permissions that are not a bit field',
      { default_member_permissions: 'all' },
      '0.default_member_permissions BITFIELD_TYPE_CONVERT',
    ],
    ['an unknown context', { contexts: [3] }, '0.contexts BASE_TYPE_CHOICES'],
    [
      'a description on a message menu',
      { type: 3, name: 'Cite papers' },
      '0.description APPLICATION_COMMAND_TYPE_MISMATCH',
    ],
  ];

  test.each(refused)('%s is refused with 50035 at its place', async (_, more, complaint) => {
    const answer = await put([command(more)]);
    expect(answer.body).toMatchObject({ code: 50035 });
    expect(complaints(answer.body.errors)).toContain(complaint);
    expect(discord.world.commands.size).toBe(0);
  });

  test('two commands of one name are refused; a chat and a menu command may share it', async () => {
    const answer = await put([command(), command()]);
    expect(complaints(answer.body.errors)).toEqual(['1.name APPLICATION_COMMANDS_DUPLICATE_NAME']);
    expect((await put([command(), { type: 3, name: 'search' }])).status).toBe(200);
  });

  test('the 101st chat command is refused, in bulk and one by one', async () => {
    const commands = many(101, (at) => command({ name: `c${at}` }));
    expect((await put(commands)).body.code).toBe(50035);
    expect((await put(commands.slice(1))).status).toBe(200);
    expect((await call(discord, 'POST', path, command({ name: 'one-more' }))).body.code).toBe(30032);
  });
});

test('Discord fills in its defaults and returns no empty field', async () => {
  const options = [option({ required: false, choices: [], autocomplete: true })];
  const { body } = await put([command({ default_member_permissions: '16', options })]);
  expect(body).toEqual([
    {
      id: expect.stringMatching(/^\d+$/),
      application_id: discord.applicationId,
      version: expect.stringMatching(/^\d+$/),
      default_member_permissions: '16',
      type: 1,
      name: 'search',
      name_localizations: null,
      description: 'Finds',
      description_localizations: null,
      dm_permission: true,
      contexts: null,
      integration_types: [0],
      nsfw: false,
      options: [{ type: 3, name: 'query', description: 'What', autocomplete: true }],
    },
  ]);
});

test('a bulk overwrite keeps ids, and versions of what did not change', async () => {
  const [first] = (await put([command(), command({ name: 'other' })])).body;
  const [same] = (await put([command()])).body;
  expect(same).toEqual(first);
  const [changed] = (await put([command({ description: 'Seeks' })])).body;
  expect(changed.id).toBe(first.id);
  expect(changed.version).not.toBe(first.version);
  const listed = await call(discord, 'GET', path);
  expect(listed.body).toHaveLength(1);
  expect(listed.body[0]).not.toHaveProperty('name_localizations');
  const full = await call(discord, 'GET', `${path}?with_localizations=true`);
  expect(full.body[0]).toMatchObject({ name_localizations: null });
});

test('one command is created, edited and deleted', async () => {
  const created = await call(discord, 'POST', path, command());
  expect(created.status).toBe(201);
  expect((await call(discord, 'POST', path, command())).status).toBe(200);
  const one = `${path}/${created.body.id}`;
  expect((await call(discord, 'PATCH', one, { description: 'New' })).body.description).toBe('New');
  expect((await call(discord, 'DELETE', one)).status).toBe(204);
  expect((await call(discord, 'GET', one)).body.code).toBe(10063);
});

test("another application's commands cannot be reached", async () => {
  expect((await call(discord, 'PUT', '/applications/1/commands', [])).body.code).toBe(20012);
});
