import { expect, it } from 'vitest';
import { onceByKey, oneByOne } from '../../../src/store/sql/calls.ts';

it('answers calls one after another', async () => {
  const running: string[] = [];
  const answer = oneByOne(async (text: string) => {
    running.push(`begin ${text}`);
    await Promise.resolve();
    running.push(`end ${text}`);
    return text.toUpperCase();
  });
  expect(await answer([['a'], ['b']])).toEqual(['A', 'B']);
  expect(running).toEqual(['begin a', 'end a', 'begin b', 'end b']);
});

it('answers calls with the key of an earlier one after it, and returns all results in the order of the calls', async () => {
  const rounds: string[][] = [];
  const answer = onceByKey(
    (text: string) => text.slice(0, 1),
    async (calls) => {
      rounds.push(calls.flat());
      return calls.map(([text]) => text.toUpperCase());
    },
  );
  expect(await answer([['a1'], ['b1'], ['a2'], ['c1'], ['a3'], ['b2']])).toEqual(['A1', 'B1', 'A2', 'C1', 'A3', 'B2']);
  expect(rounds).toEqual([['a1', 'b1', 'c1'], ['a2', 'b2'], ['a3']]);
});
