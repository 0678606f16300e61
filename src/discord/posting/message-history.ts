import type { APIMessage, REST } from 'discord.js';
import type { Instant } from '../../ports.ts';
import type { FindOutcome } from '../../posting/poster.ts';
import { Routes, SnowflakeUtil } from '../discord-js.ts';
import { isUnknownMessage, readFailure } from '../failures.ts';

export interface HistorySearch {
  /** The channel or the thread. */
  readonly channelId: string;
  /** The thread, if it is one. */
  readonly threadId: string | null;
  /** Older messages are not searched. */
  readonly since: Instant;
  readonly isWanted: (message: APIMessage) => boolean;
}

/** The most messages that one request returns. */
const pageLength = 100;
/** More messages than a lively channel has in a week. */
const mostPages = 100;

/** Searches a channel for a message, newest first, back to the time `since`. Never throws. */
export async function searchHistory(rest: Pick<REST, 'get'>, search: HistorySearch): Promise<FindOutcome> {
  try {
    return await searchPages(rest, search);
  } catch (error) {
    const failure = readFailure(error);
    return failure.kind === 'rejected' ? { kind: 'unreadable', reason: failure.reason } : failure;
  }
}

async function searchPages(rest: Pick<REST, 'get'>, search: HistorySearch): Promise<FindOutcome> {
  let before: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const messages = await readPage(rest, search.channelId, before);
    const wanted = messages.find(search.isWanted);
    if (wanted !== undefined) return { kind: 'found', messageId: wanted.id, threadId: search.threadId };
    before = messages.at(-1)?.id;
    if (before === undefined && page === 0) return await explainEmptiness(rest, search.channelId);
    if (before === undefined || messages.length < pageLength) return { kind: 'absent' };
    if (SnowflakeUtil.timestampFrom(before) < search.since) return { kind: 'absent' };
  }
  return { kind: 'unreadable', reason: `more than ${mostPages * pageLength} messages were posted since then` };
}

async function readPage(rest: Pick<REST, 'get'>, channelId: string, before?: string): Promise<APIMessage[]> {
  const query = new URLSearchParams({ limit: String(pageLength), ...(before === undefined ? {} : { before }) });
  return (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
}

/**
 * Checks whether an empty history is really empty. Without Read Message History, Discord returns no messages and no
 * error. A request for a single message, even one that does not exist, shows whether the bot can read the history.
 */
async function explainEmptiness(rest: Pick<REST, 'get'>, channelId: string): Promise<FindOutcome> {
  try {
    await rest.get(Routes.channelMessage(channelId, channelId));
    return { kind: 'absent' };
  } catch (error) {
    if (isUnknownMessage(error)) return { kind: 'absent' };
    const failure = readFailure(error);
    if (failure.kind === 'retry' || failure.kind === 'unauthorized') return failure;
    return {
      kind: 'unreadable',
      reason: 'I cannot read the channel’s history (permission Read Message History)',
    };
  }
}
