import type { REST } from 'discord.js';
import { readGuildAndBot, readPlace } from '../channel-place.ts';
import { permissionsIn } from '../permissions.ts';
import { isDigestMessage } from '../rendering/layouts/registry.ts';
import { pingedRole, withoutPing } from '../rendering/mention-line.ts';
import { pingProblemOf, readRoles } from '../role-pings.ts';

/**
 * The payload as it can be sent now. If the role that it pings was deleted since, or may no longer be mentioned, it comes
 * without the ping: Discord would show a mention that reaches nobody. If Discord cannot be asked, it stays as it is.
 */
export async function withLivePing(
  payload: unknown,
  channelId: string,
  { rest, whoAmI }: { readonly rest: Pick<REST, 'get'>; readonly whoAmI: () => Promise<string> },
): Promise<unknown> {
  if (!isDigestMessage(payload)) return payload;
  const roleId = pingedRole(payload);
  if (roleId === null) return payload;
  try {
    return (await canPing(roleId, channelId, rest, whoAmI)) ? payload : withoutPing(payload);
  } catch {
    return payload;
  }
}

async function canPing(
  roleId: string,
  channelId: string,
  rest: Pick<REST, 'get'>,
  whoAmI: () => Promise<string>,
): Promise<boolean> {
  const place = await readPlace(channelId, rest);
  // Then the message will not arrive either.
  if (typeof place === 'string') return true;
  const { guildId, overwrites } = place;
  const roles = await readRoles(guildId, rest);
  const problem = pingProblemOf({ roleId, guildId, roles, bot: 0n });
  if (problem !== 'refused') return problem === null;
  const userId = await whoAmI();
  const [guild, member] = await readGuildAndBot(guildId, userId, rest);
  const inGuild = { id: guildId, ownerId: guild.owner_id, roles: guild.roles };
  const bot = permissionsIn({ userId, roleIds: member.roles, guild: inGuild, overwrites });
  return pingProblemOf({ roleId, guildId, roles, bot }) === null;
}
