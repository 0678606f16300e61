import type { Instant } from '../../ports.ts';
import { followUpPart } from '../follow-ups.ts';
import type { Delivery, DeliveryState, Settlement } from '../outbox.ts';

/** What an attempt changes of a delivery, column by column. */
export interface SettledColumns {
  readonly state: DeliveryState;
  /** Nobody sends it any more. */
  readonly workerId: null;
  readonly reason: string | null;
  readonly settledAt?: Instant;
  readonly messageId?: string | null;
  readonly threadId?: string | null;
  readonly dueAt?: Instant;
  readonly inDoubt?: boolean;
  /** The JSON of the message that replaces the frozen one. */
  readonly payload?: string;
  readonly leftOut?: readonly string[];
  /** Whether its guild has to be notified of a loss. */
  readonly isLossUnnotified?: boolean;
}

const finalStates: readonly DeliveryState[] = ['sent', 'dropped'];

/**
 * Whether a worker can settle a delivery that way. The end of a delivery is final. Before that, the worker that has the
 * delivery decides. If another has taken it over, or has settled it for now, only a message that was posted counts: it is
 * there for all of them, and everything else the other worker finds out by itself.
 */
export function canSettle(
  { state, workerId }: { readonly state: DeliveryState; readonly workerId: string | null },
  by: string,
  to: DeliveryState,
): boolean {
  if (finalStates.includes(state)) return false;
  return workerId === by || to === 'sent';
}

/** A delivery before its attempt is settled. */
interface SettledDelivery extends Pick<Delivery, 'part' | 'inDoubt' | 'leftOut'> {
  /** 0 for the channel itself. */
  readonly destinationId: number;
}

/** The columns of a delivery after an attempt. */
export function settledColumns(settlement: Settlement, was: SettledDelivery): SettledColumns {
  switch (settlement.state) {
    case 'sent': {
      const { messageId, threadId = null, at } = settlement;
      return { state: 'sent', workerId: null, messageId, threadId, reason: null, settledAt: at };
    }
    case 'retry': {
      const { dueAt, reason, inDoubt = false, payload, leftOut = [] } = settlement;
      const replaced = payload === undefined ? {} : { payload: JSON.stringify(payload) };
      const lost = leftOut.length === 0 ? {} : { leftOut: [...was.leftOut, ...leftOut], isLossUnnotified: isLoss(was) };
      return { state: 'retry', workerId: null, dueAt, reason, inDoubt: was.inDoubt || inDoubt, ...replaced, ...lost };
    }
    case 'blocked': {
      const { reason, at, inDoubt = false } = settlement;
      return { state: 'blocked', workerId: null, reason, settledAt: at, inDoubt: was.inDoubt || inDoubt };
    }
    default: {
      const { state, reason, at } = settlement;
      return { state, workerId: null, reason, settledAt: at, isLossUnnotified: isLoss(was) };
    }
  }
}

/**
 * Whether the guild is notified of a part that ends without being posted. Nobody waits for a follow-up, and the status shows
 * what became of a copy for a destination.
 */
const isLoss = ({ part, destinationId }: SettledDelivery): boolean => part < followUpPart && destinationId === 0;

/** What an attempt changes besides its delivery. */
export interface SettlementEffects {
  /** When the message was posted, which ends a block of the channel and may begin a publication; null if it was not. */
  readonly postedAt: Instant | null;
  /** The block of the channel that the attempt found; null if there is none. */
  readonly block: { readonly reason: string; readonly at: Instant } | null;
  /**
   * The moment of the withdrawal, if the delivery goes on and its channel has no subscription left: the last one may have
   * been removed while it was sending. Null if the delivery ended.
   */
  readonly withdrawnAt: Instant | null;
}

export function settlementEffects(settlement: Settlement): SettlementEffects {
  const none = { postedAt: null, block: null, withdrawnAt: null };
  switch (settlement.state) {
    case 'sent':
      return { ...none, postedAt: settlement.at };
    case 'retry':
      return { ...none, withdrawnAt: settlement.dueAt };
    case 'blocked':
      return { ...none, block: { reason: settlement.reason, at: settlement.at }, withdrawnAt: settlement.at };
    default:
      return none;
  }
}
