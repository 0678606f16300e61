import { type Say, sayIn } from '../../language/say.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { CommandContext } from '../interactions/context.ts';

/** Words the lines that everybody in a channel reads, in the language of its digests, or else in that of its server. */
export const sayInChannel = (
  channel: Pick<ChannelRecord, 'language'> | null,
  { guildLanguage }: Pick<CommandContext, 'guildLanguage'>,
): Say => sayIn(channel?.language ?? guildLanguage);
