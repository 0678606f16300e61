import { resumedDays } from '../jobs/planning/catch-up.ts';
import { endPause } from '../jobs/planning/resumption.ts';
import type { Clock, Instant, Logger } from '../ports.ts';
import type { Store } from '../store/store.ts';

export interface ResumeTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface ResumeOutcome {
  readonly nextDigestAt: Instant;
  /** How many matching papers are too old for the next digest and are left out. */
  readonly skippedPapers: number;
  /** How many days back the next digest reaches. */
  readonly resumedDays: number;
}

/** Ends the channel's pause. Null if the channel is not paused. */
export async function resumeDigest(channelId: string, tools: ResumeTools): Promise<ResumeOutcome | null> {
  const channel = await tools.store.channel(channelId);
  if (channel === null || channel.pausedAt === null) return null;
  const { nextDigestAt, skippedPapers } = await endPause(channel, 'any', tools);
  return { nextDigestAt, skippedPapers, resumedDays };
}
