import type { Poster } from '../discord/posting/poster.ts';
import type { Clock, Instant } from '../ports.ts';
import type { Delivery } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { UnauthorizedError } from './delivery-outcome.ts';

export interface SenderTools {
  readonly store: Store;
  readonly poster: Poster;
  readonly clock: Clock;
  /** Asks for `sendDue` at that moment. Absent where whoever drives it knows when. */
  readonly wakeAt?: (at: Instant) => void;
  /** Sends what was claimed, and settles it. */
  readonly send: (delivery: Delivery) => Promise<void>;
}

/** All that is being sent at this moment. What is settled makes room for the next, whoever asked for it. */
export interface Sender {
  /** Sends all that is due, and all that becomes due meanwhile. Rejects with the worst that happened, at the end. */
  sendDue(signal: AbortSignal): Promise<void>;
  /** Sends what is due to one channel, ahead of all others, and waits for nothing else. */
  sendTo(channelId: string, signal: AbortSignal): Promise<void>;
}

/** Posts in flight at once. Measured: 64 hold 48 sends a second without a 429. */
const mostAtOnce = 64;

/** Retries that are due within so many milliseconds go together: there is no waking for each of thousands. */
const wakeApartMs = 50;

interface Underway {
  readonly channelId: string;
  readonly done: Promise<void>;
}

export function createSender({ store, poster, clock, wakeAt, send }: SenderTools): Sender {
  const underway = new Set<Underway>();
  let failures: unknown[] = [];
  let claiming = Promise.resolve();
  let isClaiming = false;
  let isAsked = false;

  function start(delivery: Delivery, signal: AbortSignal): void {
    const sending = send(delivery).catch((error: unknown) => void failures.push(error));
    const done = sending.then(() => {
      underway.delete(entry);
      claim(signal);
    });
    const entry: Underway = { channelId: delivery.channelId, done };
    underway.add(entry);
  }

  /** One claim at a time, so that no more are taken than there is room for; who asks meanwhile is heard after it. */
  function claim(signal: AbortSignal): void {
    isAsked = true;
    if (!isClaiming) claiming = claimWhileAsked(signal);
  }

  async function claimWhileAsked(signal: AbortSignal): Promise<void> {
    isClaiming = true;
    try {
      while (isAsked && isOpen(signal)) {
        isAsked = false;
        const room = mostAtOnce - underway.size;
        if (room <= 0) return;
        const claimed = await store.claimDeliveries(clock(), room);
        for (const delivery of claimed) start(delivery, signal);
        if (claimed.length < room) await setAlarm();
      }
    } catch (error) {
      failures.push(error);
    } finally {
      isClaiming = false;
    }
  }

  /** A token that was refused is refused the next time, too. */
  function isOpen(signal: AbortSignal): boolean {
    if (signal.aborted || failures.some((error) => error instanceof UnauthorizedError)) return false;
    const waitMs = poster.waitMs();
    if (waitMs > 0) wakeAt?.(clock() + waitMs);
    return waitMs === 0;
  }

  async function setAlarm(): Promise<void> {
    if (wakeAt === undefined) return;
    const now = clock();
    const next = await store.nextDeliveryAt(now);
    if (next !== null) wakeAt(Math.max(next, now + wakeApartMs));
  }

  return {
    async sendDue(signal) {
      claim(signal);
      while (isClaiming || underway.size > 0)
        await Promise.all([claiming, ...Array.from(underway, ({ done }) => done)]);
      const ended = failures;
      failures = [];
      const worst = ended.find((error) => error instanceof UnauthorizedError) ?? ended[0];
      if (worst !== undefined) throw worst;
    },
    async sendTo(channelId, signal) {
      while (isOpen(signal)) {
        for (const delivery of await store.claimDeliveries(clock(), mostAtOnce, channelId)) start(delivery, signal);
        const sending = [...underway].filter((one) => one.channelId === channelId);
        if (sending.length === 0) return;
        await Promise.all(sending.map(({ done }) => done));
      }
    },
  };
}
