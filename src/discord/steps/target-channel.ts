import { kindOfChannel } from '../channel-kind.ts';
import { UserError } from '../errors.ts';
import type { ChannelAccess, PickedChannel } from '../interactions/context.ts';
import { hasPermission, isThreadType, missingPermissions, posting, writing } from '../permissions.ts';
import { namePermissions } from '../rendering/block.ts';

const isThread = ({ type }: PickedChannel): boolean => isThreadType(type);

/**
 * Checks that the bot can post digests in the channel, and that the invoker, who manages it, could write there.
 * @throws UserError that names the missing permission
 */
export function checkPostable(access: ChannelAccess): void {
  checkType(access);
  const channel = `<#${access.id}>`;
  const yours = missingPermissions(access.invoker, writing(isThread(access)));
  if (yours.length > 0)
    throw new UserError('invoker-cannot-write', (say) =>
      say('errors.invokerCannotWrite', { channel, ...namePermissions(yours, say) }),
    );
  const ours = missingPermissions(access.bot, posting(access.type));
  if (ours.length > 0)
    throw new UserError('bot-cannot-post', (say) =>
      say('errors.botCannotPost', { channel, ...namePermissions(ours, say) }),
    );
  if (access.lacksTag) throw new UserError('forum-tag', (say) => say('errors.forumTag', { channel }));
  if (access.isLocked && !hasPermission(access.bot, 'manageThreads'))
    throw new UserError('thread-locked', (say) => say('errors.threadLocked', { channel }));
}

function checkType({ id, type }: ChannelAccess): void {
  if (kindOfChannel(type) !== null) return;
  throw new UserError('channel-type', (say) => say('errors.channelType', { channel: `<#${id}>` }));
}
