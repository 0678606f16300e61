import type { Instant } from '../../../ports.ts';
import { hourMs, type LocalDate, utcDate } from '../../../time.ts';
import type { Delivery } from '../../outbox.ts';
import type { Database } from '../file/database.ts';
import type { deliveries } from '../schema/digest-schema.ts';

type DeliveryRow = typeof deliveries.$inferSelect;

export const deliveryOf = ({
  settledAt: _settledAt,
  isLossUnnotified: _isLossUnnotified,
  publication: _publication,
  publicationDueAt: _publicationDueAt,
  publicationReason: _publicationReason,
  payload,
  ...row
}: DeliveryRow): Delivery => ({ ...row, payload: JSON.parse(payload) });

/** Whether a message of that day may have been posted before a backup was restored, which does not know of it. */
export function isFromBeforeBackup(db: Database): (date: LocalDate) => boolean {
  const restoredAt = db.$client.prepare<[], Instant>("select value from facts where name = 'restored_at'").pluck();
  return (date) => {
    const restored = restoredAt.get();
    return restored !== undefined && date <= lastDateAt(restored);
  };
}

/** The last of all dates on Earth at that moment. */
const lastDateAt = (at: Instant): LocalDate => utcDate(at + 14 * hourMs);
