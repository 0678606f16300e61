import { sayIn } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import type { DiscussionPlace } from '../../store/discussions.ts';
import { UserError } from '../errors.ts';
import { readFailure } from '../failures.ts';
import type { ChannelAccess, CommandContext } from '../interactions/context.ts';
import { isForumType, missingPermissions, type PermissionName } from '../permissions.ts';
import { namePermissions, wordReason } from '../rendering/block.ts';
import type { Message } from '../rendering/message.ts';
import { paperCard } from '../rendering/paper-card.ts';

/** The longest name of a thread. */
const nameLength = 100;

/** A card that is alone in its message has room for a whole abstract. */
const textLimit = 3_000;

/**
 * Opens the thread in which a channel discusses a paper, or finds the one that it has. In a thread, this is about the
 * channel of the thread. The answer is for the person who asked, and links to the thread.
 * @throws UserError if there can be no thread
 */
export async function discussPaper(paper: Paper, context: CommandContext): Promise<Message> {
  const { guildId } = context;
  if (guildId === null) throw new UserError('no-thread-here', (say) => say('discussion.noThreads'));
  return await withoutFailures(async () => {
    const channel = await context.access({ id: await context.threads.channelOf(context.here.id) });
    const place = { guildId, channelId: channel.id, paperId: paper.id };
    const threadId = await threadOf(paper, place, channel, context);
    return { content: context.say('discussion.found', { thread: `<#${threadId}>` }) };
  });
}

async function threadOf(
  paper: Paper,
  place: DiscussionPlace,
  channel: ChannelAccess,
  context: CommandContext,
  goneThreadId?: string,
): Promise<string> {
  const { store, threads, clock } = context;
  // Where the thread exists, nobody needs the permission to open one.
  const gone = goneThreadId === undefined ? {} : { goneThreadId };
  const state = await store.claimDiscussion({ ...place, ...gone, at: clock() });
  switch (state.kind) {
    case 'claimed':
      return await openThread(paper, place, channel, context);
    case 'being-opened':
      throw new UserError('being-opened', (say) => say('discussion.beingOpened'));
    case 'open': {
      const { threadId } = state;
      const found = await threads.reopen(threadId);
      if (found === 'gone') return await threadOf(paper, place, channel, context, threadId);
      if (found === 'locked') throw lockedThread(threadId);
      // The bot ended between opening the thread and posting the card.
      if (found === 'empty') await threads.postCard(threadId, cardOf(paper, context));
      return threadId;
    }
  }
}

async function openThread(
  paper: Paper,
  place: DiscussionPlace,
  channel: ChannelAccess,
  context: CommandContext,
): Promise<string> {
  const { store, threads } = context;
  const isForum = isForumType(channel.type);
  let threadId: string;
  try {
    checkPermissions(channel, isForum);
    threadId = await threads.open(channel, nameOf(paper), cardOf(paper, context));
  } catch (error) {
    await store.settleDiscussion(place, null);
    throw error;
  }
  await store.settleDiscussion(place, threadId);
  // The card is the first message of a forum's post already.
  if (!isForum) await threads.postCard(threadId, cardOf(paper, context));
  return threadId;
}

const forForum: readonly PermissionName[] = ['viewChannel', 'sendMessages'];
const forThread: readonly PermissionName[] = ['viewChannel', 'createPublicThreads', 'sendMessagesInThreads'];

/** The person has to be allowed to open the thread as well, because the bot opens it for them. */
function checkPermissions({ id, invoker, bot, lacksTag }: ChannelAccess, isForum: boolean): void {
  const needed = isForum ? forForum : forThread;
  const yours = missingPermissions(invoker, needed);
  const channel = `<#${id}>`;
  if (yours.length > 0)
    throw new UserError('invoker-cannot-discuss', (say) =>
      say('discussion.youLack', { channel, ...namePermissions(yours, say) }),
    );
  const ours = missingPermissions(bot, [...needed, 'embedLinks']);
  if (ours.length > 0)
    throw new UserError('bot-cannot-discuss', (say) =>
      say('discussion.iLack', { channel, ...namePermissions(ours, say) }),
    );
  if (lacksTag) throw new UserError('forum-tag', (say) => say('discussion.forumTag', { channel }));
}

/** The title as a plain text, because names of threads have no markdown. */
function nameOf({ title }: Paper): string {
  const plain = title.replace(/\s+/g, ' ').trim();
  return plain.length <= nameLength ? plain : `${plain.slice(0, nameLength - 1).trimEnd()}…`;
}

/** The card is for all who read the channel, so it has the language of the server. */
const cardOf = (paper: Paper, { guildLanguage }: CommandContext): Message => ({
  embeds: [paperCard(paper, { textLimit, hasAbstract: true }, sayIn(guildLanguage))],
});

const lockedThread = (threadId: string): UserError =>
  new UserError('discussion-locked', (say) => say('discussion.locked', { thread: `<#${threadId}>` }));

/** Turns a refusal of Discord into what the person can do about it. */
async function withoutFailures(run: () => Promise<Message>): Promise<Message> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { reason } = readFailure(error);
    throw new UserError('discussion-failed', (say) => say('discussion.failed', { reason: wordReason(reason, say) }));
  }
}
