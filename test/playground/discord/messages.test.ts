import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { call, complaints, NO_LIMITS } from './api.ts';

let discord: LocalDiscord;
let channel: string;
let now = Date.parse('2026-06-12T06:00:00Z');

beforeAll(async () => {
  discord = await startLocalDiscord({ clock: () => now, limits: NO_LIMITS });
  const guild = discord.world.createGuild({ name: 'Lab' });
  channel = discord.world.createChannel({ guild, name: 'papers' }).id;
});
afterAll(() => discord[Symbol.asyncDispose]());

const post = (body: unknown) => call(discord, 'POST', `/channels/${channel}/messages`, body);
const embed = (fields: object) => ({ embeds: [fields] });
const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));

describe('limits of a message', () => {
  const refused: [string, object, string][] = [
    ['2,001 characters', { content: 'x'.repeat(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
    ['content that is not a text', { content: 5 }, 'content STRING_TYPE_CONVERT'],
    ['11 embeds', { embeds: many(11, () => ({ title: 'a' })) }, 'embeds BASE_TYPE_MAX_LENGTH'],
    ['a title of 257', embed({ title: 'x'.repeat(257) }), 'embeds.0.title BASE_TYPE_MAX_LENGTH'],
    ['a description of 4,097', embed({ description: 'x'.repeat(4097) }), 'embeds.0.description BASE_TYPE_MAX_LENGTH'],
    [
      '26 fields',
      embed({ fields: many(26, (at) => ({ name: `${at}`, value: 'x' })) }),
      'embeds.0.fields BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a field name of 257',
      embed({ fields: [{ name: 'x'.repeat(257), value: 'x' }] }),
      'embeds.0.fields.0.name BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a field value of 1,025',
      embed({ fields: [{ name: 'x', value: 'x'.repeat(1025) }] }),
      'embeds.0.fields.0.value BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an empty field value',
      embed({ fields: [{ name: 'x', value: '' }] }),
      'embeds.0.fields.0.value BASE_TYPE_REQUIRED',
    ],
    [
      'a blank field value',
      embed({ fields: [{ name: 'x', value: '  ' }] }),
      'embeds.0.fields.0.value BASE_TYPE_REQUIRED',
    ],
    [
      'a footer of 2,049',
      embed({ title: 'a', footer: { text: 'x'.repeat(2049) } }),
      'embeds.0.footer.text BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an author of 257',
      embed({ title: 'a', author: { name: 'x'.repeat(257) } }),
      'embeds.0.author.name BASE_TYPE_MAX_LENGTH',
    ],
    [
      '6,001 characters over all embeds',
      { embeds: [{ description: 'x'.repeat(3001) }, { description: 'x'.repeat(3000) }] },
      'embeds MAX_EMBED_SIZE_EXCEEDED',
    ],
    ['an empty embed', embed({ color: 1 }), 'embeds.0.description BASE_TYPE_REQUIRED'],
    ['a link that is not a URL', embed({ title: 'a', url: 'nowhere' }), 'embeds.0.url URL_TYPE_INVALID_URL'],
    ['a link with another scheme', embed({ title: 'a', url: 'ftp://x.org' }), 'embeds.0.url URL_TYPE_INVALID_SCHEME'],
    ['a nonce of 26', { content: 'a', nonce: 'x'.repeat(26) }, 'nonce BASE_TYPE_MAX_LENGTH'],
    [
      'a mention both parsed and listed',
      { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
  ];

  test.each(refused)('%s is refused with 50035 at its place', async (_, body, complaint) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 50035, message: 'Invalid Form Body' });
    expect(complaints(answer.body.errors)).toContain(complaint);
  });

  test('a message at the limits is accepted', async () => {
    const answer = await post({
      content: 'x'.repeat(2000),
      embeds: many(10, () => ({ description: 'x'.repeat(600) })),
    });
    expect(answer.status).toBe(200);
    expect(answer.body.embeds).toHaveLength(10);
  });

  test('an empty message is 50006', async () => {
    for (const body of [{}, { content: '' }, { content: null, embeds: [] }]) {
      expect((await post(body)).body).toEqual({ code: 50006, message: 'Cannot send an empty message' });
    }
  });

  test('broken JSON is 50109', async () => {
    expect((await post('{"content":')).body.code).toBe(50109);
  });

  test('embed text is trimmed, and the reader sees only the first of embeds with the same URL', async () => {
    const url = 'https://example.org/1';
    const { body } = await post({ embeds: [{ title: ' First ', url }, { title: 'Second', url }, { title: 'Third' }] });
    expect(body.embeds).toHaveLength(3);
    const seen = discord.messages(channel).at(-1);
    expect(seen?.embeds.map((each) => each.title)).toEqual(['First', 'Third']);
    expect(seen?.hiddenEmbeds).toBe(1);
  });
});

describe('nonce', () => {
  const send = (nonce: string, more: object = {}) => post({ content: 'once', nonce, enforce_nonce: true, ...more });

  test('a second message with an enforced nonce is the first, until the window ends', async () => {
    const first = await send('a');
    expect((await send('a', { content: 'other words' })).body).toMatchObject({ id: first.body.id, content: 'once' });
    now += 180_000;
    expect((await send('a')).body.id).not.toBe(first.body.id);
  });

  test('without enforce_nonce the same nonce posts again', async () => {
    const first = await send('b');
    expect((await post({ content: 'again', nonce: 'b' })).body.id).not.toBe(first.body.id);
  });

  test('the nonce of a message that was deleted since answers 10008', async () => {
    const first = await send('c');
    await call(discord, 'DELETE', `/channels/${channel}/messages/${first.body.id}`);
    expect((await send('c')).body).toEqual({ code: 10008, message: 'Unknown Message' });
  });

  test('another channel has other nonces', async () => {
    const other = discord.world.createChannel({ guild: discord.world.channel(channel).guildId ?? '', name: 'other' });
    const first = await send('d');
    const second = await call(discord, 'POST', `/channels/${other.id}/messages`, {
      content: 'x',
      nonce: 'd',
      enforce_nonce: true,
    });
    expect(second.body).toMatchObject({ channel_id: other.id });
    expect(second.body.id).not.toBe(first.body.id);
  });
});

describe('history', () => {
  test('pages go back in time, newest first', async () => {
    const guild = discord.world.channel(channel).guildId ?? '';
    const { id } = discord.world.createChannel({ guild, name: 'history' });
    const path = `/channels/${id}/messages`;
    for (const content of ['1', '2', '3', '4']) await call(discord, 'POST', path, { content });
    const contents = async (query: string) =>
      (await call(discord, 'GET', `${path}?${query}`)).body.map((each: { content: string }) => each.content);
    const ids = discord.messages(id).map((each) => each.id);
    expect(await contents('limit=2')).toEqual(['4', '3']);
    expect(await contents(`limit=2&before=${ids[2]}`)).toEqual(['2', '1']);
    expect(await contents(`limit=2&after=${ids[0]}`)).toEqual(['3', '2']);
    expect(await contents(`limit=3&around=${ids[1]}`)).toEqual(['3', '2', '1']);
    expect((await call(discord, 'GET', `${path}?limit=101`)).body.code).toBe(50035);
  });

  test("people's texts are hidden from a bot without the Message Content intent; its own are not", async () => {
    const guild = discord.world.createGuild({ name: 'Talk', channels: ['general'] });
    const [general = ''] = [...guild.channelIds];
    discord.person({ name: 'Ada', guild }).say('secret');
    await call(discord, 'POST', `/channels/${general}/messages`, { content: 'mine' });
    const { body } = await call(discord, 'GET', `/channels/${general}/messages`);
    expect(body.map((each: { content: string }) => each.content)).toEqual(['mine', '']);
  });

  test("others' messages cannot be edited, and deleted only with Manage Messages", async () => {
    const guild = discord.world.createGuild({ name: 'Order', channels: ['general'] });
    const [general = ''] = [...guild.channelIds];
    const { id } = discord.person({ name: 'Ada', guild }).say('hello');
    const path = `/channels/${general}/messages/${id}`;
    expect((await call(discord, 'PATCH', path, { content: 'x' })).body.code).toBe(50005);
    expect((await call(discord, 'DELETE', path)).body.code).toBe(50013);
  });
});

test('text pings only those whom allowed_mentions allows, in Components V2 too', async () => {
  const guild = discord.world.createGuild({ name: 'Pings', channels: ['p'], bot: 1n << 3n });
  const [id = ''] = [...guild.channelIds];
  const ada = discord.person({ name: 'Ada', guild });
  const content = `@everyone <@${ada.id}>`;
  const send = async (body: object) => {
    await call(discord, 'POST', `/channels/${id}/messages`, body);
    return discord.messages(id).at(-1)?.pings;
  };
  expect(await send({ content })).toMatchObject({ everyone: true, userIds: [ada.id] });
  expect(await send({ content, allowed_mentions: { parse: [] } })).toMatchObject({ everyone: false, userIds: [] });
  const components = [{ type: 10, content }];
  expect(await send({ flags: 1 << 15, components })).toMatchObject({ everyone: true, userIds: [ada.id] });
});

test('a file arrives with its description and can be downloaded', async () => {
  const form = new FormData();
  const attachments = [{ id: 0, filename: 'a.txt', description: 'A text' }];
  form.set('payload_json', JSON.stringify({ content: 'file', attachments }));
  form.set('files[0]', new Blob(['hello'], { type: 'text/plain' }), 'a.txt');
  const headers = { authorization: `Bot ${discord.token}` };
  const response = await fetch(`${discord.url}/v10/channels/${channel}/messages`, {
    method: 'POST',
    headers,
    body: form,
  });
  const body = (await response.json()) as { attachments: { url: string }[] };
  expect(body.attachments).toMatchObject([{ filename: 'a.txt', description: 'A text', size: 5 }]);
  expect(await (await fetch(body.attachments[0]?.url ?? '')).text()).toBe('hello');
});

/** Sends files with descriptions, and returns Discord's answer. */
async function sendFiles(files: readonly Blob[], attachments: readonly object[]) {
  const form = new FormData();
  form.set('payload_json', JSON.stringify({ content: 'files', attachments }));
  for (const [index, file] of files.entries()) form.set(`files[${index}]`, file, `${index}.txt`);
  const headers = { authorization: `Bot ${discord.token}` };
  const url = `${discord.url}/v10/channels/${channel}/messages`;
  const response = await fetch(url, { method: 'POST', headers, body: form });
  return { status: response.status, body: (await response.json()) as { code?: number; errors?: unknown } };
}

test('files over the limits of Discord are refused', async () => {
  const file = (bytes: number) => new Blob([new Uint8Array(bytes)]);
  const largest = 10 * 1024 * 1024;
  expect(await sendFiles([file(largest)], [])).toMatchObject({ status: 200 });
  expect(await sendFiles([file(1), file(largest + 1)], [])).toMatchObject({ status: 413, body: { code: 40005 } });
  expect(
    await sendFiles(
      Array.from({ length: 10 }, () => file(1)),
      [],
    ),
  ).toMatchObject({ status: 200 });
  const many = await sendFiles(
    Array.from({ length: 11 }, () => file(1)),
    [],
  );
  expect(many).toMatchObject({
    status: 400,
    body: { errors: { attachments: { _errors: [{ code: 'BASE_TYPE_BAD_LENGTH' }] } } },
  });
  discord.violations.length = 0;
});

test('a description is refused if it is too long, or if its file did not come', async () => {
  const file = new Blob(['hello']);
  const description = 'x'.repeat(1_024);
  expect(await sendFiles([file], [{ id: 0, description }])).toMatchObject({ status: 200 });
  expect(await sendFiles([file], [{ id: 0, description: `${description}x` }])).toMatchObject({
    body: { code: 50035, errors: { attachments: { 0: { description: expect.anything() } } } },
  });
  expect(await sendFiles([file], [{ id: 1, description }])).toMatchObject({
    body: { code: 50035, errors: { attachments: { 0: { id: expect.anything() } } } },
  });
  discord.violations.length = 0;
});
