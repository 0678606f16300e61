/**
 * The only file that loads discord.js: its REST client, and the names and numbers of Discord's API. Its Client is never
 * loaded ([decision 58](../../docs/adr/0058-what-memory-goes-into.md)). An import of `discord.js` would load it with
 * 300 other files, which take 5 MB. So this file asks for the packages that discord.js is made of, in the versions that
 * discord.js uses.
 */
import { createRequire } from 'node:module';

type DiscordJs = typeof import('discord.js');

const load = createRequire(createRequire(import.meta.url).resolve('discord.js'));

export const { DefaultRestOptions, DiscordAPIError, RateLimitError, REST, RequestMethod } = load(
  '@discordjs/rest',
) as DiscordJs;

export const { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, Routes } = load(
  'discord-api-types/v10',
) as DiscordJs;

export const { DiscordSnowflake: SnowflakeUtil } = load('@sapphire/snowflake') as {
  readonly DiscordSnowflake: DiscordJs['SnowflakeUtil'];
};

export type DiscordAPIError = InstanceType<DiscordJs['DiscordAPIError']>;
export type REST = InstanceType<DiscordJs['REST']>;
