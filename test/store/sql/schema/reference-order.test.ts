import { expect, it } from 'vitest';
import { inReferenceOrder } from '../../../../src/store/sql/schema/reference-order.ts';

const named = (name: string, ...refersTo: readonly string[]) => ({ name, refersTo });
const ordered = (...all: Parameters<typeof inReferenceOrder>[0]) => inReferenceOrder(all).map(({ name }) => name);

it('each stands behind all that it refers to, and otherwise in its place', () => {
  expect(
    ordered(named('votes', 'clubs', 'papers'), named('papers'), named('clubs', 'channels'), named('channels')),
  ).toEqual(['channels', 'clubs', 'papers', 'votes']);
  expect(ordered(named('b'), named('a'))).toEqual(['b', 'a']);
  expect(ordered(named('tree', 'tree'))).toEqual(['tree']);
});

it('a circle and an unknown name are errors', () => {
  expect(() => ordered(named('a', 'b'), named('b', 'a'))).toThrow('a → b → a is a circle of references.');
  expect(() => ordered(named('a', 'gone'))).toThrow('a refers to gone, which is unknown.');
});
