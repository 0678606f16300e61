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
  guild = discord.world.createGuild({ name: 'Lab', bot: ['ViewChannel', 'Connect', 'CreateEvents'] });
});
afterEach(() => discord[Symbol.asyncDispose]());

type EventPlan = Parameters<LocalDiscord['world']['createEvent']>[1];

const external = {
  name: 'Journal club',
  description: 'A paper',
  privacy_level: 2,
  entity_type: 3,
  entity_metadata: { location: '#papers' },
  scheduled_start_time: '2026-06-13T09:00:00Z',
  scheduled_end_time: '2026-06-13T10:00:00Z',
};
const path = () => `/guilds/${guild.id}/scheduled-events`;
const create = (more: object = {}) => call(discord, 'POST', path(), { ...external, ...more });
const voiceEvent = (channel: Channel) => ({
  entity_type: 2,
  channel_id: channel.id,
  entity_metadata: undefined,
  scheduled_end_time: undefined,
});

describe('a scheduled event', () => {
  test('is listed with its creator until it is over', async () => {
    const created = await create();
    expect(created).toMatchObject({
      status: 200,
      body: {
        name: 'Journal club',
        status: 1,
        creator_id: discord.applicationId,
        entity_metadata: { location: '#papers' },
      },
    });
    expect((await call(discord, 'GET', path())).body).toEqual([created.body]);
    now = Date.parse('2026-06-13T10:00:01Z');
    expect((await call(discord, 'GET', path())).body).toEqual([]);
  });

  test.each([
    ['without a name', { name: '' }, 'name'],
    ['with a long name', { name: 'x'.repeat(101) }, 'name'],
    ['with a long description', { description: 'x'.repeat(1001) }, 'description'],
    ['with a long place', { entity_metadata: { location: 'x'.repeat(101) } }, 'entity_metadata'],
    ['without an end', { scheduled_end_time: undefined }, 'scheduled_end_time'],
    ['that ends before it begins', { scheduled_end_time: '2026-06-13T08:00:00Z' }, 'scheduled_end_time'],
    ['in the past', { scheduled_start_time: '2026-06-12T08:59:59Z' }, 'scheduled_start_time'],
    ['at no time', { scheduled_start_time: 'soon' }, 'scheduled_start_time'],
    ['in a channel, but elsewhere', { channel_id: '1' }, 'channel_id'],
  ])('is refused %s', async (_, more, field) => {
    const { status, body } = await create(more);
    expect([status, body.code, Object.keys(body.errors)]).toEqual([400, 50035, expect.arrayContaining([field])]);
  });

  test('takes place in a voice channel that the bot can see and join', async () => {
    const voice = discord.world.createChannel({ guild, name: 'voice', kind: 'voice' });
    expect(await create(voiceEvent(voice))).toMatchObject({ status: 200, body: { channel_id: voice.id } });
    const text = discord.world.createChannel({ guild, name: 'text' });
    expect((await create(voiceEvent(text))).body.code).toBe(50024);
    discord.world.setOverwrite(voice, { member: discord.applicationId, deny: ['Connect'] });
    expect((await create(voiceEvent(voice))).body.code).toBe(50013);
    discord.world.deleteChannel(voice);
    expect((await create(voiceEvent(voice))).body.code).toBe(10003);
    const elsewhere = discord.world.createGuild({ name: 'Elsewhere' });
    const foreign = discord.world.createChannel({ guild: elsewhere, name: 'voice', kind: 'voice' });
    expect((await create(voiceEvent(foreign))).body.code).toBe(10003);
  });

  test('needs Create Events or Manage Events, and room among a hundred', async () => {
    discord.world.setBotPermissions(guild, ['ViewChannel', 'ManageEvents']);
    expect((await create()).status).toBe(200);
    const [first] = discord.world.eventsOf(guild);
    for (let index = 1; index < 100; index++) discord.world.createEvent(guild, { ...first, type: 3 } as EventPlan);
    expect((await create()).body.code).toBe(30038);
    discord.world.setBotPermissions(guild, ['ViewChannel']);
    expect((await create()).body.code).toBe(50013);
  });
});
