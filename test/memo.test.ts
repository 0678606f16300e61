import { describe, expect, it } from 'vitest';
import { memoByKey, memoByObject, memoByPair, memoLast } from '../src/memo.ts';

/** A function that counts its calls. */
function counted<Key>() {
  const asked: Key[] = [];
  return { asked, answer: (key: Key) => ({ number: asked.push(key) }) };
}

describe('a memo', () => {
  it('by object computes once for each object', () => {
    const { asked, answer } = counted<object>();
    const remembered = memoByObject(answer);
    const [one, other] = [{}, {}];
    expect(remembered(one)).toBe(remembered(one));
    expect(remembered(other)).not.toBe(remembered(one));
    expect(asked).toHaveLength(2);
  });

  it('by key forgets everything when it is full', () => {
    const { asked, answer } = counted<string>();
    const remembered = memoByKey(2, answer);
    for (const key of ['a', 'b', 'a', 'c', 'c', 'b', 'a']) remembered(key);
    expect(asked).toEqual(['a', 'b', 'c', 'b', 'a']);
  });

  it('by key keeps the given key', () => {
    const { asked, answer } = counted<string>();
    const remembered = memoByKey(2, answer, (key) => key.toLowerCase());
    for (const key of ['A', 'a', 'A']) remembered(key);
    expect(asked).toEqual(['A', 'A']);
  });

  it('by pair counts the answers of all objects', () => {
    const { asked, answer } = counted<readonly [object, string]>();
    const remembered = memoByPair(2, (pair: readonly [object, string]) => pair, answer);
    const [one, other] = [{}, {}];
    for (const pair of [
      [one, 'a'],
      [other, 'a'],
      [one, 'a'],
      [one, 'b'],
      [one, 'b'],
      [other, 'a'],
    ] as const)
      remembered(pair);
    expect(asked).toEqual([
      [one, 'a'],
      [other, 'a'],
      [one, 'b'],
      [other, 'a'],
    ]);
  });

  it('of the last answer returns it for an equal request', () => {
    const { asked, answer } = counted<number>();
    const remembered = memoLast((one: number, other: number) => Math.floor(one) === Math.floor(other), answer);
    for (const request of [1, 1.5, 2, 1]) remembered(request);
    expect(asked).toEqual([1, 2, 1]);
  });

  it('does not remember a failure', () => {
    let calls = 0;
    const remembered = memoByKey(2, (key: string) => {
      calls += 1;
      if (calls === 1) throw new Error('not yet');
      return key;
    });
    expect(() => remembered('a')).toThrow('not yet');
    expect([remembered('a'), remembered('a'), calls]).toEqual(['a', 'a', 2]);
  });
});
