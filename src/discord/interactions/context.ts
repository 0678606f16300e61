import type { Clock, Logger } from '../../ports.ts';
import type { Store } from '../../store/store.ts';
import type { Services } from '../../use-cases/services.ts';
import { UserError } from '../errors.ts';
import type { PermissionSet } from '../permissions.ts';

/** A channel given as an option, with what Discord tells along. */
export interface PickedChannel {
  readonly id: string;
  readonly type: number;
  /** The invoker's permissions there. */
  readonly invoker: PermissionSet;
}

/** A channel and what the invoker and the bot may do there. */
export interface ChannelAccess extends PickedChannel {
  /** The bot's permissions there; none where it may not even see the channel. */
  readonly bot: PermissionSet;
}

/** What a command or a component knows beside its arguments. */
export interface CommandContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly services: Services;
  readonly userId: string;
  /** Null in direct messages, and where the bot is installed by the user alone. */
  readonly guildId: string | null;
  /** The channel in which this happens. */
  readonly here: ChannelAccess;
  /**
   * What invoker and bot may do in another channel of the guild.
   * @throws UserError where the channel is not there any more, or not in this guild.
   */
  access(channel: PickedChannel | { readonly id: string }): Promise<ChannelAccess>;
  /** Names of the guild's channels by id, for texts that cannot mention one. Threads and unseen ones are missing. */
  channelNames(): Promise<ReadonlyMap<string, string>>;
}

/** The guild in which this happens. Commands for managers exist on servers only; components could be forged. */
export function guildOf({ guildId }: CommandContext): string {
  if (guildId !== null) return guildId;
  throw new UserError('guild-only', 'This works on a server only. Run it in the channel that is to get the digest.');
}
