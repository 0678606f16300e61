import type { APIChannel, APIGuildForumChannel, APIMessage, APIThreadChannel, REST } from 'discord.js';
import type { Instant } from '../../ports.ts';
import type { FindOutcome } from '../../posting/poster.ts';
import { Routes, SnowflakeUtil } from '../discord-js.ts';
import { isUnknownMessage, readFailure } from '../failures.ts';

export interface PostSearch {
  readonly forumId: string;
  /** Only posts of this user are looked at. */
  readonly ownId: string;
  /** The name of the post. It decides where a moderator has deleted the first message. */
  readonly name: string;
  /** Older posts are not searched. */
  readonly since: Instant;
  readonly isWanted: (message: APIMessage) => boolean;
}

/** The most threads that one request returns. */
const pageLength = 100;
/** More posts than a lively forum archives in a week. */
const mostPages = 20;

type Rest = Pick<REST, 'get'>;

/** Searches the open and the archived posts of a forum for one by its first message. Never throws. */
export async function searchPosts(rest: Rest, search: PostSearch): Promise<FindOutcome> {
  try {
    const open = await searchAmong(await openPosts(rest, search.forumId), rest, search);
    return open ?? (await searchArchive(rest, search));
  } catch (error) {
    const failure = readFailure(error);
    return failure.kind === 'rejected' ? { kind: 'unreadable', reason: failure.reason } : failure;
  }
}

async function openPosts(rest: Rest, forumId: string): Promise<readonly APIThreadChannel[]> {
  const forum = (await rest.get(Routes.channel(forumId))) as APIGuildForumChannel;
  const { threads } = (await rest.get(Routes.guildActiveThreads(forum.guild_id ?? ''))) as ThreadList;
  return threads.filter(({ parent_id: parentId }) => parentId === forumId);
}

interface ThreadList {
  readonly threads: readonly APIThreadChannel[];
  readonly has_more?: boolean;
}

async function searchArchive(rest: Rest, search: PostSearch): Promise<FindOutcome> {
  let before: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const query = new URLSearchParams({ limit: String(pageLength), ...(before === undefined ? {} : { before }) });
    const list = await readArchive(rest, search.forumId, query);
    if (list === 'unreadable') return { kind: 'unreadable', reason: cannotRead };
    const found = await searchAmong(list.threads, rest, search);
    if (found !== null) return found;
    before = list.threads.at(-1)?.thread_metadata?.archive_timestamp;
    // A post cannot be archived before it was opened.
    if (before === undefined || !list.has_more || Date.parse(before) < search.since) return { kind: 'absent' };
  }
  return { kind: 'unreadable', reason: `more than ${mostPages * pageLength} posts were archived since then` };
}

async function readArchive(rest: Rest, forumId: string, query: URLSearchParams): Promise<ThreadList | 'unreadable'> {
  try {
    return (await rest.get(Routes.channelThreads(forumId, 'public'), { query })) as ThreadList;
  } catch (error) {
    if (readFailure(error).kind === 'blocked' && (await isVisible(rest, forumId))) return 'unreadable';
    throw error;
  }
}

/** Whether only the history is hidden, not the whole channel. */
const isVisible = async (rest: Rest, channelId: string): Promise<boolean> =>
  ((await rest.get(Routes.channel(channelId))) as APIChannel).id === channelId;

/** Null if none of the posts is the wanted one. */
async function searchAmong(
  posts: readonly APIThreadChannel[],
  rest: Rest,
  { ownId, name, since, isWanted }: PostSearch,
): Promise<FindOutcome | null> {
  const own = posts.filter((post) => post.owner_id === ownId && SnowflakeUtil.timestampFrom(post.id) >= since);
  for (const { id, name: called } of own) {
    const first = await readFirst(rest, id);
    if (first === 'unreadable') return { kind: 'unreadable', reason: cannotRead };
    if (first === 'deleted' ? called === name : isWanted(first)) return { kind: 'found', messageId: id, threadId: id };
  }
  return null;
}

/** The first message of a post, which has the id of the post. */
async function readFirst(rest: Rest, postId: string): Promise<APIMessage | 'deleted' | 'unreadable'> {
  try {
    return (await rest.get(Routes.channelMessage(postId, postId))) as APIMessage;
  } catch (error) {
    if (isUnknownMessage(error)) return 'deleted';
    if (readFailure(error).kind === 'blocked') return 'unreadable';
    throw error;
  }
}

const cannotRead = 'I cannot read the forum’s posts (permission Read Message History)';
