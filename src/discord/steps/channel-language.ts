import { readLanguageName } from '../../language/names.ts';
import { type Say, sayIn } from '../../language/say.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { CommandContext } from '../interactions/context.ts';

/** Words the lines that everybody in a channel reads, in the language of its digests, or else in that of its server. */
export const sayInChannel = (
  channel: Pick<ChannelRecord, 'language'> | null,
  { guildLanguage }: Pick<CommandContext, 'guildLanguage'>,
): Say => sayIn(channel === null || channel.language === null ? guildLanguage : readLanguageName(channel.language));
