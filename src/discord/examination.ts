import type { APIApplication, APIGatewayBotInfo } from 'discord.js';
import type { Instant } from '../ports.ts';
import { RequestMethod, Routes } from './discord-js.ts';
import { inviteLink } from './invite-link.ts';
import { createRest, type RestOptions } from './rest.ts';

/** What Discord says about the bot. */
export interface DiscordExamination {
  readonly name: string;
  readonly applicationId: string;
  readonly invite: string;
  readonly guildCount: number | null;
  /** What verifies the interactions that Discord posts: 64 hexadecimal digits. */
  readonly publicKey: string;
  /** The address to which Discord posts interactions; null if they come over the gateway. */
  readonly interactionsUrl: string | null;
  /** How many connections Discord recommends, and how many sessions the bot may still start today. */
  readonly shards: number;
  readonly sessionsLeft: number;
}

/**
 * Asks Discord about the bot.
 * @throws what the library throws; see `readFailure`
 */
export async function examineDiscord(options: RestOptions): Promise<DiscordExamination> {
  const rest = createRest(options);
  const application = (await rest.get(Routes.currentApplication())) as APIApplication;
  const gateway = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
  return {
    name: application.name,
    applicationId: application.id,
    invite: inviteLink(application.id),
    guildCount: application.approximate_guild_count ?? null,
    publicKey: application.verify_key,
    interactionsUrl: application.interactions_endpoint_url ?? null,
    shards: gateway.shards,
    sessionsLeft: gateway.session_start_limit.remaining,
  };
}

/**
 * Discord's clock, by the header of an answer: whole seconds. Null if the answer has none.
 * @throws what the library throws; see `readFailure`
 */
export async function discordTime(options: RestOptions): Promise<Instant | null> {
  const rest = createRest(options);
  const { headers } = await rest.queueRequest({ method: RequestMethod.Get, fullRoute: Routes.gateway(), auth: false });
  const at = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(at) ? null : at;
}
