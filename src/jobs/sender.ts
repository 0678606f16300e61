import type { DestinationKind } from '../digests/destination.ts';
import type { Clock, Instant } from '../ports.ts';
import type { Poster } from '../posting/poster.ts';
import type { Store } from '../store/store.ts';
import { UnauthorizedError } from './delivery-outcome.ts';
import type { Hand, HeldDelivery } from './hand.ts';

export interface SenderTools {
  readonly store: Store;
  readonly poster: Poster;
  /** The kind of the destinations that it sends to. Absent: it sends to channels. */
  readonly kind?: DestinationKind;
  readonly clock: Clock;
  /** Asks for a call of `sendDue` at that moment. Absent if the caller knows when. */
  readonly wakeAt?: (at: Instant) => void;
  readonly hand: Hand;
  /** Sends a claimed delivery and settles it. */
  readonly send: (held: HeldDelivery) => Promise<void>;
}

/** Keeps a bounded number of deliveries in flight. A settled one makes room for the next. */
export interface Sender {
  /** Sends everything that is due, and what becomes due meanwhile. At the end it rejects with the worst failure. */
  sendDue(signal: AbortSignal): Promise<void>;
  /** Sends the due deliveries of one channel ahead of all others, and waits only for these. */
  sendTo(channelId: string, signal: AbortSignal): Promise<void>;
  /** When the next delivery after this moment is due; null if there is none. */
  nextAt(now: Instant): Promise<Instant | null>;
}

/** Retries within so short a time are sent together, so that thousands of them do not each set the alarm. */
const wakeApartMs = 50;

interface Underway {
  readonly channelId: string;
  readonly done: Promise<void>;
}

export function createSender({ store, poster, kind, clock, wakeAt, hand, send }: SenderTools): Sender {
  const queue = queueOf(store, kind);
  const underway = new Set<Underway>();
  let failures: unknown[] = [];
  let claiming = Promise.resolve();
  let isClaiming = false;
  let isAsked = false;

  function start(held: HeldDelivery, signal: AbortSignal): void {
    const sending = send(held).catch((error: unknown) => void failures.push(error));
    const done = sending.then(() => {
      underway.delete(entry);
      claim(signal);
    });
    const entry: Underway = { channelId: held.delivery.channelId, done };
    underway.add(entry);
  }

  /** Claims run one at a time, so that they never exceed the room. A request during a claim is served after it. */
  function claim(signal: AbortSignal): void {
    isAsked = true;
    if (!isClaiming) claiming = claimWhileAsked(signal);
  }

  async function claimWhileAsked(signal: AbortSignal): Promise<void> {
    isClaiming = true;
    try {
      while (isAsked && isOpen(signal)) {
        isAsked = false;
        const room = poster.atOnce - underway.size;
        if (room <= 0) return;
        const claimed = await hand.take((workerId) => queue.claim(workerId, clock(), room));
        for (const held of claimed) start(held, signal);
        if (claimed.length < room) await setAlarm();
      }
    } catch (error) {
      failures.push(error);
    } finally {
      isClaiming = false;
    }
  }

  /** Whether to send more. A refused token would be refused again. */
  function isOpen(signal: AbortSignal): boolean {
    if (signal.aborted || failures.some((error) => error instanceof UnauthorizedError)) return false;
    const waitMs = poster.waitMs();
    if (waitMs > 0) wakeAt?.(clock() + waitMs);
    return waitMs === 0;
  }

  async function setAlarm(): Promise<void> {
    if (wakeAt === undefined) return;
    const now = clock();
    const next = await queue.nextAt(now);
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
        const claimed = await hand.take((workerId) =>
          store.claimDeliveries(workerId, clock(), poster.atOnce, channelId),
        );
        for (const held of claimed) start(held, signal);
        const sending = [...underway].filter((one) => one.channelId === channelId);
        if (sending.length === 0) return;
        await Promise.all(sending.map(({ done }) => done));
      }
    },
    nextAt: queue.nextAt,
  };
}

/** The part of the outbox that it sends. */
const queueOf = (store: Store, kind: DestinationKind | undefined) =>
  kind === undefined
    ? {
        claim: (workerId: string, now: Instant, limit: number) => store.claimDeliveries(workerId, now, limit),
        nextAt: (now: Instant) => store.nextDeliveryAt(now),
      }
    : {
        claim: (workerId: string, now: Instant, limit: number) =>
          store.claimDestinationDeliveries(workerId, kind, now, limit),
        nextAt: (now: Instant) => store.nextDestinationDeliveryAt(kind, now),
      };
