import type { REST } from 'discord.js';
import type { Destination, DestinationKind } from '../../digests/destination.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { type NoticeOutcome, notifyGuild } from './guild-notice.ts';

const reasonLength = 300;

const messages = { mail: 'mail.notice', slack: 'slack.notice' } as const satisfies Record<DestinationKind, string>;

/** Notifies the people of a channel that one of its destinations takes nothing any more. It names no address. */
export const notifyDestinationBlock = (destination: Destination, rest: REST): Promise<NoticeOutcome> => {
  const { id, kind, guildId, channelId, userId, blockedReason } = destination;
  const reason = escapeToFit(blockedReason ?? '', reasonLength);
  const key = `destination ${id} ${reason}`;
  return notifyGuild(
    {
      ...{ guildId, subscribers: [userId], key },
      content: (_guildName, say) => say(messages[kind], { channel: `<#${channelId}>`, reason }),
    },
    rest,
  );
};
