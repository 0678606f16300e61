import { setTimeout as pause } from 'node:timers/promises';
import { ownTurns, type Turns } from './turns.ts';

/** Spreads requests over time, so that Discord never counts more within a second than its limit. */
export interface Pace {
  /** Makes the request when its turn comes. `urgent` requests, for which somebody waits, go before `patient` ones. */
  run<Answer>(urgency: Urgency, request: () => Promise<Answer>): Promise<Answer>;
}

type Urgency = 'urgent' | 'patient';

/** The pace of a process whose requests somebody else spreads, such as a proxy. */
export const unpaced: Pace = { run: (_urgency, request) => request() };

export interface PaceOptions {
  /** Monotonic, in milliseconds. */
  readonly clock?: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
  /** The turns that this process gets among all that use the token. By default it has all of them. */
  readonly turns?: Turns;
}

/** A request that Discord may still count. */
interface Counted {
  readonly sentAt: number;
  countsUntil: number;
  /** When its turn was. */
  readonly turnAt: number;
}

/** Discord's global limit. */
const limit = { requests: 50, withinMs: 1_000 };

/** When a request without an answer counts as arrived, so that a request that hangs does not delay the others. */
const longestWayMs = 500;

/** Requests go out in small portions, so that their answers and commits do not all come at once. */
const portion = { requests: 5, withinMs: 100 };

/** An answer that arrives during a sleep can make the next turn earlier. */
const longestSleepMs = 20;

/**
 * Creates a pace. Discord counts a request when it arrives. The pace does not know that time: it is after the request
 * was sent, and earlier than its answer by at least half of the shortest round trip so far. A request gets its turn
 * when fewer than fifty earlier ones can have arrived within the last second. Discord would refuse a pace by the time
 * of sending, such as the library's portions of fifty, as soon as a few requests are delayed.
 */
export function createPace({
  clock = () => performance.now(),
  sleep = pause,
  turns = ownTurns,
}: PaceOptions = {}): Pace {
  const waiting: Record<Urgency, (() => void)[]> = { urgent: [], patient: [] };
  let counted: Counted[] = [];
  let shortestTripMs = Number.POSITIVE_INFINITY;
  let isDraining = false;

  function waitMs(): number {
    const now = clock();
    counted = counted.filter(({ countsUntil }) => countsUntil > now);
    const portionWait = (counted.at(-portion.requests)?.sentAt ?? now - portion.withinMs) + portion.withinMs - now;
    const limitWait = counted.length < limit.requests ? 0 : Math.min(...counted.map((each) => each.countsUntil)) - now;
    return Math.max(0, portionWait, limitWait);
  }

  const countWaiting = () => waiting.urgent.length + waiting.patient.length;

  async function drain(): Promise<void> {
    isDraining = true;
    for (let left = countWaiting(); left > 0; left = countWaiting()) {
      // While the pace itself has to wait, it takes no turns that it could not use in time.
      const wait = waitMs() || (await turns.next(left)) - clock();
      if (wait > 0) await sleep(Math.min(Math.ceil(wait), longestSleepMs));
      else (waiting.urgent.shift() ?? waiting.patient.shift())?.();
    }
    isDraining = false;
  }

  function takeTurn(): Counted {
    const sentAt = clock();
    const request = { sentAt, countsUntil: sentAt + longestWayMs + limit.withinMs, turnAt: turns.take() };
    counted.push(request);
    return request;
  }

  function noteAnswer(request: Counted): void {
    const answeredAt = clock();
    shortestTripMs = Math.min(shortestTripMs, answeredAt - request.sentAt);
    const arrivedBy = Math.min(answeredAt - shortestTripMs / 2, request.sentAt + longestWayMs);
    request.countsUntil = Math.min(request.countsUntil, arrivedBy + limit.withinMs);
    turns.noteLateness(arrivedBy - request.turnAt);
  }

  return {
    async run(urgency, request) {
      const turn = Promise.withResolvers<Counted>();
      waiting[urgency].push(() => turn.resolve(takeTurn()));
      if (!isDraining) void drain();
      const mine = await turn.promise;
      try {
        return await request();
      } finally {
        noteAnswer(mine);
      }
    },
  };
}
