import { type Backoff, backoffMs } from '../backoff.ts';
import type { PingOutcome } from '../discord/notices/ping-notice.ts';
import type { Paper, PaperId } from '../papers/paper.ts';
import type { Clock, Logger } from '../ports.ts';
import type { PingNotice, ReadyPingNotice } from '../store/pings.ts';
import type { Store } from '../store/store.ts';
import { dayMs, hourMs, minuteMs } from '../time.ts';

export interface PingNoticeTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly send: (notice: ReadyPingNotice) => Promise<PingOutcome>;
}

const noticesPerRun = 50;
const keptMs = dayMs;
const backoff: Backoff = { firstMs: minuteMs, longestMs: hourMs };

/** Makes the job that pings people for papers, after the digest that has them was posted. It runs once at a time. */
export function createPingNotices(tools: PingNoticeTools): (signal: AbortSignal) => Promise<void> {
  const { store, clock } = tools;
  return async (signal) => {
    // Notices that are `sending` were left by a run that failed, or by a process that ended.
    await store.recoverPingNotices();
    for (const notice of await store.claimPingNotices(clock(), noticesPerRun)) {
      if (signal.aborted)
        await store.settlePingNotice(notice.nonce, { state: 'retry', dueAt: clock(), inDoubt: notice.inDoubt });
      else await sendOne(notice, tools);
    }
  };
}

async function sendOne(notice: PingNotice, { store, clock, log, send }: PingNoticeTools): Promise<void> {
  const { nonce, channelId, guildId, date } = notice;
  const outcome = await send({
    ...notice,
    papers: await readPapers(notice, store),
    deliveries: await store.deliveries(channelId, date),
    language: (await store.channel(channelId))?.language ?? null,
  });
  const fields = { channelId, guildId, date, people: notice.people.length, outcome };
  log.info({ event: `ping.${outcome.kind}`, ...fields }, `pings for the digest of ${date}: ${outcome.kind}`);
  const isTooOld = clock() - notice.plannedAt > keptMs;
  if (outcome.kind === 'retry' && !isTooOld) {
    const dueAt = clock() + Math.max(outcome.delayMs, backoffMs(backoff, notice.attempts));
    await store.settlePingNotice(nonce, { state: 'retry', dueAt, inDoubt: notice.inDoubt || outcome.inDoubt });
    return;
  }
  await store.settlePingNotice(nonce, { state: outcome.kind === 'sent' ? 'sent' : 'dropped' });
  if (outcome.kind !== 'retry') for (const userId of outcome.gone) await store.forgetPings(userId, channelId);
}

async function readPapers({ people }: PingNotice, store: Pick<Store, 'paper'>): Promise<ReadonlyMap<PaperId, Paper>> {
  const papers = new Map<PaperId, Paper>();
  for (const id of new Set(people.flatMap((person) => person.papers))) {
    const paper = await store.paper(id);
    if (paper !== null) papers.set(id, paper);
  }
  return papers;
}
