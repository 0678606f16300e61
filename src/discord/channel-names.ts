import type { APIChannel, REST } from 'discord.js';
import type { Clock, Instant } from '../ports.ts';
import { minuteMs } from '../time.ts';
import { Routes } from './discord-js.ts';

/** Names are needed for each letter typed into an option, and change rarely. */
const keptForMs = minuteMs;
const guildsKept = 200;

/** Looks up the names of a guild's channels, and caches them for a minute. */
export function createChannelNames(rest: REST, clock: Clock) {
  const kept = new Map<string, { readonly at: Instant; readonly names: Promise<ReadonlyMap<string, string>> }>();
  return async (guildId: string): Promise<ReadonlyMap<string, string>> => {
    const known = kept.get(guildId);
    if (known !== undefined && clock() - known.at < keptForMs) return known.names;
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= guildsKept) kept.delete(oldest);
    const names = readNames(rest, guildId);
    kept.set(guildId, { at: clock(), names });
    return names;
  };
}

/** Empty if Discord does not answer, because a missing name must not fail a command. */
async function readNames(rest: REST, guildId: string): Promise<ReadonlyMap<string, string>> {
  try {
    const channels = (await rest.get(Routes.guildChannels(guildId))) as APIChannel[];
    return new Map(channels.map(({ id, name }) => [id, name ?? id]));
  } catch {
    return new Map();
  }
}
