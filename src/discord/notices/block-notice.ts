import type { REST } from 'discord.js';
import type { BlockedChannel } from '../../store/blocks.ts';
import { findPostingProblem } from '../channel-place.ts';
import { readFailure } from '../failures.ts';
import { blockReasons, howToUnblock } from '../posting-problem.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { type NoticeOutcome, notifyGuild } from './guild-notice.ts';

/** Whether the bot may post to a channel now. `unknown`: Discord could not be reached. */
export type PostingOutlook = 'open' | 'closed' | 'unknown';

const reasonLength = 300;
const nameLength = 150;

/** Notifies a guild that the bot cannot post to one of its channels. Two calls for one block post one message. */
export const notifyBlock = (blocked: BlockedChannel, rest: REST): Promise<NoticeOutcome> => {
  const { guildId, channelId, blockedAt, subscribers } = blocked;
  const key = `${channelId} ${blockedAt}`;
  const content = (guildName: string | null) => noticeOf(blocked, guildName);
  return notifyGuild({ guildId, subscribers, exceptChannelId: channelId, key, content }, rest);
};

/** Checks whether a blocked channel is open again. It does not try a post, because Discord counts refused posts. */
export async function outlookOf(
  { channelId }: Pick<BlockedChannel, 'channelId'>,
  botUserId: string,
  rest: REST,
): Promise<PostingOutlook> {
  try {
    return (await findPostingProblem(channelId, botUserId, rest)) === null ? 'open' : 'closed';
  } catch (error) {
    return readFailure(error).kind === 'blocked' ? 'closed' : 'unknown';
  }
}

/** Says which channel of which server is blocked, why, and what ends the block. */
function noticeOf({ channelId, name, reason }: BlockedChannel, guildName: string | null): string {
  const server = guildName === null ? 'your server' : `the server **${escapeToFit(guildName, nameLength)}**`;
  const called = name === null ? '' : `**#${escapeToFit(name, nameLength)}** `;
  if (reason === blockReasons.gone) {
    return [
      `${name === null ? 'A channel ' : `The channel ${called}`}of ${server} was deleted, so the papers on its topics have no place.`,
      'Run `/subscriptions` on that server: it moves the topics to another channel, or removes them.',
    ].join('\n');
  }
  return [
    `I cannot post the papers in <#${channelId}> (${called}of ${server}): ${escapeToFit(reason, reasonLength)}.`,
    `${howToUnblock(reason)} I drop a message that waits for more than 7 days.`,
    'If the channel needs no papers any more, remove its topics with `/subscriptions`.',
  ].join('\n');
}
