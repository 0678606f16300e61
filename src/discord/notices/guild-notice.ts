import { createHash } from 'node:crypto';
import { type APIDMChannel, type APIGuild, type REST, Routes } from 'discord.js';
import { readFailure } from '../failures.ts';

/** Something that those who look after a channel have to know, though nobody asked. */
export interface GuildNotice {
  readonly guildId: string;
  /** Who subscribed the channel that it is about, in the order in which they are tried. */
  readonly subscribers: readonly string[];
  /** Where it cannot be told. */
  readonly exceptChannelId?: string;
  /** What it is about: of the same, one message is made, should it be told again within minutes. */
  readonly key: string;
  readonly content: string;
}

/** Who was told. `nobody`: no one can be reached. `retry`: Discord could not be asked just now. */
export type NoticeOutcome = 'guild' | 'subscriber' | 'nobody' | 'retry';

/** So many of those who subscribed are tried: people may take no messages from the bot. */
const subscribersTried = 3;

/** Tells a guild: in the channel of Discord's own news where the bot may post there, otherwise a subscriber directly. */
export async function notifyGuild(notice: GuildNotice, rest: REST): Promise<NoticeOutcome> {
  const system = await systemChannel(notice, rest);
  if (system === 'retry') return 'retry';
  if (system !== null) {
    const outcome = await send(system, notice, rest);
    if (outcome !== 'refused') return outcome === 'sent' ? 'guild' : 'retry';
  }
  for (const userId of notice.subscribers.slice(0, subscribersTried)) {
    const outcome = await sendDirectly(userId, notice, rest);
    if (outcome !== 'refused') return outcome === 'sent' ? 'subscriber' : 'retry';
  }
  return 'nobody';
}

async function systemChannel(notice: GuildNotice, rest: REST): Promise<string | null | 'retry'> {
  try {
    const { system_channel_id: id } = (await rest.get(Routes.guild(notice.guildId))) as APIGuild;
    return id === notice.exceptChannelId ? null : id;
  } catch (error) {
    return readFailure(error).kind === 'blocked' ? null : 'retry';
  }
}

type SendOutcome = 'sent' | 'refused' | 'retry';

async function send(channelId: string, { key, content }: GuildNotice, rest: REST): Promise<SendOutcome> {
  const nonce = createHash('sha256').update(`${key} ${channelId}`).digest('base64url').slice(0, 24);
  const body = { content, nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
  try {
    await rest.post(Routes.channelMessages(channelId), { body });
    return 'sent';
  } catch (error) {
    return refusalOf(error);
  }
}

async function sendDirectly(userId: string, notice: GuildNotice, rest: REST): Promise<SendOutcome> {
  try {
    const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIDMChannel;
    return await send(id, notice, rest);
  } catch (error) {
    return refusalOf(error);
  }
}

const refusalOf = (error: unknown): SendOutcome => {
  const { kind } = readFailure(error);
  return kind === 'blocked' || kind === 'rejected' ? 'refused' : 'retry';
};
