import { expect, test } from 'vitest';
import { noneReadable } from '../../src/sources/none-readable.ts';

test.each([
  [1, 'the only item of arXiv cannot be read: it has no title'],
  [2, 'none of the 2 items of arXiv can be read: it has no title'],
])('an answer with %i items that cannot be read', (count, message) => {
  expect(noneReadable(count, 'arXiv', 'it has no title')).toMatchObject({ code: 'malformed', message });
});
