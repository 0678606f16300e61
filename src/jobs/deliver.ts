import type { FindOutcome, Poster, PostOutcome } from '../discord/poster.ts';
import type { Clock, Instant, Logger, Random } from '../ports.ts';
import type { Delivery, Settlement, Store } from '../store/store.ts';

export interface DeliverTools {
  readonly store: Store;
  readonly poster: Poster;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: Random;
}

/** The bot's token is not valid, so that nothing can be posted until someone sets a good one. */
export class UnauthorizedError extends Error {
  constructor(reason: string) {
    super(`Discord refuses the bot's token: ${reason}`);
    this.name = 'UnauthorizedError';
  }
}

/** Posts in flight at once. Measured: 64 hold 48 sends a second without a 429. */
const inFlight = 64;
const firstRetryMs = 5_000;
const longestRetryMs = 30 * 60_000;

/**
 * Sends every delivery that is due, parts of a digest in order, channels side by side: a slow one delays no other.
 * The signal stops it from taking more; what is being sent is finished.
 * @throws UnauthorizedError where the token is refused; the delivery waits for a better one.
 */
export async function deliverDue(tools: DeliverTools, signal: AbortSignal): Promise<void> {
  const senders = Array.from({ length: inFlight }, () => sendWhileDue(tools, signal));
  const failure = (await Promise.allSettled(senders)).find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

async function sendWhileDue(tools: DeliverTools, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const [delivery] = await tools.store.claimDeliveries(tools.clock(), 1);
    if (delivery === undefined) return;
    await postAndSettle(delivery, tools);
  }
}

async function postAndSettle(delivery: Delivery, tools: DeliverTools): Promise<void> {
  const outcome = await tools.poster.post(delivery);
  const settlement = toSettlement(outcome, delivery, tools);
  await tools.store.settleDelivery(delivery.id, settlement);
  logSettlement(delivery, settlement, tools.log);
  if (outcome.kind === 'unauthorized') throw new UnauthorizedError(outcome.reason);
}

function toSettlement(outcome: PostOutcome, delivery: Delivery, tools: DeliverTools): Settlement {
  const at = tools.clock();
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', messageId: outcome.messageId, at };
    case 'blocked':
      return { state: 'blocked', reason: outcome.reason, at };
    case 'rejected':
      return { state: 'dropped', reason: outcome.reason, at };
    case 'retry':
    case 'unauthorized': {
      const asked = outcome.kind === 'retry' ? outcome.delayMs : 0;
      const delay = Math.max(asked, backoff(delivery.attempts, tools.random));
      return { state: 'retry', dueAt: at + delay, reason: outcome.reason };
    }
  }
}

/** Doubles with each attempt, with jitter, so that channels do not come back all at once. */
function backoff(attempts: number, random: Random): number {
  const doubled = firstRetryMs * 2 ** Math.min(attempts - 1, 10);
  return Math.round(Math.min(doubled, longestRetryMs) * (0.75 + 0.5 * random()));
}

function logSettlement(delivery: Delivery, settlement: Settlement, log: Logger): void {
  const { channelId, date, part, parts, attempts } = delivery;
  const { state, ...rest } = settlement;
  const level = state === 'sent' ? 'info' : state === 'retry' ? 'warn' : 'error';
  const fields = { event: `delivery.${state}`, deliveryId: delivery.id, channelId, date, part, parts, attempts };
  log[level]({ ...fields, ...rest }, `part ${part} of ${parts} for ${channelId}: ${state}`);
}

/**
 * Settles what was being sent when the process ended: looked for in the channel first, sent again only where it is not
 * there, left alone where nobody can tell.
 * @param interrupted as the store named them at start, before anything was claimed
 * @returns those about which Discord could not be asked, to be tried again
 */
export async function recoverInterrupted(
  interrupted: readonly Delivery[],
  tools: DeliverTools,
  signal: AbortSignal,
): Promise<readonly Delivery[]> {
  const open: Delivery[] = [];
  for (const delivery of interrupted) {
    const found: FindOutcome = signal.aborted ? notAsked : await tools.poster.find(delivery);
    if (found.kind === 'retry') {
      open.push(delivery);
      tools.log.warn(
        { event: 'recovery.waiting', deliveryId: delivery.id, reason: found.reason },
        'cannot look it up yet',
      );
      continue;
    }
    const settlement = toRecovery(found, tools.clock());
    await tools.store.settleDelivery(delivery.id, settlement);
    logSettlement(delivery, settlement, tools.log);
  }
  return open;
}

const notAsked: FindOutcome = { kind: 'retry', delayMs: 0, reason: 'the bot is stopping' };

function toRecovery(found: Exclude<FindOutcome, { kind: 'retry' }>, at: Instant): Settlement {
  switch (found.kind) {
    case 'found':
      return { state: 'sent', messageId: found.messageId, at };
    case 'absent':
      return { state: 'retry', dueAt: at, reason: 'interrupted before it was sent' };
    case 'unreadable':
      return { state: 'uncertain', reason: found.reason, at };
  }
}
