import { describe, expect, it } from 'vitest';
import { yieldTurn } from '../../../src/cooperate.ts';
import { gathering, jointVerb } from '../../../src/store/postgres/joint-verbs.ts';
import { StoreError } from '../../../src/store/store-error.ts';

/** A verb that doubles a number, and fails for numbers below 0. It notes which calls each transaction has. */
function createScene(failure?: Error) {
  const transactions: number[][] = [];
  const verb = async (calls: readonly [number][]): Promise<readonly number[]> => {
    const numbers = calls.flat();
    transactions.at(-1)?.push(...numbers);
    await yieldTurn();
    for (const number of numbers) if (number < 0) throw new StoreError('conflict', `${number} is refused.`);
    return numbers.map((number) => 2 * number);
  };
  const joint = jointVerb(verb, async (_kind, run) => {
    transactions.push([]);
    if (failure !== undefined) throw failure;
    return await run();
  });
  const double = gathering({ alone: joint, together: joint.together });
  const doubled = async (...numbers: readonly number[]) =>
    (await Promise.allSettled(numbers.map((number) => double(number)))).map((one) =>
      one.status === 'fulfilled' ? one.value : one.reason.message,
    );
  return { transactions, double, doubled };
}

describe('calls of one turn of the event loop', () => {
  it('share a transaction, and each gets its own result', async () => {
    const { transactions, doubled } = createScene();
    expect(await doubled(1, 2, 3)).toEqual([2, 4, 6]);
    expect(transactions).toEqual([[1, 2, 3]]);
  });

  it('run alone if one of them fails, so that only this one fails', async () => {
    const { transactions, doubled } = createScene();
    expect(await doubled(1, -2, 3)).toEqual([2, '-2 is refused.', 6]);
    expect(transactions).toEqual([[1, -2, 3], [1], [-2], [3]]);
  });

  it('all fail, and are not run again, if the server may have kept them', async () => {
    const { transactions, doubled } = createScene(new StoreError('unreachable', 'It may have happened.'));
    expect(await doubled(1, 2)).toEqual(['It may have happened.', 'It may have happened.']);
    expect(transactions).toEqual([[]]);
  });

  it('are fifty at most, and those that come meanwhile wait for the next transaction', async () => {
    const { transactions, double, doubled } = createScene();
    const first = doubled(...Array.from({ length: 60 }, (_, index) => index));
    const later = yieldTurn().then(() => double(100));
    expect(await first).toHaveLength(60);
    expect(await later).toBe(200);
    expect(transactions.map((calls) => calls.length)).toEqual([50, 11]);
  });
});
