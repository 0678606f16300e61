import { latestOccurrence, occurrenceDate } from '../digests/schedule.ts';
import type { ChannelPoster } from '../discord/posting/poster.ts';
import type { Clock, Logger } from '../ports.ts';
import type { ChangedPapers } from '../store/follow-ups.ts';
import type { Store } from '../store/store.ts';
import { dayMs } from '../time.ts';

export interface FollowUpTools {
  readonly store: Pick<Store, 'changedPapers' | 'planFollowUp' | 'deliveries'>;
  readonly poster: Pick<ChannelPoster, 'composeFollowUp'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Papers of older digests are not followed up. */
const deliveredForMs = 60 * dayMs;
/** Changes that were noticed earlier are old: follow-ups were turned on later, or the channel was blocked. */
const newsForMs = 7 * dayMs;

/**
 * Puts a message about changes of papers into the outbox of each channel that wants it: at most one a day, at the time of
 * its digest. What is noticed later waits for the next one.
 */
export async function planFollowUps(tools: FollowUpTools, signal: AbortSignal): Promise<void> {
  const now = tools.clock();
  const window = { deliveredSince: now - deliveredForMs, changedSince: now - newsForMs };
  for (const changed of await tools.store.changedPapers(window)) {
    if (signal.aborted) return;
    await planFollowUp(changed, tools);
  }
}

async function planFollowUp({ channel, changes }: ChangedPapers, { store, poster, clock, log }: FollowUpTools) {
  const now = clock();
  const { channelId, schedule } = channel;
  const occurrence = latestOccurrence(schedule, now);
  const due = changes.filter(({ at }) => at <= occurrence);
  if (due.length === 0) return;
  const date = occurrenceDate(schedule, occurrence);
  const dates = [...new Set(due.map((change) => change.date))];
  const originals = (await Promise.all(dates.map((day) => store.deliveries(channelId, day)))).flat();
  const { part, told } = poster.composeFollowUp({ channel, date, changes: due, originals });
  const heard = told.map(({ paper, kind }) => ({ id: paper.id, kind }));
  if (!(await store.planFollowUp({ channelId, date, changes: heard, part, at: now }))) return;
  const fields = { event: 'follow-up.planned', channelId, date, changes: told.length };
  log.info(fields, `follow-up of ${date} for ${channelId}: ${told.length} changes`);
}
