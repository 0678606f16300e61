import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import {
  ALL_PERMISSIONS,
  allows,
  DEFAULT_EVERYONE,
  permissionBits,
} from '../../../src/playground/discord/permissions.ts';
import type { Channel, Guild } from '../../../src/playground/discord/world-shapes.ts';
import { call, NO_LIMITS } from './api.ts';

let discord: LocalDiscord;
let guild: Guild;
let channel: Channel;

beforeAll(async () => {
  discord = await startLocalDiscord({ limits: NO_LIMITS });
  guild = discord.world.createGuild({ name: 'Lab' });
  channel = discord.world.createChannel({ guild, name: 'papers' });
});
afterAll(() => discord[Symbol.asyncDispose]());

const post = (id: string, body: object = { content: 'a' }) => call(discord, 'POST', `/channels/${id}/messages`, body);

describe('computed permissions', () => {
  const bitsOf = (userId: string) => discord.world.permissionsIn(channel, userId);

  test('owners and administrators have all permissions, strangers have none', () => {
    expect(bitsOf(guild.ownerId)).toBe(ALL_PERMISSIONS);
    expect(bitsOf(discord.person({ name: 'Admin', guild, permissions: ['Administrator'] }).id)).toBe(ALL_PERMISSIONS);
    expect(bitsOf(discord.person({ name: 'Stranger' }).id)).toBe(0n);
  });

  test('the permissions of roles add to those of everyone', () => {
    const one = discord.world.createRole({ guild, name: 'one', permissions: ['ManageChannels'] });
    const two = discord.world.createRole({ guild, name: 'two', permissions: ['KickMembers'] });
    const bits = bitsOf(discord.person({ name: 'Ada', guild, roles: [one, two] }).id);
    expect(bits).toBe(DEFAULT_EVERYONE | permissionBits(['ManageChannels', 'KickMembers']));
  });

  test("overwrites apply in Discord's order: everyone, roles (allow over deny), member", () => {
    const { world } = discord;
    const place = world.createChannel({ guild, name: 'staff', overwrites: [{ deny: ['ViewChannel'] }] });
    const staff = world.createRole({ guild, name: 'staff' });
    const muted = world.createRole({ guild, name: 'muted' });
    world.setOverwrite(place, { role: staff, allow: ['ViewChannel', 'SendMessages'] });
    world.setOverwrite(place, { role: muted, deny: ['SendMessages'] });
    const bob = discord.person({ name: 'Bob', guild });
    const eve = discord.person({ name: 'Eve', guild, roles: [staff, muted] });
    expect(world.permissionsIn(place, bob.id)).toBe(0n);
    expect(allows(world.permissionsIn(place, eve.id), 'ViewChannel', 'SendMessages')).toBe(true);
    world.setOverwrite(place, { member: eve.id, deny: ['SendMessages'] });
    const silenced = world.permissionsIn(place, eve.id);
    expect(allows(silenced, 'SendMessages')).toBe(false);
    expect(allows(silenced, 'EmbedLinks')).toBe(false);
    expect(allows(silenced, 'ViewChannel')).toBe(true);
  });
});

describe('actions that the bot is not allowed', () => {
  const shut = (deny: 'ViewChannel' | 'SendMessages' | 'EmbedLinks' | 'ReadMessageHistory' | 'CreatePublicThreads') =>
    discord.world.createChannel({ guild, name: `no ${deny}`, overwrites: [{ deny: [deny] }] }).id;

  // The bot's own role allows these, so only an overwrite removes them.
  const refused: [string, () => Promise<{ status: number; body: unknown }>, number, number][] = [
    ['see the channel', () => post(shut('ViewChannel')), 403, 50001],
    ['send', () => post(shut('SendMessages')), 403, 50013],
    ['embed', () => post(shut('EmbedLinks'), { embeds: [{ title: 'a' }] }), 403, 50013],
    ['post to a channel that does not exist', () => post('1'), 404, 10003],
    [
      'read a message without history',
      () => call(discord, 'GET', `/channels/${shut('ReadMessageHistory')}/messages/1`),
      403,
      50013,
    ],
    [
      'open a thread',
      () => call(discord, 'POST', `/channels/${shut('CreatePublicThreads')}/messages/1/threads`, { name: 'a' }),
      403,
      50013,
    ],
    ['edit a channel', () => call(discord, 'PATCH', `/channels/${channel.id}`, { name: 'a' }), 403, 50013],
    ['see a guild that it is not in', () => call(discord, 'GET', '/guilds/1'), 404, 10004],
  ];

  test.each(refused)('%s', async (_, act, status, code) => {
    expect(await act()).toMatchObject({ status, body: { code } });
  });

  test('without permission for embeds, text is posted; without one for history, the list is empty', async () => {
    expect((await post(shut('EmbedLinks'))).status).toBe(200);
    const hidden = shut('ReadMessageHistory');
    await post(hidden);
    expect((await call(discord, 'GET', `/channels/${hidden}/messages`)).body).toEqual([]);
  });

  test('a deleted channel is 10003, a guild without the bot 50001 and 10004', async () => {
    const left = discord.world.createGuild({ name: 'Left' });
    const gone = discord.world.createChannel({ guild: left, name: 'gone' });
    const kept = discord.world.createChannel({ guild: left, name: 'kept' });
    discord.world.deleteChannel(gone);
    expect((await post(gone.id)).body.code).toBe(10003);
    discord.world.removeBot(left);
    expect((await post(kept.id)).body).toEqual({ code: 50001, message: 'Missing Access' });
    expect((await call(discord, 'GET', `/guilds/${left.id}`)).body.code).toBe(10004);
    discord.world.inviteBot(left);
    expect((await post(kept.id)).status).toBe(200);
    discord.world.setBotPermissions(left, ['ViewChannel']);
    discord.world.setRolePermissions(left, left, []);
    expect((await post(kept.id)).body.code).toBe(50013);
  });

  test('forums and categories accept no messages, and people can refuse direct ones', async () => {
    const forum = discord.world.createChannel({ guild, name: 'forum', kind: 'forum' });
    expect((await post(forum.id)).body.code).toBe(40058);
    const ada = discord.person({ name: 'Ada' });
    const direct = await call(discord, 'POST', '/users/@me/channels', { recipient_id: ada.id });
    expect((await post(direct.body.id)).status).toBe(200);
    const user = discord.world.users.get(ada.id);
    if (user !== undefined) user.acceptsDirectMessages = false;
    expect((await post(direct.body.id)).body.code).toBe(50007);
    expect((await call(discord, 'POST', '/users/@me/channels', { recipient_id: '1' })).body.code).toBe(10013);
  });
});

describe('threads', () => {
  test("a message's thread has its id, exists once, and needs another permission to write", async () => {
    const { body } = await post(channel.id);
    const path = `/channels/${channel.id}/messages/${body.id}/threads`;
    const thread = await call(discord, 'POST', path, { name: 'Discuss', auto_archive_duration: 1440 });
    expect(thread).toMatchObject({ status: 201, body: { id: body.id, parent_id: channel.id, type: 11 } });
    expect((await call(discord, 'POST', path, { name: 'Again' })).body.code).toBe(160004);
    expect((await post(body.id, { embeds: [{ title: 'card' }] })).status).toBe(200);
    discord.world.setOverwrite(channel, { deny: ['SendMessages'] });
    expect((await post(body.id, { embeds: [{ title: 'card' }] })).status).toBe(200);
    discord.world.setOverwrite(channel, { deny: ['SendMessagesInThreads'] });
    discord.world.setBotPermissions(guild, ['ViewChannel', 'SendMessages', 'CreatePublicThreads']);
    expect((await post(body.id)).body.code).toBe(50013);
    const state = discord.world.channel(body.id).thread;
    if (state !== null) state.locked = true;
    expect((await post(body.id)).body.code).toBe(160005);
  });

  test('names have 1 to 100 characters, archives their four durations', async () => {
    const { body } = await post(channel.id);
    const path = `/channels/${channel.id}/messages/${body.id}/threads`;
    for (const plan of [{ name: '' }, { name: 'x'.repeat(101) }, { name: 'a', auto_archive_duration: 61 }]) {
      expect((await call(discord, 'POST', path, plan)).body.code).toBe(50035);
    }
  });

  test('a forum accepts a thread with its first message', async () => {
    const forum = discord.world.createChannel({ guild, name: 'posts', kind: 'forum' });
    const path = `/channels/${forum.id}/threads`;
    expect((await call(discord, 'POST', path, { name: 'a' })).body.code).toBe(50035);
    const { body } = await call(discord, 'POST', path, { name: 'a', message: { content: 'first' } });
    expect(discord.messages(body.id)[0]?.content).toBe('first');
  });
});

test('an announcement is crossposted once, an ordinary message never', async () => {
  const news = discord.world.createChannel({ guild, name: 'news', kind: 'announcement' });
  const crosspost = async (id: string) => {
    const { body } = await post(id);
    return `/channels/${id}/messages/${body.id}/crosspost`;
  };
  const path = await crosspost(news.id);
  expect((await call(discord, 'POST', path)).body.flags & 1).toBe(1);
  expect((await call(discord, 'POST', path)).body.code).toBe(40033);
  expect((await call(discord, 'POST', await crosspost(channel.id))).body.code).toBe(50024);
});
