import { examineDiscord } from '../../discord/examination.ts';
import { readFailure } from '../../discord/failures.ts';
import { count } from '../../discord/rendering/numbers.ts';
import { type Check, type CheckTools, type Found, fail, ok, warn } from './check.ts';
import { discordAccess } from './discord-access.ts';

const resetStep =
  'Reset the token under "Bot" at https://discord.com/developers/applications, then run npm run paperboy -- setup';

/** Whether Discord accepts the token, how to invite the bot, and whether it may connect. */
export const discordCheck: Check = {
  name: 'discord',
  needsNetwork: true,
  async run(tools) {
    if (tools.config.discordToken === null)
      return [fail('DISCORD_TOKEN is not set.', 'Run npm run paperboy -- setup, which asks for it.')];
    try {
      return await examined(tools);
    } catch (error) {
      return [failure(error)];
    }
  },
};

async function examined(tools: CheckTools): Promise<readonly Found[]> {
  const { name, applicationId, invite, guildCount, shards, sessionsLeft } = await examineDiscord(
    await discordAccess(tools),
  );
  const servers = guildCount === null ? '' : `, on ${count(guildCount, 'server')}`;
  const sessions = `${count(shards, 'connection')} needed, ${count(sessionsLeft, 'session')} left today`;
  return [
    ok(`Discord knows the token: ${name}, application ${applicationId}${servers}`),
    ok(`Invite it: ${invite}`),
    sessionsLeft >= shards
      ? ok(sessions)
      : warn(
          `Too few sessions are left: ${sessions}.`,
          'Wait a day. The bot waits by itself, so something restarts it too often.',
        ),
  ];
}

function failure(error: unknown): Found {
  const { kind, reason } = readFailure(error);
  if (kind === 'unauthorized') return fail(`Discord does not accept the token: ${reason}.`, resetStep);
  return fail(`Discord does not answer as expected: ${reason}.`, 'Check the network of this machine, then try again.');
}
