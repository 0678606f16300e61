/**
 * The connections to the gateway that one process keeps. Discord spreads the servers over `count` shards, and sends the
 * events of a server to one of them.
 */
export interface Shards {
  readonly first: number;
  readonly last: number;
  /** How many shards all processes have together. */
  readonly count: number;
}

/** Reads `0-3/16` or `5/16`; null if it is neither. */
export function readShards(text: string): Shards | null {
  const [, first, last = first, count] = /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/.exec(text.replaceAll(/\s/g, '')) ?? [];
  const shards = { first: Number(first), last: Number(last), count: Number(count) };
  return shards.first <= shards.last && shards.last < shards.count ? shards : null;
}

/** `0-3/16`, as the setting has it. */
export const nameOfShards = ({ first, last, count }: Shards): string =>
  first === last ? `${first}/${count}` : `${first}-${last}/${count}`;

export const idsOfShards = ({ first, last }: Shards): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Whether Discord sends the events of this server to one of these shards. */
export function haveGuild(shards: Shards, guildId: string): boolean {
  if (areAll(shards)) return true;
  const shard = Number((BigInt(guildId) >> 22n) % BigInt(shards.count));
  return shards.first <= shard && shard <= shards.last;
}

/** Whether they are all that there are, so that one process hears of everything. */
export const areAll = ({ first, last, count }: Shards): boolean => first === 0 && last === count - 1;
