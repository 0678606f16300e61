import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import type { Channel, Guild } from '../../../src/playground/discord/world-shapes.ts';
import { checkSchema } from '../../support/discord-schema.ts';
import { call } from './api.ts';

let discord: LocalDiscord;
let guild: Guild;
let now: number;
beforeEach(async () => {
  now = Date.parse('2026-06-12T09:00Z');
  discord = await startLocalDiscord({ checkSchema, clock: () => now });
  guild = discord.world.createGuild({ name: 'Lab', channels: ['papers'] });
});
afterEach(() => discord[Symbol.asyncDispose]());

const createForum = (plan: { tags?: readonly string[]; requiresTag?: boolean } = {}) =>
  discord.world.createChannel({ guild, name: 'posts', kind: 'forum', ...plan });
const post = (forum: Channel, more: object = {}) =>
  call(discord, 'POST', `/channels/${forum.id}/threads`, { name: 'Monday', message: { content: 'Hello' }, ...more });
const tagId = (forum: Channel, name: string) => forum.forum?.tags.find((tag) => tag.name === name)?.id ?? '';
const firstThread = async (forum: Channel): Promise<string> => String((await post(forum)).body.id);

describe('a forum', () => {
  test('takes a post, whose first message has the id of the post', async () => {
    const forum = createForum();
    const posted = await post(forum);
    expect(posted).toMatchObject({ status: 201, body: { parent_id: forum.id, type: 11, name: 'Monday' } });
    const { id, message } = posted.body;
    expect(message).toMatchObject({ id, channel_id: id });
    expect(await call(discord, 'GET', `/channels/${id}/messages/${id}`)).toMatchObject({ status: 200 });
  });

  test('says which tags it has, and whether posts need one', async () => {
    const forum = createForum({ tags: ['Papers', '!Official'], requiresTag: true });
    expect((await call(discord, 'GET', `/channels/${forum.id}`)).body).toMatchObject({
      flags: 16,
      available_tags: [
        { name: 'Papers', moderated: false },
        { name: 'Official', moderated: true },
      ],
    });
  });

  test('refuses a post without a tag that it requires, an unknown tag, and a moderated one', async () => {
    const forum = createForum({ tags: ['Papers', '!Official'], requiresTag: true });
    expect((await post(forum)).body.code).toBe(40067);
    expect((await post(forum, { applied_tags: ['123'] })).body.code).toBe(10087);
    expect((await post(forum, { applied_tags: [tagId(forum, 'Official')] })).body.code).toBe(50013);
    const posted = await post(forum, { applied_tags: [tagId(forum, 'Papers')] });
    expect(posted).toMatchObject({ status: 201, body: { applied_tags: [tagId(forum, 'Papers')] } });
  });

  test('refuses posts without a message, without a name and with too long a name', async () => {
    const forum = createForum();
    expect((await post(forum, { message: { content: '' } })).body.code).toBe(50006);
    expect((await post(forum, { message: undefined })).body.code).toBe(50035);
    expect((await post(forum, { name: 'x'.repeat(101) })).body.code).toBe(50035);
    expect(discord.world.guild(guild).channelIds.size).toBe(2);
  });

  test('needs Send Messages for a post, and Embed Links for its embeds', async () => {
    const forum = createForum();
    const deny = (name: 'SendMessages' | 'EmbedLinks') =>
      discord.world.setOverwrite(forum, { member: discord.applicationId, deny: [name] });
    deny('SendMessages');
    expect((await post(forum)).body.code).toBe(50013);
    deny('EmbedLinks');
    expect((await post(forum, { message: { embeds: [{ title: 'Paper' }] } })).body.code).toBe(50013);
  });
});

describe('an announcement channel', () => {
  test('has announcement threads alone', async () => {
    const news = discord.world.createChannel({ guild, name: 'news', kind: 'announcement' });
    const start = (type: number) => call(discord, 'POST', `/channels/${news.id}/threads`, { name: 'a', type });
    expect((await start(11)).body.code).toBe(50035);
    expect(await start(10)).toMatchObject({ status: 201, body: { type: 10 } });
  });

  test('crossposts a message of the bot with Send Messages, a few an hour', async () => {
    const news = discord.world.createChannel({ guild, name: 'news', kind: 'announcement' });
    const codes: unknown[] = [];
    for (let index = 0; index < 11; index += 1) {
      const message = discord.person({ name: 'maria', guild, channel: news }).say('Hello');
      discord.world.setBotPermissions(guild, ['ViewChannel', 'SendMessages', 'ManageMessages']);
      const { status } = await call(discord, 'POST', `/channels/${news.id}/messages/${message.id}/crosspost`);
      codes.push(status);
    }
    expect(codes.slice(0, 10).every((status) => status === 200)).toBe(true);
    expect(codes.at(-1)).toBe(429);
  });
});

describe('archived threads', () => {
  const archived = (channel: Channel, query = '') =>
    call(discord, 'GET', `/channels/${channel.id}/threads/archived/public${query}`);

  test('are listed apart from the active ones, the last archived first, page by page', async () => {
    const forum = createForum();
    const ids = [];
    for (let index = 0; index < 3; index += 1) ids.push(await firstThread(forum));
    for (const id of ids) {
      now += 1_000;
      discord.world.setThread(id, { archived: true });
    }
    const first = (await archived(forum, '?limit=2')).body as Archive;
    expect(first.threads.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    expect(first.has_more).toBe(true);
    const before = encodeURIComponent(first.threads.at(-1)?.thread_metadata.archive_timestamp ?? '');
    const second = (await archived(forum, `?limit=2&before=${before}`)).body as Archive;
    expect(second.threads.map(({ id }) => id)).toEqual([ids[0]]);
    expect(second.has_more).toBe(false);
  });

  test('are hidden without Read Message History', async () => {
    const forum = createForum();
    discord.world.setOverwrite(forum, { member: discord.applicationId, deny: ['ReadMessageHistory'] });
    expect((await archived(forum)).body.code).toBe(50013);
  });

  test('open again by a message or by their owner, but not while they are locked', async () => {
    const forum = createForum();
    const id = await firstThread(forum);
    const open = () => call(discord, 'PATCH', `/channels/${id}`, { archived: false });
    discord.world.setThread(id, { archived: true });
    expect((await open()).status).toBe(200);
    discord.world.setThread(id, { archived: true, locked: true });
    expect((await open()).body.code).toBe(50013);
    expect((await call(discord, 'POST', `/channels/${id}/messages`, { content: 'a' })).body.code).toBe(160005);
    discord.world.setThread(id, { locked: false });
    expect((await call(discord, 'POST', `/channels/${id}/messages`, { content: 'a' })).status).toBe(200);
    expect(discord.world.channel(id).thread?.archived).toBe(false);
  });
});

interface Archive {
  readonly threads: readonly {
    readonly id: string;
    readonly thread_metadata: { readonly archive_timestamp: string };
  }[];
  readonly has_more: boolean;
}
