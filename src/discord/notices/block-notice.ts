import type { REST } from 'discord.js';
import { ownerOf } from '../../digests/personal-guild.ts';
import type { Say } from '../../language/say.ts';
import type { BlockedChannel } from '../../store/blocks.ts';
import { findPostingProblem } from '../channel-place.ts';
import { readFailure } from '../failures.ts';
import { blockReasons } from '../posting-problem.ts';
import { howToUnblock, wordReason } from '../rendering/block.ts';
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
  const content = (guildName: string | null, say: Say) => noticeOf(blocked, guildName, say);
  return notifyGuild({ guildId, subscribers, exceptChannelId: channelId, key, content }, rest);
};

/** Checks whether a blocked channel is open again. It does not try a post, because Discord counts refused posts. */
export async function outlookOf(
  { channelId, guildId }: Pick<BlockedChannel, 'channelId' | 'guildId'>,
  botUserId: string,
  rest: REST,
): Promise<PostingOutlook> {
  // Only a message shows whether a person accepts messages. It is sent after they have run a command.
  if (ownerOf(guildId) !== null) return 'closed';
  try {
    return (await findPostingProblem(channelId, botUserId, rest)) === null ? 'open' : 'closed';
  } catch (error) {
    return readFailure(error).kind === 'blocked' ? 'closed' : 'unknown';
  }
}

/** Says which channel of which server is blocked, why, and what ends the block. */
function noticeOf({ channelId, name, reason }: BlockedChannel, guildName: string | null, say: Say): string {
  const server =
    guildName === null
      ? say('notices.yourServer')
      : say('notices.server', { name: escapeToFit(guildName, nameLength) });
  const called = name === null ? null : escapeToFit(name, nameLength);
  if (reason === blockReasons.gone) {
    const gone =
      called === null ? say('notices.gone', { server }) : say('notices.goneNamed', { server, channel: called });
    return [gone, say('notices.goneNext')].join('\n');
  }
  const place = { channel: `<#${channelId}>`, server, reason: escapeToFit(wordReason(reason, say), reasonLength) };
  return [
    called === null ? say('notices.blocked', place) : say('notices.blockedNamed', { ...place, name: called }),
    say('notices.unblock', { next: howToUnblock(reason, say) }),
    say('notices.noNeed'),
  ].join('\n');
}
