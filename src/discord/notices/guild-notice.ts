import { createHash } from 'node:crypto';
import type { APIDMChannel, APIGuild, REST } from 'discord.js';
import { ownerOf } from '../../digests/personal-guild.ts';
import { languageFor } from '../../language/names.ts';
import { type Say, sayIn } from '../../language/say.ts';
import { Routes } from '../discord-js.ts';
import { readFailure } from '../failures.ts';
import { nameChat } from '../rendering/personal-words.ts';

/** A message to the people who look after a channel, sent without a request. */
export interface GuildNotice {
  readonly guildId: string;
  /** The people who subscribed the channel, in the order in which the bot tries to reach them. */
  readonly subscribers: readonly string[];
  /** The channel in which the notice cannot be posted. */
  readonly exceptChannelId?: string;
  /** The idempotency key: the same key within minutes posts once. */
  readonly key: string;
  /** The text, which names the guild, in its language. The name is null if it cannot be read. */
  readonly content: (guildName: string | null, say: Say) => string;
}

/** Who received the notice. `nobody`: nobody could be reached. `retry`: Discord could not be reached. */
export type NoticeOutcome = 'guild' | 'subscriber' | 'nobody' | 'retry';

/** How many subscribers are tried. People can refuse messages from bots. */
const subscribersTried = 3;

/** Notifies a guild: in its system channel if the bot may post there, otherwise by a direct message to a subscriber. */
export async function notifyGuild(notice: GuildNotice, rest: REST): Promise<NoticeOutcome> {
  if (ownerOf(notice.guildId) !== null) return await notifyOwner(notice, rest);
  const guild = await readGuild(notice.guildId, rest);
  if (guild === 'retry') return 'retry';
  const { name = null, system_channel_id: systemId = null, preferred_locale: locale = null } = guild ?? {};
  const message = { key: notice.key, content: notice.content(name, sayIn(languageFor(locale))) };
  const outcome =
    systemId === null || systemId === notice.exceptChannelId ? 'refused' : await send(systemId, message, rest);
  if (outcome !== 'refused') return outcome === 'sent' ? 'guild' : 'retry';
  return await notifySubscribers(notice.subscribers, message, rest);
}

/** Notifies the person of a personal digest, where it comes. If nothing can be posted there, their next command says so. */
async function notifyOwner(
  { guildId, key, content, exceptChannelId }: GuildNotice,
  rest: REST,
): Promise<NoticeOutcome> {
  const owner = ownerOf(guildId);
  if (owner === null || exceptChannelId !== undefined) return 'nobody';
  return await notifySubscribers([owner], { key, content: nameChat(content(null, sayIn('en')), sayIn('en')) }, rest);
}

async function notifySubscribers(
  subscribers: readonly string[],
  message: NoticeMessage,
  rest: REST,
): Promise<NoticeOutcome> {
  for (const userId of subscribers.slice(0, subscribersTried)) {
    const outcome = await sendDirectly(userId, message, rest);
    if (outcome !== 'refused') return outcome === 'sent' ? 'subscriber' : 'retry';
  }
  return 'nobody';
}

/** Null if the bot may not read the guild. */
async function readGuild(guildId: string, rest: REST): Promise<APIGuild | null | 'retry'> {
  try {
    return (await rest.get(Routes.guild(guildId))) as APIGuild;
  } catch (error) {
    return readFailure(error).kind === 'blocked' ? null : 'retry';
  }
}

interface NoticeMessage {
  readonly key: string;
  readonly content: string;
}

type SendOutcome = 'sent' | 'refused' | 'retry';

async function send(channelId: string, { key, content }: NoticeMessage, rest: REST): Promise<SendOutcome> {
  const nonce = createHash('sha256').update(`${key} ${channelId}`).digest('base64url').slice(0, 24);
  const body = { content, nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
  try {
    await rest.post(Routes.channelMessages(channelId), { body });
    return 'sent';
  } catch (error) {
    return refusalOf(error);
  }
}

async function sendDirectly(userId: string, message: NoticeMessage, rest: REST): Promise<SendOutcome> {
  try {
    const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIDMChannel;
    return await send(id, message, rest);
  } catch (error) {
    return refusalOf(error);
  }
}

const refusalOf = (error: unknown): SendOutcome => {
  const { kind } = readFailure(error);
  return kind === 'blocked' || kind === 'rejected' ? 'refused' : 'retry';
};
