import type { APIInteraction, GatewayDispatchPayload, GatewayReadyDispatchData } from 'discord.js';
import type { ChannelNote } from '../store/channel-places.ts';
import { kindOfChannel } from './channel-kind.ts';
import { GatewayDispatchEvents } from './discord-js.ts';
import { type GuildArrival, readArrival } from './guild-arrival.ts';

/** What is called when Discord sends an event. */
export interface GatewayEvents {
  /** Called for each interaction. The result is not awaited. */
  readonly onInteraction: (interaction: APIInteraction) => void;
  /** Called when the bot was removed from a guild or the guild was deleted. Not called for outages. */
  readonly onGuildRemoved?: (guildId: string) => void;
  /** Called when the bot joined a guild or the guild became available again. */
  readonly onGuildPresent?: (guildId: string) => void;
  /** The same, with what a greeting needs. */
  readonly onGuildArrived?: (arrival: GuildArrival) => void;
  /** Called when the bot's permissions in the guild, or the state of one of its threads, may have changed. */
  readonly onPermissionsChanged?: (guildId: string) => void;
  /** Called with the names and kinds of channels and threads of a guild, by id. */
  readonly onChannelsSeen?: (guildId: string, channels: ReadonlyMap<string, ChannelNote>) => void;
}

/** The state of a guild that the gateway keeps. Everything else comes with each interaction. */
export interface GuildNote {
  readonly name: string | null;
  readonly isAvailable: boolean;
}

export interface GuildState {
  readonly guilds: Map<string, GuildNote>;
  readonly ready: GatewayReadyDispatchData | null;
}

/** Tracks the guilds and passes events on. It ignores everything else that Discord sends. */
export function takeDispatch(payload: GatewayDispatchPayload, { guilds, ready }: GuildState, on: GatewayEvents): void {
  switch (payload.t) {
    case GatewayDispatchEvents.InteractionCreate:
      on.onInteraction(payload.d);
      break;
    case GatewayDispatchEvents.GuildCreate:
    case GatewayDispatchEvents.GuildUpdate:
      guilds.set(payload.d.id, { name: payload.d.name, isAvailable: true });
      if (payload.t !== GatewayDispatchEvents.GuildCreate) break;
      on.onGuildPresent?.(payload.d.id);
      on.onChannelsSeen?.(payload.d.id, notesOf([...payload.d.channels, ...payload.d.threads]));
      if (ready !== null) on.onGuildArrived?.(readArrival(payload.d, ready.user.id));
      break;
    case GatewayDispatchEvents.ChannelCreate:
    case GatewayDispatchEvents.ChannelUpdate:
    case GatewayDispatchEvents.ThreadCreate:
    case GatewayDispatchEvents.ThreadUpdate:
      takeChannel(payload.d, on);
      break;
    case GatewayDispatchEvents.GuildRoleUpdate:
    case GatewayDispatchEvents.GuildRoleDelete:
      on.onPermissionsChanged?.(payload.d.guild_id);
      break;
    case GatewayDispatchEvents.GuildMemberUpdate:
      // Without the privileged intent for members, Discord sends this only for the bot itself.
      if (payload.d.user.id === ready?.user.id) on.onPermissionsChanged?.(payload.d.guild_id);
      break;
    case GatewayDispatchEvents.GuildDelete: {
      const { id, unavailable } = payload.d;
      if (unavailable) {
        guilds.set(id, { name: guilds.get(id)?.name ?? null, isAvailable: false });
      } else {
        guilds.delete(id);
        on.onGuildRemoved?.(id);
      }
      break;
    }
    default:
      break;
  }
}

/** A channel or thread that is new or was changed: its name, its kind, its permissions, whether it is locked. */
function takeChannel(channel: SeenChannel & { readonly guild_id?: string }, on: GatewayEvents): void {
  const { guild_id: guildId } = channel;
  if (guildId === undefined) return;
  on.onChannelsSeen?.(guildId, notesOf([channel]));
  on.onPermissionsChanged?.(guildId);
}

interface SeenChannel {
  readonly id: string;
  readonly type: number;
  readonly name?: string | null;
}

const notesOf = (channels: readonly SeenChannel[]): ReadonlyMap<string, ChannelNote> =>
  new Map(channels.map(({ id, name, type }) => [id, { name: name || null, kind: kindOfChannel(type) }]));
