import type { REST } from 'discord.js';
import type { BlockedChannel } from '../../store/blocks.ts';
import { readBotAccess } from '../channel-access.ts';
import { readFailure } from '../failures.ts';
import { missingPermissions, posting } from '../permissions.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { type NoticeOutcome, notifyGuild } from './guild-notice.ts';

/** Whether the bot may post to a channel now. `unknown`: Discord could not be reached. */
export type PostingOutlook = 'open' | 'closed' | 'unknown';

const threadTypes: ReadonlySet<number> = new Set([10, 11, 12]);
const reasonLength = 300;

/** Notifies a guild that the bot cannot post to one of its channels. Two calls for one block post one message. */
export const notifyBlock = (blocked: BlockedChannel, rest: REST): Promise<NoticeOutcome> => {
  const { guildId, channelId, blockedAt, subscribers } = blocked;
  const key = `${channelId} ${blockedAt}`;
  return notifyGuild({ guildId, subscribers, exceptChannelId: channelId, key, content: noticeOf(blocked) }, rest);
};

/** Checks whether a blocked channel is open again. It does not try a post, because Discord counts refused posts. */
export async function outlookOf(
  { channelId, guildId }: Pick<BlockedChannel, 'channelId' | 'guildId'>,
  botUserId: string,
  rest: REST,
): Promise<PostingOutlook> {
  try {
    const access = await readBotAccess({ channelId, guildId, botUserId }, rest);
    if (access === null) return 'closed';
    const missing = missingPermissions(access.bot, posting(threadTypes.has(access.type)));
    return missing.length === 0 ? 'open' : 'closed';
  } catch (error) {
    return readFailure(error).kind === 'blocked' ? 'closed' : 'unknown';
  }
}

const noticeOf = ({ channelId, reason }: BlockedChannel): string =>
  [
    `I cannot post the papers in <#${channelId}>: ${escapeToFit(reason, reasonLength)}.`,
    'Give me View Channel, Send Messages and Embed Links in its settings, under Permissions. I then post what I held back. I drop it after 7 days.',
    'If the channel is gone or should get no papers, remove its topics with `/subscriptions`.',
  ].join('\n');
