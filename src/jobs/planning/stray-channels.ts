import { dayMs } from '../../time.ts';
import type { PlanTools } from './planning-round.ts';

/** No schedule leaves more than a week between two digests. The other two days allow for clock changes. */
const longestWaitMs = 9 * dayMs;

/** Corrects next digests that a clock which ran ahead put too far into the future. */
export async function correctStrayChannels({
  store,
  clock,
  log,
}: Pick<PlanTools, 'store' | 'clock' | 'log'>): Promise<void> {
  for (const { channelId, nextDigestAt: was } of await store.strayChannels(clock() + longestWaitMs)) {
    const { nextDigestAt } = await store.correctNextDigest(channelId, clock());
    const fields = { event: 'digest.rescheduled', channelId, was, nextDigestAt };
    log.warn(fields, 'the next digest was further ahead than any schedule can put it: the clock was wrong');
  }
}
