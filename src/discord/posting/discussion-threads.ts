import { createHash } from 'node:crypto';
import type { APIChannel, APIThreadChannel, REST } from 'discord.js';
import { Routes } from '../discord-js.ts';
import { isUnknownChannel } from '../failures.ts';
import { isForumType } from '../permissions.ts';
import type { Message } from '../rendering/message.ts';
import { tagsForDigest } from './forum-tag.ts';

/** The state of a thread. `empty`: nothing was posted in it yet. */
type ThreadState = 'open' | 'empty' | 'locked' | 'gone';

/** Opens threads in which people discuss a paper, and looks after them. Throws what Discord answers. */
export interface DiscussionThreads {
  /** The channel that holds the thread of that id; the same id if that is a channel already. */
  channelOf(channelId: string): Promise<string>;
  /** Opens a thread in a text or an announcement channel, or a post with the card in a forum. Returns its id. */
  open(channel: { readonly id: string; readonly type: number }, name: string, card: Message): Promise<string>;
  /** Posts the card in a thread. The same card is posted once within minutes. */
  postCard(threadId: string, card: Message): Promise<void>;
  /** Looks at a thread. An archived one is opened again, unless it is locked. */
  reopen(threadId: string): Promise<ThreadState>;
}

const announcementType = 5;
const threadTypes = { announcement: 10, public: 11 } as const;

export function createDiscussionThreads(rest: Pick<REST, 'get' | 'post' | 'patch'>): DiscussionThreads {
  const read = async (id: string): Promise<APIChannel> => (await rest.get(Routes.channel(id))) as APIChannel;

  async function openPost(forumId: string, name: string, card: Message): Promise<string> {
    const tags = tagsForDigest((await read(forumId)) as Parameters<typeof tagsForDigest>[0]) ?? [];
    const tagged = tags.length === 0 ? {} : { applied_tags: tags };
    const body = { name, message: quiet(card), ...tagged };
    return ((await rest.post(Routes.threads(forumId), { body })) as APIThreadChannel).id;
  }

  return {
    async channelOf(channelId) {
      const channel = await read(channelId);
      return 'thread_metadata' in channel && channel.parent_id ? channel.parent_id : channelId;
    },
    async open({ id, type }, name, card) {
      if (isForumType(type)) return await openPost(id, name, card);
      const kind = type === announcementType ? threadTypes.announcement : threadTypes.public;
      return ((await rest.post(Routes.threads(id), { body: { name, type: kind } })) as APIThreadChannel).id;
    },
    async postCard(threadId, card) {
      const nonce = createHash('sha256').update(`card of ${threadId}`).digest('base64url').slice(0, 24);
      const body = { ...quiet(card), nonce, enforce_nonce: true };
      await rest.post(Routes.channelMessages(threadId), { body });
    },
    async reopen(threadId) {
      try {
        const thread = (await read(threadId)) as APIThreadChannel;
        if (thread.thread_metadata?.locked) return 'locked';
        if (thread.thread_metadata?.archived) {
          await rest.patch(Routes.channel(threadId), { body: { archived: false } });
        }
        return thread.last_message_id ? 'open' : 'empty';
      } catch (error) {
        if (isUnknownChannel(error)) return 'gone';
        throw error;
      }
    },
  };
}

/** A message that pings nobody. */
const quiet = ({ content = '', embeds = [] }: Message) => ({ content, embeds, allowed_mentions: { parse: [] } });
