import type { APIApplication, APIUser, REST } from 'discord.js';
import { Routes } from './discord-js.ts';
import { type ReachingOptions, untilReached } from './reaching-discord.ts';

/** Who the bot is at Discord. */
export interface BotIdentity {
  readonly applicationId: string;
  readonly botUserId: string;
}

/**
 * Asks Discord who the bot is, until it answers.
 * @throws FatalDiscordError if Discord refuses the token; the signal's reason if it aborts
 */
export async function readIdentity(rest: REST, options: ReachingOptions): Promise<BotIdentity> {
  const { api } = rest.options;
  options.log.info({ event: 'discord.connecting', api }, `waiting for Discord at ${api}`);
  return await untilReached(async () => {
    const application = (await rest.get(Routes.currentApplication())) as APIApplication;
    const bot = application.bot ?? ((await rest.get(Routes.user())) as APIUser);
    return { applicationId: application.id, botUserId: bot.id };
  }, options);
}
