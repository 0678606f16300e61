import { isObject, type JsonObject } from './form.ts';
import type { SessionPlan } from './gateway-session.ts';
import { wireGuild, wireMember, wireTime, wireUser } from './wire.ts';
import type { World } from './world.ts';
import type { Guild } from './world-shapes.ts';

/** The data of READY. Its guilds are unavailable; a GUILD_CREATE follows for each. */
export function readyPayload(world: World, plan: SessionPlan, guilds: readonly Guild[], url: string): JsonObject {
  return {
    v: 10,
    user: { ...wireUser(world.bot), verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    private_channels: [],
    relationships: [],
    presences: [],
    session_id: plan.id,
    resume_gateway_url: url,
    shard: plan.shard,
    application: { id: world.applicationId, flags: 0 },
    _trace: [],
  };
}

/** The data of GUILD_CREATE. */
export function guildPayload(world: World, guild: Guild): JsonObject {
  const channels = [...guild.channelIds].flatMap((id) => world.channels.get(id) ?? []);
  const me = guild.members.get(world.bot.id);
  return {
    ...wireGuild(guild),
    joined_at: wireTime(me?.joinedAt ?? world.clock()),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: me === undefined ? [] : [{ ...wireMember(me), user: wireUser(world.bot) }],
    channels: channels.filter((each) => each.thread === null).map((each) => world.describe(each)),
    threads: channels.filter((each) => each.thread !== null).map((each) => world.describe(each)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: world.eventsOf(guild).map((event) => world.describeEvent(event)),
    soundboard_sounds: [],
  };
}

/** The shard of an IDENTIFY, `[id, count]`; undefined if it is invalid. */
export function readShard(value: unknown): readonly [number, number] | undefined {
  if (value === undefined) return [0, 1];
  if (!Array.isArray(value)) return undefined;
  const [id, count] = value as readonly unknown[];
  if (typeof id !== 'number' || typeof count !== 'number' || id < 0 || id >= count) return undefined;
  return [id, count];
}

/** A client's payload; undefined if it is not a JSON object. */
export function parsePayload(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
