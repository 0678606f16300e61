import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { DigestRun } from '../../store/runs.ts';
import type { LocalDate } from '../../time.ts';
import type { DigestDay } from './digest-day.ts';
import type { PlanTools } from './planning-round.ts';

type RunTools = Pick<PlanTools, 'store' | 'clock' | 'log' | 'meter'>;

/** A run that found nothing yet. */
export const emptyRun = (
  channelId: string,
  date: LocalDate,
  since: Instant,
  at: Instant,
): Omit<DigestRun, 'state'> => ({
  channelId,
  date,
  since,
  at,
  announced: 0,
  matched: 0,
  shown: 0,
  missing: [],
  reason: null,
});

/** Records that a digest waits for its sources. */
export async function recordWaitingRun(
  { channelId, guildId }: ChannelRecord,
  { date, missing }: DigestDay,
  since: Instant,
  { store, clock, log }: RunTools,
): Promise<void> {
  await store.recordRun({ ...emptyRun(channelId, date, since, clock()), state: 'waiting', missing });
  const names = missing.map(({ name }) => name).join(', ');
  log.info({ event: 'digest.waiting', channelId, guildId, date, missing }, `digest of ${date}: waiting for ${names}`);
}

/** Records that a digest could not be planned. */
export async function recordFailedRun(
  { channelId, guildId }: ChannelRecord,
  { date, since }: { readonly date: LocalDate; readonly since: Instant },
  error: unknown,
  { store, clock, log, meter }: RunTools,
): Promise<void> {
  meter?.({ kind: 'digest', outcome: 'failed', matched: 0, shown: 0 });
  log.error({ event: 'digest.failed', channelId, guildId, date, err: error }, 'the digest could not be planned');
  const reason = error instanceof Error ? error.message : String(error);
  await store.recordRun({ ...emptyRun(channelId, date, since, clock()), state: 'failed', reason });
}
