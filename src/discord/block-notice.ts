import { createHash } from 'node:crypto';
import { type APIDMChannel, type APIGuild, type REST, Routes } from 'discord.js';
import type { BlockedChannel } from '../store/holds.ts';
import { readBotAccess } from './channel-access.ts';
import { readFailure } from './failures.ts';
import { missingPermissions, posting } from './permissions.ts';
import { escapeToFit } from './rendering/escape.ts';

/** Who was told of a block. `nobody`: no one can be reached. `retry`: Discord could not be asked just now. */
export type NoticeOutcome = 'guild' | 'subscriber' | 'nobody' | 'retry';

/** Whether the bot may post to a channel now; `unknown` where Discord could not be asked. */
export type PostingOutlook = 'open' | 'closed' | 'unknown';

/** So many of those who subscribed are tried: people may take no messages from the bot. */
const subscribersTried = 3;
const threadTypes: ReadonlySet<number> = new Set([10, 11, 12]);
const reasonLength = 300;

/**
 * Tells a guild that one of its channels cannot be posted to: in the channel of Discord's own news where the bot may
 * post there, otherwise to whoever subscribed the blocked one. Told twice, it is one message.
 */
export async function tellOfBlock(blocked: BlockedChannel, rest: REST): Promise<NoticeOutcome> {
  const system = await systemChannel(blocked, rest);
  if (system === 'retry') return 'retry';
  if (system !== null) {
    const outcome = await send(system, blocked, rest);
    if (outcome !== 'refused') return outcome === 'sent' ? 'guild' : 'retry';
  }
  for (const userId of blocked.subscribers.slice(0, subscribersTried)) {
    const outcome = await sendDirectly(userId, blocked, rest);
    if (outcome !== 'refused') return outcome === 'sent' ? 'subscriber' : 'retry';
  }
  return 'nobody';
}

/** Looks whether a blocked channel has been opened. Asks, and posts nothing: a refused post counts against the bot. */
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

async function systemChannel({ guildId, channelId }: BlockedChannel, rest: REST): Promise<string | null | 'retry'> {
  try {
    const { system_channel_id: id } = (await rest.get(Routes.guild(guildId))) as APIGuild;
    return id === channelId ? null : id;
  } catch (error) {
    return readFailure(error).kind === 'blocked' ? null : 'retry';
  }
}

type SendOutcome = 'sent' | 'refused' | 'retry';

async function send(channelId: string, blocked: BlockedChannel, rest: REST): Promise<SendOutcome> {
  const key = `${blocked.channelId} ${blocked.blockedAt} ${channelId}`;
  const nonce = createHash('sha256').update(key).digest('base64url').slice(0, 24);
  const body = { content: noticeOf(blocked), nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
  try {
    await rest.post(Routes.channelMessages(channelId), { body });
    return 'sent';
  } catch (error) {
    return refusalOf(error);
  }
}

async function sendDirectly(userId: string, blocked: BlockedChannel, rest: REST): Promise<SendOutcome> {
  try {
    const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIDMChannel;
    return await send(id, blocked, rest);
  } catch (error) {
    return refusalOf(error);
  }
}

const refusalOf = (error: unknown): SendOutcome => {
  const { kind } = readFailure(error);
  return kind === 'blocked' || kind === 'rejected' ? 'refused' : 'retry';
};

const noticeOf = ({ channelId, reason }: BlockedChannel): string =>
  [
    `I cannot post the papers in <#${channelId}>: ${escapeToFit(reason, reasonLength)}.`,
    'Give me View Channel, Send Messages and Embed Links there, in its settings under Permissions. I notice, and post what was held back; after 7 days it is dropped.',
    'If the channel is gone or shall have no papers, remove its topics with `/subscriptions`.',
  ].join('\n');
