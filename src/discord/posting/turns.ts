import { setTimeout as pause } from 'node:timers/promises';
import { type Backoff, backoffMs } from '../../backoff.ts';
import type { Logger } from '../../ports.ts';

/** The turns at which requests may leave, as far as other processes with the same token matter. */
export interface Turns {
  /** When the next request may leave, if that many wait. Fulfilled once it is known. */
  next(waiting: number): Promise<number>;
  /** Uses the turn that `next` named. Returns the earliest moment at which it can have been. */
  take(): number;
  /** Takes note of how long after its turn a request can have arrived at Discord. */
  noteLateness(ms: number): void;
}

/** The turns of a process that is alone: always now. */
export const ownTurns: Turns = { next: async () => 0, take: () => 0, noteLateness() {} };

export interface SharedTurnsOptions {
  /** Takes the next `wanted` turns, `apartMs` apart, for all processes together. Returns the wait until the first. */
  readonly reserve: (wanted: number, apartMs: number) => Promise<number>;
  readonly log: Logger;
  /** Monotonic, in milliseconds. */
  readonly clock?: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/** Small portions, so that other processes, and requests for which a person waits, get their turn soon. */
const portion = 5;
/** How many turns are left when the next portion is asked for, so that the answer is there in time. */
const leftToAsk = 2;

/** Discord's global limit. */
const limit = { requests: 50, withinMs: 1_000 };
/** How late requests may arrive on average before turns have to be further apart. */
const allowedLatenessMs = 50;
/** How many requests the average is of: about the latest. */
const averaged = 32;
/** How long after its turn a request may leave: a process that got no processor meanwhile needs another turn. */
const usableMs = 25;
/** From how many times the allowed lateness on, a single request counts by itself, and not only in the average. */
const outlier = 2;

const backoff: Backoff = { firstMs: 250, longestMs: 5_000 };

/**
 * Takes turns with other processes, by a row of turns in the database. Turns are 21 ms apart, which are 47.6 requests a
 * second: some arrive later than their turn, and must not meet the next ones within the same second. They are further apart
 * for a process whose requests arrive later. Without the database no request leaves.
 */
export function createSharedTurns(options: SharedTurnsOptions): Turns {
  const { clock = () => performance.now(), sleep = pause } = options;
  const ask = createAsking(options, clock, sleep);
  const lateness = createLateness(clock);
  const turns: Turn[] = [];
  let asking: Promise<void> | null = null;

  async function fill(wanted: number): Promise<void> {
    const apartMs = lateness.apartMs(wanted);
    const { at, earliest } = await ask(wanted, apartMs);
    for (let index = 0; index < wanted; index += 1)
      turns.push({ at: at + index * apartMs, earliest: earliest + index * apartMs });
    asking = null;
  }
  function giveUpMissed(): void {
    while (turns[0] !== undefined && clock() - turns[0].at > usableMs) turns.shift();
  }
  return {
    async next(waiting) {
      giveUpMissed();
      const missing = Math.min(portion, waiting - turns.length);
      if (asking === null && turns.length <= leftToAsk && missing > 0) asking = fill(missing);
      for (;;) {
        const [turn] = turns;
        if (turn !== undefined) return turn.at;
        asking ??= fill(Math.min(portion, waiting));
        await asking;
      }
    },
    take: () => turns.shift()?.earliest ?? clock(),
    noteLateness: lateness.note,
  };
}

/**
 * How late requests arrive after their turns, and how far apart turns have to be for that. A single late request meets the
 * next ones within the same second, unless the row of all processes stands still for as long before that second is over.
 */
function createLateness(clock: () => number) {
  let noted = 0;
  let averageMs = 0;
  let soonestMs = Number.POSITIVE_INFINITY;
  /** How much later a request came than turns allow, since the last portion. */
  let excessMs = 0;
  let stop = { ms: 0, countsUntil: 0 };
  const allowedMs = (): number => Math.max(allowedLatenessMs, averageMs);

  /** How long the row stands still. One stop serves all requests that are late within the same second. */
  function stopMs(): number {
    const isCounting = clock() < stop.countsUntil;
    const ms = Math.max(0, excessMs - (isCounting ? stop.ms : 0));
    excessMs = 0;
    if (ms > 0) stop = { ms: ms + (isCounting ? stop.ms : 0), countsUntil: clock() + limit.withinMs };
    return ms;
  }
  return {
    note(ms: number): void {
      noted += 1;
      averageMs += (Math.max(0, ms) - averageMs) / Math.min(noted, averaged);
      soonestMs = Math.min(soonestMs, Math.max(0, ms));
      // A new process does not know yet how long the way is, and its first requests are its slowest.
      const isNew = noted < averaged;
      const lateMs = isNew ? ms : ms - soonestMs;
      if (lateMs > (isNew ? 1 : outlier) * allowedMs()) excessMs = Math.max(excessMs, lateMs - allowedMs());
    },
    apartMs: (wanted: number): number => (limit.withinMs + allowedMs()) / limit.requests + stopMs() / wanted,
  };
}

/** The database says how long from its own present; that present is somewhere between the question and the answer. */
interface Turn {
  readonly earliest: number;
  readonly at: number;
}

/** Asks until the database answers, for the first of some turns. */
function createAsking(
  { reserve, log }: SharedTurnsOptions,
  clock: () => number,
  sleep: (ms: number) => Promise<unknown>,
) {
  return async (wanted: number, apartMs: number): Promise<Turn> => {
    for (let failures = 1; ; failures += 1) {
      const askedAt = clock();
      try {
        const waitMs = await reserve(wanted, apartMs);
        return { earliest: askedAt + waitMs, at: clock() + waitMs };
      } catch (err) {
        const text = 'no request leaves for Discord, because the database does not say whose turn it is';
        if (failures === 1) log.warn({ event: 'pace.waiting', err }, text);
        await sleep(backoffMs(backoff, failures));
      }
    }
  };
}
