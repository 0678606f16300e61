import { type DiscordExamination, examineDiscord } from '../../discord/examination.ts';
import { readFailure } from '../../discord/failures.ts';
import { count } from '../../discord/rendering/numbers.ts';
import { idsOfShards, type Shards } from '../../discord/shards.ts';
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
  const examination = await examineDiscord(await discordAccess(tools));
  const { name, applicationId, invite, guildCount, shards: recommended, sessionsLeft } = examination;
  const { shards: own } = tools.config;
  const shards = own === null ? recommended : idsOfShards(own).length;
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
    ...numberOfShards(own, recommended),
    ...wayOfInteractions(examination, tools),
  ];
}

/** Whether all processes together have as many shards as Discord recommends. */
function numberOfShards(own: Shards | null, recommended: number): readonly Found[] {
  if (own === null || own.count >= recommended) return [];
  return [
    warn(
      `Discord recommends ${recommended} shards, and SHARDS counts ${own.count}.`,
      'Change SHARDS in all processes, and restart them together: docs/scale.md says how.',
    ),
  ];
}

/** Whether Discord sends commands the way on which the bot takes them. */
function wayOfInteractions(
  { interactionsUrl, publicKey }: DiscordExamination,
  { config: { interactionsPort, discordPublicKey } }: CheckTools,
): readonly Found[] {
  if (interactionsUrl === null && interactionsPort === null) return [];
  if (interactionsPort === null)
    return [
      fail(
        `Discord posts commands to ${interactionsUrl}, and INTERACTIONS_PORT is not set, so nobody gets an answer.`,
        `Set INTERACTIONS_PORT and DISCORD_PUBLIC_KEY, or empty ${endpointField}.`,
      ),
    ];
  if (discordPublicKey?.toLowerCase() !== publicKey.toLowerCase())
    return [
      fail(
        'DISCORD_PUBLIC_KEY is not the key of this application.',
        'Copy "Public Key" from https://discord.com/developers/applications.',
      ),
    ];
  if (interactionsUrl === null)
    return [
      warn(
        'INTERACTIONS_PORT is set, and Discord sends commands over the gateway.',
        `Enter the public https address of the port, with /interactions at its end, as ${endpointField}.`,
      ),
    ];
  return [ok(`Discord posts commands to ${interactionsUrl}`)];
}

const endpointField = '"Interactions Endpoint URL" at https://discord.com/developers/applications';

function failure(error: unknown): Found {
  const { kind, reason } = readFailure(error);
  if (kind === 'unauthorized') return fail(`Discord does not accept the token: ${reason}.`, resetStep);
  return fail(`Discord does not answer as expected: ${reason}.`, 'Check the network of this machine, then try again.');
}
