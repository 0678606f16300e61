import { latestOccurrence, occurrenceDate } from '../../digests/schedule.ts';
import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { DigestRun } from '../../store/runs.ts';
import type { CommandContext } from '../interactions/context.ts';
import { type ShownRun, stateOfParts } from '../rendering/status-runs.ts';

/** A run with the state of its digest in the outbox. */
export async function showRun(
  run: DigestRun,
  channel: ChannelRecord | null,
  { store, clock }: Pick<CommandContext, 'store' | 'clock'>,
): Promise<ShownRun> {
  if (run.state === 'waiting' && channel !== null && isOver(run, channel, clock())) {
    return { run, state: 'not made', reason: null, parts: [] };
  }
  if (run.state !== 'planned') return { run, state: run.state, reason: run.reason, parts: [] };
  const parts = await store.deliveries(run.channelId, run.date);
  const underWay = parts.find(({ state }) => state === 'blocked' || state === 'retry');
  const publications = await store.publications(run.channelId, run.date);
  const state = stateOfParts(parts.map((part) => part.state));
  return { run, state, reason: underWay?.reason ?? null, parts, publications };
}

/** Whether the day of a run is over: no digest is due, or the one of a later day is. */
const isOver = ({ date }: DigestRun, { schedule, nextDigestAt }: ChannelRecord, now: Instant): boolean =>
  nextDigestAt > now || date < occurrenceDate(schedule, latestOccurrence(schedule, now));
