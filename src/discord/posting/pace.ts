import { setTimeout as pause } from 'node:timers/promises';

/** Spreads requests over time, so that Discord never counts more of them within a second than it allows a bot. */
export interface Pace {
  /** Makes the request when its turn comes. `urgent`: somebody waits for it; it goes before all that are `patient`. */
  run<Answer>(urgency: Urgency, request: () => Promise<Answer>): Promise<Answer>;
}

type Urgency = 'urgent' | 'patient';

export interface PaceOptions {
  /** Monotonic, in milliseconds. */
  readonly clock?: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/** A request that Discord may count still. */
interface Counted {
  readonly sentAt: number;
  countsUntil: number;
}

/** Discord's limit over all, and the second within which it counts. */
const limit = { requests: 50, withinMs: 1_000 };

/** A request without an answer is taken to have arrived after so long: one that hangs must not hold up the others. */
const longestWayMs = 500;

/** Requests, and with them their answers and commits, come in portions, not fifty at once. */
const portion = { requests: 5, withinMs: 100 };

/** An answer that comes while the pace sleeps can bring the next turn forward. */
const longestSleepMs = 20;

/**
 * Discord counts requests where they arrive, at a time that is not known here: after they went, and before their
 * answers came, by as much as the way back takes (half of the shortest there and back so far). So the turn of a request
 * comes when of those before it fewer than fifty can have arrived within the last second. Whatever the network does
 * between, Discord then counts no more; a pace that goes by the time of sending is refused as soon as a few requests
 * are delayed, and so are the library's portions of fifty.
 */
export function createPace({ clock = () => performance.now(), sleep = pause }: PaceOptions = {}): Pace {
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

  async function drain(): Promise<void> {
    isDraining = true;
    while (waiting.urgent.length + waiting.patient.length > 0) {
      const wait = waitMs();
      if (wait > 0) await sleep(Math.min(Math.ceil(wait), longestSleepMs));
      else (waiting.urgent.shift() ?? waiting.patient.shift())?.();
    }
    isDraining = false;
  }

  function takeTurn(): Counted {
    const sentAt = clock();
    const request = { sentAt, countsUntil: sentAt + longestWayMs + limit.withinMs };
    counted.push(request);
    return request;
  }

  function noteAnswer(request: Counted): void {
    const answeredAt = clock();
    shortestTripMs = Math.min(shortestTripMs, answeredAt - request.sentAt);
    request.countsUntil = Math.min(request.countsUntil, answeredAt - shortestTripMs / 2 + limit.withinMs);
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
