import { describe, expect, it } from 'vitest';
import { followUpPart } from '../../../src/store/follow-ups.ts';
import type { DeliveryState, Settlement } from '../../../src/store/outbox.ts';
import { canSettle, settledColumns, settlementEffects } from '../../../src/store/rules/settlement.ts';

const at = Date.UTC(2026, 2, 2, 9);
const fresh = { part: 1, destinationId: 0, inDoubt: false, leftOut: [] };

describe('a delivery', () => {
  const mine = (state: DeliveryState) => ({ state, workerId: 'one' });
  const open: readonly DeliveryState[] = ['sending', 'retry', 'blocked', 'uncertain', 'withdrawn'];
  const outcomes: readonly DeliveryState[] = ['sent', 'retry', 'blocked', 'dropped', 'uncertain'];

  it('is settled by the worker that has it', () => {
    for (const state of open) for (const to of outcomes) expect(canSettle(mine(state), 'one', to)).toBe(true);
  });

  it('ends once: as sent or as dropped', () => {
    for (const end of ['sent', 'dropped'] as const)
      for (const to of outcomes) expect(canSettle(mine(end), 'one', to)).toBe(false);
  });

  it('is not settled by a worker that no longer has it, unless it has posted the message', () => {
    for (const state of open)
      for (const workerId of ['other', null])
        expect(outcomes.filter((to) => canSettle({ state, workerId }, 'one', to))).toEqual(['sent']);
  });

  it('that has ended stays as it is, whatever a late worker says', () => {
    for (const end of ['sent', 'dropped'] as const)
      expect(outcomes.filter((to) => canSettle({ state: end, workerId: null }, 'one', to))).toEqual([]);
  });
});

describe('a message that was posted', () => {
  const sent: Settlement = { state: 'sent', messageId: '7', at };

  it('has its id and place, and no reason any more', () => {
    const columns = { state: 'sent', workerId: null, messageId: '7', threadId: null, reason: null, settledAt: at };
    expect(settledColumns(sent, fresh)).toEqual(columns);
    expect(settledColumns({ ...sent, threadId: '8' }, fresh)).toEqual({ ...columns, threadId: '8' });
  });

  it('ends the block of its channel', () => {
    expect(settlementEffects(sent)).toEqual({ postedAt: at, block: null, withdrawnAt: null });
  });
});

describe('a message that is tried again', () => {
  const retry: Settlement = { state: 'retry', dueAt: at, reason: 'Discord answered 500' };

  it('waits for its time', () => {
    const columns = { state: 'retry', workerId: null, dueAt: at, reason: 'Discord answered 500', inDoubt: false };
    expect(settledColumns(retry, fresh)).toEqual(columns);
  });

  it('stays in doubt once an attempt may have posted it', () => {
    expect(settledColumns({ ...retry, inDoubt: true }, fresh).inDoubt).toBe(true);
    expect(settledColumns(retry, { ...fresh, inDoubt: true }).inDoubt).toBe(true);
  });

  it('keeps its frozen form unless a simpler one replaces it', () => {
    expect(settledColumns(retry, fresh)).not.toHaveProperty('payload');
    expect(settledColumns({ ...retry, payload: { content: 'short' } }, fresh).payload).toBe('{"content":"short"}');
  });

  it('adds papers that it lost to those that it lost before, of which its guild is notified', () => {
    const columns = settledColumns({ ...retry, leftOut: ['/b'] }, { ...fresh, leftOut: ['/a'] });
    expect(columns).toMatchObject({ leftOut: ['/a', '/b'], isLossUnnotified: true });
    expect(settledColumns(retry, { ...fresh, leftOut: ['/a'] })).not.toHaveProperty('isLossUnnotified');
  });

  it('is withdrawn at its next time if its channel has no subscription left', () => {
    expect(settlementEffects(retry)).toEqual({ postedAt: null, block: null, withdrawnAt: at });
  });
});

describe('a message that may not be posted', () => {
  const blocked: Settlement = { state: 'blocked', reason: 'no permission', at };

  it('blocks its channel', () => {
    expect(settledColumns(blocked, fresh)).toMatchObject({ state: 'blocked', reason: 'no permission', settledAt: at });
    expect(settlementEffects(blocked).block).toEqual({ reason: 'no permission', at });
  });

  it('is withdrawn at once if its channel has no subscription left', () => {
    expect(settlementEffects(blocked).withdrawnAt).toBe(at);
  });

  it('stays in doubt as well', () => {
    expect(settledColumns(blocked, { ...fresh, inDoubt: true }).inDoubt).toBe(true);
  });
});

describe('a message that is given up', () => {
  const given = (state: 'dropped' | 'uncertain'): Settlement => ({ state, reason: 'a week passed', at });

  it('is a loss, of which its guild is notified, unless it is a follow-up', () => {
    for (const state of ['dropped', 'uncertain'] as const) {
      const columns = { state, workerId: null, reason: 'a week passed', settledAt: at };
      expect(settledColumns(given(state), fresh)).toEqual({ ...columns, isLossUnnotified: true });
      const ofFollowUp = settledColumns(given(state), { ...fresh, part: followUpPart });
      expect(ofFollowUp).toEqual({ ...columns, isLossUnnotified: false });
      const ofCopy = settledColumns(given(state), { ...fresh, destinationId: 7 });
      expect(ofCopy).toEqual({ ...columns, isLossUnnotified: false });
    }
  });

  it('has no other effect', () => {
    expect(settlementEffects(given('dropped'))).toEqual({ postedAt: null, block: null, withdrawnAt: null });
  });
});
