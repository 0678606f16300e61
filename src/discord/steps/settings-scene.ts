import type { Say } from '../../language/say.ts';
import type { SettingValues } from '../../store/channels.ts';
import { UserError } from '../errors.ts';
import { type ChannelAccess, type CommandContext, guildOf } from '../interactions/context.ts';
import { refusedRole } from '../rendering/settings/mention.ts';
import type { SettingsScene } from '../rendering/settings/setting.ts';
import { pingProblemOf } from '../role-pings.ts';

/** What the texts of these settings depend on beside them. */
export async function readScene(
  { mentionRoleId }: Pick<SettingValues, 'mentionRoleId'>,
  channel: ChannelAccess,
  context: CommandContext,
  say: Say = context.say,
): Promise<SettingsScene> {
  const sources = (await context.services.readSourceStates()).map(({ id }) => id);
  return {
    say,
    sources,
    isPersonal: context.guildId === null,
    isAnnouncement: channel.type === announcementType,
    pingProblem:
      mentionRoleId === null
        ? null
        : pingProblemOf({
            roleId: mentionRoleId,
            guildId: guildOf(context),
            roles: await context.roles(),
            bot: channel.bot,
          }),
  };
}

/** Discord's number for a channel that other servers can follow. */
const announcementType = 5;

/**
 * Checks that digests can ping the role, and that the user could as well.
 * @throws UserError that says what to do
 */
export async function checkRole(
  roleId: string,
  { bot, invoker }: ChannelAccess,
  context: CommandContext,
): Promise<void> {
  const problem = pingProblemOf({
    roleId,
    guildId: guildOf(context),
    roles: await context.roles(),
    bot,
    chooser: invoker,
  });
  if (problem !== null) throw new UserError('role-not-pingable', (say) => refusedRole(roleId, problem, say));
}
