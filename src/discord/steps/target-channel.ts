import { UserError } from '../errors.ts';
import type { ChannelAccess, PickedChannel } from '../interactions/context.ts';
import { hasPermission, isThreadType, missingPermissions, posting, writing } from '../permissions.ts';
import { namePermissions } from '../posting-problem.ts';

/** Discord's numbers for kinds of channels. */
const textTypes: ReadonlySet<number> = new Set([0, 5]);
const forumTypes: ReadonlySet<number> = new Set([15, 16]);

export const isThread = ({ type }: PickedChannel): boolean => isThreadType(type);

/**
 * Checks that the bot can post digests in the channel, and that the invoker, who manages it, could write there.
 * @throws UserError that names the missing permission
 */
export function checkPostable(access: ChannelAccess): void {
  checkType(access);
  const mention = `<#${access.id}>`;
  const yours = missingPermissions(access.invoker, writing(isThread(access)));
  if (yours.length > 0) {
    const text = `You cannot have digests posted in ${mention}, since you cannot write there yourself: you lack the ${namePermissions(yours)}.`;
    throw new UserError('invoker-cannot-write', `${text} Choose a channel in which you can.`);
  }
  const ours = missingPermissions(access.bot, posting(isThread(access)));
  if (ours.length > 0) {
    const text = `I cannot post in ${mention}: I lack the ${namePermissions(ours)} there.`;
    throw new UserError(
      'bot-cannot-post',
      `${text} Give ${ours.length === 1 ? 'it' : 'them'} to me in the channel's settings, under Permissions, and try again.`,
    );
  }
  if (access.isLocked && !hasPermission(access.bot, 'manageThreads')) {
    const text = `I cannot post in ${mention}: the thread is locked.`;
    throw new UserError('thread-locked', `${text} Unlock it, or give me the permission Manage Threads, and try again.`);
  }
}

function checkType({ id, type }: ChannelAccess): void {
  if (textTypes.has(type) || isThreadType(type)) return;
  const reason = forumTypes.has(type)
    ? `<#${id}> is a forum, which holds posts but no messages. Open a post in it and subscribe that, or choose a text channel.`
    : `<#${id}> is not a channel for digests. Choose a text channel, an announcement channel, or a thread.`;
  throw new UserError('channel-type', reason);
}
