import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import { timestamp } from './time.ts';

/** What decides when a channel gets its next digest. */
export type DigestTiming = Pick<ChannelRecord, 'nextDigestAt' | 'pausedAt' | 'pausedUntil'>;

/**
 * A line that says when the channel gets its next digest: a moment, `due now`, or the end of a pause. A digest that is
 * due is made at the next wake-up, unless it waits for a source.
 */
export function showNextDigest(timing: DigestTiming, now: Instant): string {
  const { nextDigestAt: at, pausedAt, pausedUntil } = timing;
  if (pausedAt !== null) return showPause(pausedAt, pausedUntil);
  return at <= now ? 'Next digest: due now' : `Next digest: ${timestamp(at, 'F')}, ${timestamp(at, 'R')}`;
}

/** `**Paused** since …, until …`, and how to resume. */
function showPause(since: Instant, until: Instant | null): string {
  const end = until === null ? '' : `, until ${timestamp(until, 'F')}`;
  return `**Paused** since ${timestamp(since, 'f')}${end}. Resume with \`/digest resume\`.`;
}

/** The same in few words, after `Next digest: ` or `next digest `: a moment, `due now`, or `paused until …`. */
export function whenNext({ nextDigestAt, pausedAt, pausedUntil }: DigestTiming, now: Instant): string {
  if (pausedAt === null) return nextDigestAt <= now ? 'due now' : timestamp(nextDigestAt, 'F');
  return `paused until ${pausedUntil === null ? 'someone runs `/digest resume`' : timestamp(pausedUntil, 'F')}`;
}
