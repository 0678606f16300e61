import type { JsonObject } from './form.ts';
import { type PermissionSet, permissionBits } from './permissions.ts';
import type { Snowflake } from './snowflake.ts';
import type { ChannelKind, Guild, Overwrite } from './world-shapes.ts';

/** A change of the world. A private one concerns a message that only one person sees. */
export type WorldEvent = GatewayEvent | { readonly kind: 'private-change' };

/** An event that the gateway may send to a bot. */
export type GatewayEvent =
  | { readonly kind: 'guild-joined'; readonly guild: Guild }
  | { readonly kind: 'guild-gone'; readonly guildId: Snowflake; readonly unavailable: boolean }
  | {
      readonly kind: 'dispatch';
      readonly name: string;
      /** Null for an event of a direct message. */
      readonly guildId: Snowflake | null;
      /** The intents (bits) of which one is needed; 0 if none is. */
      readonly intents: number;
      readonly data: () => JsonObject;
    };

/** An object of Discord, or its id. */
export type Ref = Snowflake | { readonly id: Snowflake };

/** The id of an object, or the id that was given. */
export function idOf(ref: Ref): Snowflake {
  return typeof ref === 'string' ? ref : ref.id;
}

/** The plan of a new guild. */
export interface GuildPlan {
  readonly name: string;
  readonly owner?: Ref;
  /** The permissions of @everyone. */
  readonly everyone?: PermissionSet;
  /** The permissions of the bot's own role; false: the bot is not in the guild. */
  readonly bot?: PermissionSet | false;
  /** Its language; `en-US` by default. */
  readonly locale?: string;
  /** Names of text channels to make at once. */
  readonly channels?: readonly string[];
}

/** The plan of a new channel. */
export interface ChannelPlan {
  readonly guild: Ref;
  readonly name: string;
  readonly kind?: ChannelKind;
  readonly parent?: Ref;
  readonly overwrites?: readonly OverwritePlan[];
  /** Names of a forum's tags; one that begins with `!` is moderated. */
  readonly tags?: readonly string[];
  /** Whether each post of a forum needs a tag. */
  readonly requiresTag?: boolean;
}

/** An overwrite's role or member, and the permissions that it allows and denies. */
export interface OverwritePlan {
  readonly role?: Ref;
  readonly member?: Ref;
  readonly allow?: PermissionSet;
  readonly deny?: PermissionSet;
}

/** The overwrite of a plan; without role and member it is for @everyone. */
export function overwriteOf(guild: Guild, plan: OverwritePlan): Overwrite {
  const type = plan.member === undefined ? 0 : 1;
  return {
    id: idOf(plan.member ?? plan.role ?? guild.id),
    type,
    allow: permissionBits(plan.allow ?? []),
    deny: permissionBits(plan.deny ?? []),
  };
}

/** The plan of a new role. */
export interface RolePlan {
  readonly guild: Ref;
  readonly name: string;
  readonly permissions?: PermissionSet;
  /** Whether anyone may mention it. By default not. */
  readonly isMentionable?: boolean;
}
