import type { Destination } from '../../../digests/destination.ts';
import type { Instant } from '../../../ports.ts';
import { dayMs, hourMs, type LocalDate, utcDate } from '../../../time.ts';
import type { Delivery } from '../../outbox.ts';
import type { Connection } from '../connection.ts';
import type { deliveries } from '../schema/digest-schema.ts';

export type DeliveryRow = typeof deliveries.$inferSelect;

/** @param destination null for a delivery to the channel itself */
export const deliveryOf = (row: DeliveryRow, destination: Destination | null = null): Delivery => ({
  ...withoutMarks(row),
  destination,
});

/** The row without the columns that only the store reads. */
const withoutMarks = ({
  destinationId: _destinationId,
  workerId: _workerId,
  settledAt: _settledAt,
  isLossUnnotified: _isLossUnnotified,
  publication: _publication,
  publicationDueAt: _publicationDueAt,
  publicationReason: _publicationReason,
  payload,
  ...row
}: DeliveryRow): Omit<Delivery, 'destination'> => ({ ...row, payload: JSON.parse(payload) });

/** The order in which deliveries are claimed. RETURNING does not keep it. */
export const byWait = (one: DeliveryRow, other: DeliveryRow): number => one.dueAt - other.dueAt || one.id - other.id;

/** Longer than any real wait. A delivery that is due later was written with a wrong clock. */
const longestWaitMs = dayMs;

/**
 * Makes deliveries due that were written with a wrong clock. False if there is none.
 * @param which SQL for the deliveries among which it looks, in the words of an index
 */
export function strayDeliveryMover(db: Connection, which: string): (now: Instant) => Promise<boolean> {
  const move = db.prepare<[Instant, Instant]>(
    `update deliveries set due_at = ? where state in ('planned', 'retry') and ${which} and due_at > ?`,
  );
  return async (now) => (await move.run(now, now + longestWaitMs)) > 0;
}

/** Whether a message of that day may have been posted before a backup was restored, which does not know of it. */
export function isFromBeforeBackup(db: Connection): (date: LocalDate) => Promise<boolean> {
  const restoredAt = db.prepare<[], Instant>("select value from facts where name = 'restored_at'").pluck();
  return async (date) => {
    return isBeforeBackup(date, (await restoredAt.get()) ?? null);
  };
}

/**
 * Whether the backup that was restored may be older than the digests of this date.
 * @param restoredAt when it was restored; null if none was
 */
export const isBeforeBackup = (date: LocalDate, restoredAt: Instant | null): boolean =>
  restoredAt !== null && date <= lastDateAt(restoredAt);

/** The last of all dates on Earth at that moment. */
const lastDateAt = (at: Instant): LocalDate => utcDate(at + 14 * hourMs);
