import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import { createReplayCheck, createSignatureCheck } from '../../../src/discord/http/signature.ts';

const now = Date.parse('2026-06-12T09:00:00Z');
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const shownKey = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');

const signed = (text = '{"type":2}', at = now) => {
  const timestamp = String(at / 1000);
  const body = Buffer.from(text);
  return { timestamp, body, signature: sign(null, Buffer.from(timestamp + text), privateKey).toString('hex') };
};

it('a request that Discord signed is accepted, in letters of either case', () => {
  const isFromDiscord = createSignatureCheck(shownKey.toUpperCase(), () => now);
  const { signature, ...rest } = signed();
  expect(isFromDiscord({ ...rest, signature })).toBe(true);
  expect(isFromDiscord({ ...rest, signature: signature.toUpperCase() })).toBe(true);
});

it.each([
  ['a changed body', { ...signed(), body: Buffer.from('{"type":3}') }],
  ['a changed timestamp', { ...signed(), timestamp: String(now / 1000 + 1) }],
  ['no signature', { ...signed(), signature: '' }],
  ['a short signature', { ...signed(), signature: 'ab'.repeat(63) }],
  ['no hexadecimal digits', { ...signed(), signature: 'zz'.repeat(64) }],
  ['zeros', { ...signed(), signature: '0'.repeat(128) }],
  ['no timestamp', { ...signed(), timestamp: '' }],
  ['a timestamp in another notation', { ...signed(), timestamp: '1e9' }],
  ['a timestamp six minutes ago', signed('{}', now - 360_000)],
  ['a timestamp six minutes ahead', signed('{}', now + 360_000)],
])('refused: %s', (_kind, request) => {
  expect(createSignatureCheck(shownKey, () => now)(request)).toBe(false);
});

it('an interaction comes only once within the time in which its signature is accepted', () => {
  let at = now;
  const isNew = createReplayCheck(() => at);
  expect(isNew('1')).toBe(true);
  for (; at <= now + 600_000; at += 10_000) expect([isNew('1'), isNew(String(at))]).toEqual([false, true]);
  expect(isNew('1')).toBe(true);
});
