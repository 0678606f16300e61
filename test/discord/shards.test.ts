import { describe, expect, it } from 'vitest';
import { areAll, haveGuild, idsOfShards, nameOfShards, readShards } from '../../src/discord/shards.ts';

describe('readShards', () => {
  it.each([
    ['0-3/16', { first: 0, last: 3, count: 16 }],
    [' 5 / 16 ', { first: 5, last: 5, count: 16 }],
    ['0/1', { first: 0, last: 0, count: 1 }],
  ])('reads %s', (text, shards) => {
    expect(readShards(text)).toEqual(shards);
  });

  it.each(['', '3', '3-1/4', '0-4/4', '4/4', '-1/4', '0-1-2/4', '0,1/4', '0/0', '1.5/4'])('refuses "%s"', (text) => {
    expect(readShards(text)).toBeNull();
  });
});

it('shards have names, ids, and servers by the time of their ids', () => {
  const some = { first: 1, last: 2, count: 4 };
  expect([nameOfShards(some), nameOfShards({ first: 3, last: 3, count: 4 })]).toEqual(['1-2/4', '3/4']);
  expect(idsOfShards(some)).toEqual([1, 2]);
  expect([areAll(some), areAll({ first: 0, last: 3, count: 4 })]).toEqual([false, true]);
  // Discord's own example: the id divided by 2^22, and the rest after the division by the number of shards.
  const ids = [0n, 1n, 2n, 3n, 4n].map((time) => String((time << 22n) + 5n));
  expect(ids.map((id) => haveGuild(some, id))).toEqual([false, true, true, false, false]);
  expect(haveGuild({ first: 0, last: 0, count: 1 }, 'any')).toBe(true);
});
