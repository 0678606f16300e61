import { isObject, type JsonObject } from './form.ts';
import type { Interaction } from './interactions.ts';
import type { Messages } from './messages.ts';
import type { Platform } from './router.ts';
import type { Snowflake } from './snowflake.ts';
import { wireMember, wireRole, wireUser } from './wire.ts';
import type { World } from './world.ts';

/** The ids of what a person gave to a command or a select menu. */
export interface Mentioned {
  readonly users: readonly Snowflake[];
  readonly roles: readonly Snowflake[];
  readonly channels: readonly Snowflake[];
  readonly messages: readonly Snowflake[];
  readonly attachments: readonly Snowflake[];
}

/** The payload of INTERACTION_CREATE. */
export function interactionPayload(
  interaction: Interaction,
  data: JsonObject,
  { world, messages }: { readonly world: World; readonly messages: Messages },
): JsonObject {
  const { channel, userId, locale, source } = interaction;
  const user = world.users.get(userId);
  const place = channel.guildId === null ? { user: user && wireUser(user) } : guildPlace(interaction, world);
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...world.describe(channel), permissions: world.permissionsIn(channel, userId).toString() },
    app_permissions: world.permissionsIn(channel, world.bot.id).toString(),
    locale,
    entitlements: [],
    authorizing_integration_owners: world.installations(channel, userId),
    context: world.isBotChannel(channel) ? 1 : 0,
    attachment_size_limit: 10 * 1024 * 1024,
    ...place,
    ...(source === undefined ? {} : { message: messages.describe(source) }),
  };
}

function guildPlace({ channel, userId }: Interaction, world: World): JsonObject {
  const guildId = channel.guildId ?? '';
  const { preferredLocale } = world.guild(guildId);
  return {
    guild_id: guildId,
    guild: { id: guildId, locale: preferredLocale, features: [] },
    guild_locale: preferredLocale,
    member: describeMember(world, guildId, userId, world.permissionsIn(channel, userId)),
  };
}

function describeMember(world: World, guildId: Snowflake, userId: Snowflake, permissions: bigint): JsonObject {
  const member = world.guilds.get(guildId)?.members.get(userId);
  const user = world.users.get(userId);
  return {
    ...(member === undefined ? {} : wireMember(member)),
    user: user && wireUser(user),
    permissions: permissions.toString(),
  };
}

/**
 * The `resolved` part: the objects behind the ids in the options. Channels carry the invoker's permissions, as on
 * Discord.
 */
export function resolve(
  mentioned: Mentioned,
  interaction: Interaction,
  { world, messages, uploads }: Pick<Platform, 'world' | 'messages' | 'uploads'>,
): JsonObject {
  const guild = world.guilds.get(interaction.channel.guildId ?? '');
  const channels = mentioned.channels.map((id) => {
    const channel = world.channel(id);
    const { name, type, parent_id } = world.describe(channel);
    const permissions = world.permissionsIn(channel, interaction.userId).toString();
    const described = world.describe(channel);
    const thread = channel.thread === null ? {} : { thread_metadata: described['thread_metadata'] };
    return [id, { id, name, type, parent_id, permissions, ...thread }] as const;
  });
  const users = mentioned.users.flatMap((id) => world.users.get(id) ?? []);
  const members = users.filter(({ id }) => guild?.members.has(id));
  const memberOf = ({ id }: { readonly id: Snowflake }) => {
    const described = describeMember(world, guild?.id ?? '', id, world.permissionsIn(interaction.channel, id));
    return Object.fromEntries(Object.entries(described).filter(([key]) => key !== 'user'));
  };
  const parts: Record<string, JsonObject> = {
    channels: Object.fromEntries(channels),
    users: Object.fromEntries(users.map((user) => [user.id, wireUser(user)])),
    members: Object.fromEntries(members.map((user) => [user.id, memberOf(user)])),
    roles: Object.fromEntries(
      mentioned.roles.flatMap((id) => guild?.roles.get(id) ?? []).map((role) => [role.id, wireRole(role)]),
    ),
    attachments: Object.fromEntries(
      mentioned.attachments.flatMap((id) => {
        const described = uploads.describe(id);
        return described === undefined ? [] : [[id, described]];
      }),
    ),
    messages: Object.fromEntries(
      mentioned.messages.map((id) => {
        const message = messages.find(interaction.channel, id);
        return [id, messages.describe(message, message.authorId)];
      }),
    ),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => isObject(part) && Object.keys(part).length > 0));
}
