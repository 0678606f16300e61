import type { Instant } from '../../ports.ts';
import { UserError } from '../errors.ts';
import { type CommandContext, guildOf } from '../interactions/context.ts';
import type { Announcement } from '../interactions/reply.ts';
import { timestamp } from '../rendering/time.ts';
import { sayInChannel } from './channel-language.ts';

/** What was done, for the person who did it and for the channel. */
export interface PauseStep {
  readonly text: string;
  readonly announcement: Announcement;
}

/**
 * Pauses the digest of a channel. `endOf` gives the end in the zone of the channel, or null for a pause without one.
 * @throws UserError if the channel has no digest
 */
export async function pauseDigest(
  id: string,
  endOf: (zone: string, now: Instant) => Instant | null,
  context: CommandContext,
): Promise<PauseStep> {
  const { store, say, clock, userId } = context;
  const stored = await store.channel(id);
  const channel = `<#${id}>`;
  if (stored === null || (await store.subscriptions(guildOf(context), id)).length === 0)
    throw new UserError('nothing-to-pause', (words) => words('pause.noSubscription', { channel }));
  const now = clock();
  const until = endOf(stored.schedule.zone, now);
  await store.pauseChannel(id, now, until);
  const toAll = sayInChannel(stored, context);
  const person = `<@${userId}>`;
  const end = until === null ? null : timestamp(until, 'F');
  const [text, content] =
    end === null
      ? [say('pause.doneOpen', { channel }), toAll('pause.announcedOpen', { person })]
      : [say('pause.done', { channel, end }), toAll('pause.announced', { person, end })];
  return { text, announcement: { channelId: id, message: { content } } };
}

/**
 * Lets the digest of a channel come again.
 * @throws UserError if it is not paused
 */
export async function resumeDigest(id: string, context: CommandContext): Promise<PauseStep> {
  const { store, services, say, userId } = context;
  const channel = `<#${id}>`;
  const outcome = await services.resumeDigest(id);
  if (outcome === null) throw new UserError('not-paused', (words) => words('posting.notPaused', { channel }));
  const { skippedPapers: papers, resumedDays: days, nextDigestAt } = outcome;
  const next = timestamp(nextDigestAt, 'F');
  const toAll = sayInChannel(await store.channel(id), context);
  const content = toAll('posting.resumeAnnounced', { person: `<@${userId}>`, next });
  const text =
    papers === 0
      ? say('posting.resumed', { channel, next })
      : say('posting.resumedWithout', { channel, next, days, papers });
  return { text, announcement: { channelId: id, message: { content } } };
}
