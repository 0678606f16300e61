import { expect, test } from 'vitest';
import { deliveryNonce } from '../../src/digests/delivery-nonce.ts';

test('a nonce is the same for the same part, and fits', () => {
  const nonce = deliveryNonce('1234567890', '2026-06-10', 1);
  expect(nonce).toBe(deliveryNonce('1234567890', '2026-06-10', 1));
  expect(nonce).toMatch(/^[\w-]{25}$/);
});

test('no two parts share a nonce', () => {
  const nonces = ['1', '11', '111'].flatMap((channel) =>
    ['2026-06-10', '2026-06-11'].flatMap((date) => [1, 2, 11].map((part) => deliveryNonce(channel, date, part))),
  );
  expect(new Set(nonces).size).toBe(nonces.length);
});
