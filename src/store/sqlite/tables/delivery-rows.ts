import type { Delivery } from '../../outbox.ts';
import type { deliveries } from '../schema/digest-schema.ts';

export type DeliveryRow = typeof deliveries.$inferSelect;

export const deliveryOf = ({
  settledAt: _settledAt,
  isLossUnnotified: _isLossUnnotified,
  payload,
  ...row
}: DeliveryRow): Delivery => ({ ...row, payload: JSON.parse(payload) });
