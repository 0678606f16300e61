import type { Delivery } from '../../outbox.ts';
import type { deliveries } from '../schema/digest-schema.ts';

export type DeliveryRow = typeof deliveries.$inferSelect;

export const deliveryOf = ({
  settledAt: _settledAt,
  isLossUnnotified: _isLossUnnotified,
  publication: _publication,
  publicationDueAt: _publicationDueAt,
  publicationReason: _publicationReason,
  payload,
  ...row
}: DeliveryRow): Delivery => ({ ...row, payload: JSON.parse(payload) });
