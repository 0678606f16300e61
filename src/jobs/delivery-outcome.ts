import { type Backoff, backoffMs, type Jitter, jittered } from '../backoff.ts';
import type { DestinationKind } from '../digests/destination.ts';
import type { Instant, Logger, Random } from '../ports.ts';
import type { FindOutcome, PostOutcome } from '../posting/poster.ts';
import type { Delivery, Settlement } from '../store/outbox.ts';
import { dayMs, hourMs, minuteMs } from '../time.ts';

/** The bot's own access is refused, such as its token. Nothing can be posted until someone mends that. */
export class UnauthorizedError extends Error {
  constructor(reason: string, kind: DestinationKind | undefined) {
    super(kind === undefined ? `Discord refuses the bot's token: ${reason}` : `no ${kind} can be sent: ${reason}`);
    this.name = 'UnauthorizedError';
  }
}

/** How long a delivery is tried, in milliseconds. */
export const patienceMs = 7 * dayMs;
const backoff: Backoff = { firstMs: 5_000, longestMs: 30 * minuteMs };
const jitter: Jitter = { least: 0.75, spread: 0.5 };
/** The longest wait that Discord asks for. A longer one is a mistake. */
const longestAskedMs = 12 * hourMs;

export interface OutcomeTools {
  readonly now: Instant;
  readonly random: Random;
}

/** The outcome of a delivery after an attempt to post it. */
export function outcomeOfPost(outcome: PostOutcome, delivery: Delivery, { now, random }: OutcomeTools): Settlement {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', messageId: outcome.messageId, threadId: outcome.threadId, at: now };
    case 'blocked':
    case 'uncertain':
      return { state: outcome.kind, reason: outcome.reason, at: now };
    case 'rejected': {
      const { reason, simpler, leftOut = [] } = outcome;
      if (simpler === undefined) return { state: 'dropped', reason, at: now };
      return { state: 'retry', dueAt: now, reason: `${reason}; tried in a simpler form`, payload: simpler, leftOut };
    }
    case 'retry': {
      const { reason, inDoubt, delayMs } = outcome;
      if (now - delivery.plannedAt > patienceMs) return giveUp(reason, inDoubt || delivery.inDoubt, now);
      return { state: 'retry', dueAt: now + delay(delayMs, delivery, random), reason, inDoubt };
    }
    case 'unauthorized':
      return { state: 'retry', dueAt: now + delay(0, delivery, random), reason: outcome.reason };
  }
}

/** Applies after an attempt only, so that a clock that is set forward drops nothing untried. */
const giveUp = (reason: string, isInDoubt: boolean, at: Instant): Settlement => ({
  state: isInDoubt ? 'uncertain' : 'dropped',
  reason: `not possible within 7 days: ${reason}`,
  at,
});

/** The wait that Discord asked for, or one that doubles with each attempt, with jitter: the longer one. */
function delay(askedMs: number, { attempts }: Delivery, random: Random): number {
  return Math.max(Math.min(askedMs, longestAskedMs), jittered(backoffMs(backoff, attempts), jitter, random));
}

/** The outcome of an interrupted delivery after it was searched in its channel. Null if Discord could not be asked. */
export function outcomeOfSearch(found: FindOutcome, at: Instant): Settlement | null {
  switch (found.kind) {
    case 'found':
      return { state: 'sent', messageId: found.messageId, threadId: found.threadId, at };
    case 'absent':
      return { state: 'retry', dueAt: at, reason: 'interrupted before it was sent', inDoubt: true };
    case 'unreadable':
      return { state: 'uncertain', reason: found.reason, at };
    case 'blocked':
      return { state: 'blocked', reason: found.reason, at, inDoubt: true };
    case 'retry':
    case 'unauthorized':
      return null;
  }
}

/** Logs a line for each outcome, and one for the whole digest with its last part. Parts are sent in order. */
export function logOutcome(delivery: Delivery, settlement: Settlement, log: Logger): void {
  const { channelId, destination, date, part, parts, attempts } = delivery;
  const { state } = settlement;
  const level = state === 'sent' ? 'info' : state === 'retry' ? 'warn' : 'error';
  // An address is personal, or a secret, so it stands in no log.
  const to = destination === null ? {} : { destinationId: destination.id, kind: destination.kind };
  const fields = { event: `delivery.${state}`, deliveryId: delivery.id, channelId, ...to, date, part, parts, attempts };
  const shown = withoutPayload(settlement);
  const place = destination === null ? channelId : `${destination.kind} ${destination.id} of ${channelId}`;
  log[level]({ ...fields, ...shown }, `part ${part} of ${parts} for ${place}: ${state}`);
  if (part === parts && state === 'sent' && destination === null) {
    log.info({ event: 'digest.delivered', channelId, date, parts }, `digest of ${date} for ${channelId}: delivered`);
  }
}

function withoutPayload(settlement: Settlement): Omit<Settlement, 'payload' | 'state'> {
  const { state: _state, ...rest } = settlement;
  if (!('payload' in rest)) return rest;
  const { payload: _payload, ...shown } = rest;
  return shown;
}
