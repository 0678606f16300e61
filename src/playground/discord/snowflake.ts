import type { Clock } from '../../ports.ts';

/** Discord's own epoch, 2015-01-01T00:00Z, in milliseconds. */
const DISCORD_EPOCH = 1_420_070_400_000;

/** A Discord id: a 64-bit number in decimal digits. Later ids are larger. */
export type Snowflake = string;

/** Makes the next id. */
export type NextSnowflake = () => Snowflake;

/**
 * Ids that carry the clock's time and always grow, even when the clock stands still or is set back:
 * a test with a frozen clock still gets messages in order.
 */
export function snowflakes(clock: Clock): NextSnowflake {
  let last = 0n;
  return () => {
    const fresh = BigInt(Math.max(0, Math.trunc(clock()) - DISCORD_EPOCH)) << 22n;
    last = fresh > last ? fresh : last + 1n;
    return last.toString();
  };
}

/** Orders ids by age: negative when `a` is older than `b`. */
export function compareSnowflakes(a: Snowflake, b: Snowflake): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}

/** The shard that a guild's events go to. */
export function shardOf(guildId: Snowflake, shardCount: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}
