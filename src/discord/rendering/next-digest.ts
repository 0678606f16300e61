import type { Say } from '../../language/say.ts';
import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import { timestamp } from './time.ts';

/** What decides when a channel gets its next digest. */
export type DigestTiming = Pick<ChannelRecord, 'nextDigestAt' | 'pausedAt' | 'pausedUntil'>;

/**
 * A line that says when the channel gets its next digest: a moment, `due now`, or the end of a pause. A digest that is
 * due is made at the next wake-up, unless it waits for a source.
 */
export function showNextDigest(timing: DigestTiming, now: Instant, say: Say): string {
  const { nextDigestAt: at, pausedAt, pausedUntil } = timing;
  if (pausedAt !== null) return showPause(pausedAt, pausedUntil, say);
  if (at <= now) return say('timing.nextDue');
  return say('timing.nextAt', { at: timestamp(at, 'F'), relative: timestamp(at, 'R') });
}

/** `**Paused** since …, until …`, and how to resume. */
function showPause(at: Instant, end: Instant | null, say: Say): string {
  const since = timestamp(at, 'f');
  return end === null
    ? say('timing.paused', { since })
    : say('timing.pausedUntil', { since, until: timestamp(end, 'F') });
}

/** The same in few words, after `Next digest: ` or `next digest `: a moment, `due now`, or `paused until …`. */
export function whenNext({ nextDigestAt, pausedAt, pausedUntil }: DigestTiming, now: Instant, say: Say): string {
  if (pausedAt === null) return nextDigestAt <= now ? say('timing.dueNow') : timestamp(nextDigestAt, 'F');
  if (pausedUntil === null) return say('timing.pausedOpen');
  return say('timing.pausedTill', { until: timestamp(pausedUntil, 'F') });
}
