import { personalGuildOf } from '../../digests/personal-guild.ts';
import type { LanguageName } from '../../language/names.ts';
import type { Say } from '../../language/say.ts';
import type { Picture } from '../../pictures/picture.ts';
import type { Clock, Logger } from '../../ports.ts';
import type { Store } from '../../store/store.ts';
import type { Services } from '../../use-cases/services.ts';
import type { PermissionSet } from '../permissions.ts';
import type { DiscussionThreads } from '../posting/discussion-threads.ts';
import type { GuildRoles } from '../role-pings.ts';

/** A channel given as an option, with what Discord sends along. */
export interface PickedChannel {
  readonly id: string;
  readonly type: number;
  /** The invoker's permissions there. */
  readonly invoker: PermissionSet;
}

/** A file given as an option, as Discord describes it. Nothing of it is checked yet. */
export interface AttachedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly url: string;
}

/** A channel with the permissions of the invoker and of the bot. */
export interface ChannelAccess extends PickedChannel {
  /** The bot's permissions there. None if it may not see the channel. */
  readonly bot: PermissionSet;
  /** Its name; null if it is not known. */
  readonly name: string | null;
  /** Whether it is a thread that is locked. */
  readonly isLocked: boolean;
  /** Whether it is a forum whose posts need a tag, and that has none for digests. Absent where it is not. */
  readonly lacksTag?: boolean;
}

/** A command as the help shows it. */
interface KnownCommand {
  readonly name: string;
  readonly description?: string;
  readonly audience: 'managers' | 'everyone';
}

/** Everything that a command or a component gets beside its arguments. */
export interface CommandContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly services: Services;
  /** Draws a picture as PNG. Null if that fails, which the log says. */
  drawPicture(picture: Picture): Promise<Uint8Array | null>;
  /** Every command that there is, in the order of the registry. */
  readonly commands: readonly KnownCommand[];
  readonly userId: string;
  /** Null in direct messages, and where the bot is installed by the user alone. */
  readonly guildId: string | null;
  /** Whether the interaction comes from the user's direct messages with the bot. */
  readonly isDirect: boolean;
  /** Words replies in the language of the user. */
  readonly say: Say;
  /** The language of the guild, for lines that all of a channel read; that of the user where there is no guild. */
  readonly guildLanguage: LanguageName;
  /** The channel of the interaction. */
  readonly here: ChannelAccess;
  /**
   * The user's direct messages with the bot.
   * @throws UserError if Discord does not let the bot write to the user
   */
  directMessages(): Promise<ChannelAccess>;
  /**
   * The permissions of invoker and bot in a channel of the guild.
   * @throws UserError if the channel no longer exists or is not in this guild
   */
  access(channel: PickedChannel | { readonly id: string }): Promise<ChannelAccess>;
  /** Opens the threads in which papers are discussed. */
  readonly threads: DiscussionThreads;
  /**
   * The names of the guild's channels by id, for texts that cannot mention one. Threads and deleted channels are there
   * if they are remembered.
   */
  channelNames(): Promise<ReadonlyMap<string, string>>;
  /** The roles of the guild by id. Empty in direct messages. */
  roles(): Promise<GuildRoles>;
}

/** The guild of the interaction. Where the bot is not on a server, it is the user's own, which nobody else has. */
export const guildOf = ({ guildId, userId }: Pick<CommandContext, 'guildId' | 'userId'>): string =>
  guildId ?? personalGuildOf(userId);
