import { expect, it } from 'vitest';
import { cooperate } from '../src/cooperate.ts';

it('long work lets other work run in between, and returns its result', async () => {
  function* work(): Generator<void, string> {
    for (let step = 0; step < 20; step++) {
      for (const endsAt = performance.now() + 6; performance.now() < endsAt; );
      yield;
    }
    return 'done';
  }
  let turns = 0;
  let isDone = false;
  const others = () => {
    turns += 1;
    if (!isDone) setImmediate(others);
  };
  setImmediate(others);
  const result = await cooperate(work());
  isDone = true;
  expect(result).toBe('done');
  expect(turns).toBeGreaterThan(1);
});

it('short work runs without a pause', async () => {
  let isOver = false;
  setImmediate(() => {
    isOver = true;
  });
  function* work(): Generator<void, string> {
    yield;
    return 'done';
  }
  const result = await cooperate(work());
  expect([result, isOver]).toEqual(['done', false]);
});
