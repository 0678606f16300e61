import { refusal } from '../api-error.ts';
import type { JsonObject } from '../form.ts';
import { guildPermissions } from '../permissions.ts';
import { type ApiAnswer, type ApiRequest, NO_CONTENT, ok, type Platform, type Route } from '../router.ts';
import { compareSnowflakes } from '../snowflake.ts';
import { wireGuild, wireMember, wireRole, wireUser } from '../wire.ts';
import type { World } from '../world.ts';
import type { Guild } from '../world-shapes.ts';
import { joinedGuild } from './access.ts';

/** Guilds as the bot sees them: a guild without the bot does not exist. */
export const GUILD_ROUTES: readonly Route[] = [
  { method: 'GET', template: '/users/@me/guilds', answer: ownGuilds },
  { method: 'DELETE', template: '/users/@me/guilds/{guild_id}', answer: leave },
  {
    method: 'GET',
    template: '/guilds/{guild_id}',
    answer: (request, { world }) => ok(wireGuild(joinedGuild(request, world))),
  },
  { method: 'GET', template: '/guilds/{guild_id}/roles', answer: roles },
  { method: 'GET', template: '/guilds/{guild_id}/channels', answer: channels },
  { method: 'GET', template: '/guilds/{guild_id}/threads/active', answer: activeThreads },
  { method: 'GET', template: '/guilds/{guild_id}/members/{user_id}', answer: member },
];

function ownGuilds(request: ApiRequest, { world }: Platform): ApiAnswer {
  const limit = Math.min(200, Number(request.query.get('limit') ?? 200));
  const after = request.query.get('after') ?? '0';
  const mine = [...world.guilds.values()].filter(
    (guild) => guild.members.has(world.bot.id) && compareSnowflakes(guild.id, after) > 0,
  );
  return ok(
    mine.slice(0, limit).map((guild) => ({
      id: guild.id,
      name: guild.name,
      icon: null,
      banner: null,
      owner: false,
      permissions: guildPermissions(guild, world.bot.id).toString(),
      features: [],
    })),
  );
}

function leave(request: ApiRequest, { world }: Platform): ApiAnswer {
  world.removeBot(joinedGuild(request, world));
  return NO_CONTENT;
}

function roles(request: ApiRequest, { world }: Platform): ApiAnswer {
  return ok([...joinedGuild(request, world).roles.values()].map(wireRole));
}

function channels(request: ApiRequest, { world }: Platform): ApiAnswer {
  return ok(describeChannels(joinedGuild(request, world), world, false));
}

function activeThreads(request: ApiRequest, { world }: Platform): ApiAnswer {
  return ok({ threads: describeChannels(joinedGuild(request, world), world, true), members: [] });
}

function describeChannels(guild: Guild, world: World, threads: boolean): readonly JsonObject[] {
  return [...guild.channelIds]
    .flatMap((id) => world.channels.get(id) ?? [])
    .filter((channel) => (channel.thread !== null) === threads && channel.thread?.archived !== true)
    .map((channel) => world.describe(channel));
}

function member(request: ApiRequest, { world }: Platform): ApiAnswer {
  const guild = joinedGuild(request, world);
  const userId = request.param('user_id') === '@me' ? world.bot.id : request.param('user_id');
  const found = guild.members.get(userId);
  const user = world.users.get(userId);
  if (user === undefined) throw refusal(10013);
  if (found === undefined) throw refusal(10007);
  return ok({ ...wireMember(found), user: wireUser(user) });
}
