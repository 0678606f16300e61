import type { LayoutName } from '../../digests/layout-name.ts';
import { UserError } from '../errors.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { isForumType, missingPermissions, threading } from '../permissions.ts';
import { namePermissions } from '../rendering/block.ts';

/** Discord's numbers for text and announcement channels, which alone can have threads below a message. */
const typesWithThreads: ReadonlySet<number> = new Set([0, 5]);

/**
 * Checks that digests in this layout can be posted in the channel.
 * @throws UserError that names what is missing, and what to do
 */
export function checkLayout(layout: LayoutName | undefined, { id, type, bot }: ChannelAccess): void {
  if (layout !== 'thread') return;
  const channel = `<#${id}>`;
  if (isForumType(type)) throw new UserError('no-threads', (say) => say('settings.threadInForum', { channel }));
  if (!typesWithThreads.has(type)) throw new UserError('no-threads', (say) => say('settings.threadNowhere'));
  const missing = missingPermissions(bot, threading);
  if (missing.length === 0) return;
  throw new UserError('missing-permission', (say) =>
    say('settings.threadRefused', { channel, ...namePermissions(missing, say) }),
  );
}
