import { UserError } from '../errors.ts';
import type { ChannelAccess, CommandContext } from '../interactions/context.ts';
import { isThreadType, missingPermissions, type PermissionSet, writing } from '../permissions.ts';
import { reasonOf } from '../posting-problem.ts';
import { namePermissions, wordReason } from '../rendering/block.ts';
import type { Sharing } from '../rendering/search-page.ts';

/** Whether an answer can be shared: in direct messages with the bot there is nobody to share it with. */
export const sharingHere = ({ isDirect }: CommandContext): Sharing => (isDirect ? 'impossible' : 'possible');

/** Discord's numbers for direct messages of people and for groups of them, where all may write. */
const chatTypes: ReadonlySet<number> = new Set([1, 3]);

/**
 * Checks that the user and the bot may write in the channel of the interaction. Where the user alone added the bot,
 * Discord decides about the bot when the message is posted.
 * @throws UserError that names the missing permission
 */
export async function checkSharing({ here, guildId, access }: CommandContext): Promise<void> {
  if (chatTypes.has(here.type)) return;
  const yours = missingForWriting(here, here.invoker);
  if (yours.length > 0)
    throw new UserError('cannot-share', (say) => say('errors.cannotShare', namePermissions(yours, say)));
  const ours = guildId === null ? [] : missingForWriting(here, (await access(here)).bot);
  if (ours.length === 0) return;
  const reason = reasonOf({ kind: 'missing', permissions: ours });
  throw new UserError('not-shared', (say) => say('errors.notShared', { reason: wordReason(reason, say) }));
}

const missingForWriting = ({ type, isLocked }: ChannelAccess, set: PermissionSet): readonly string[] =>
  missingPermissions(set, [...writing(isThreadType(type)), ...(isLocked ? (['manageThreads'] as const) : [])]);
