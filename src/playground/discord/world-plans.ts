import type { JsonObject } from './form.ts';
import { type PermissionSet, permissionBits } from './permissions.ts';
import type { Snowflake } from './snowflake.ts';
import type { ChannelKind, Guild, Overwrite } from './world-shapes.ts';

/** Something that the gateway may tell a bot. */
export type WorldEvent =
  | { readonly kind: 'guild-joined'; readonly guild: Guild }
  | { readonly kind: 'guild-gone'; readonly guildId: Snowflake; readonly unavailable: boolean }
  | {
      readonly kind: 'dispatch';
      readonly name: string;
      /** Null: a direct message's event. */
      readonly guildId: Snowflake | null;
      /** Bits of the intents of which one is needed; 0 for events that need none. */
      readonly intents: number;
      readonly data: () => JsonObject;
    };

/** A thing of Discord's, or its id. */
export type Ref = Snowflake | { readonly id: Snowflake };

/** The id of a thing or of itself. */
export function idOf(ref: Ref): Snowflake {
  return typeof ref === 'string' ? ref : ref.id;
}

/** How a guild begins. */
export interface GuildPlan {
  readonly name: string;
  readonly owner?: Ref;
  /** What @everyone may do. */
  readonly everyone?: PermissionSet;
  /** What the bot's own role may do; false: the bot is not in the guild. */
  readonly bot?: PermissionSet | false;
  /** Names of text channels to make at once. */
  readonly channels?: readonly string[];
}

/** How a channel begins. */
export interface ChannelPlan {
  readonly guild: Ref;
  readonly name: string;
  readonly kind?: ChannelKind;
  readonly parent?: Ref;
  readonly overwrites?: readonly OverwritePlan[];
}

/** Whom an overwrite is for, and what it allows and denies. */
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
