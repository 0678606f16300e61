import { expect, it } from 'vitest';
import { readAddress } from '../../src/mail/address.ts';

it.each([
  ['ada@example.org', 'ada@example.org'],
  [' ada.lovelace+papers@Mail.Example.ORG ', 'ada.lovelace+papers@mail.example.org'],
  ["o'brien_1@uni-bonn.de", "o'brien_1@uni-bonn.de"],
  ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
])('%s is an address', (text, address) => {
  expect(readAddress(text)).toBe(address);
});

it.each([
  '',
  '@',
  'ada',
  'ada@',
  '@example.org',
  'ada@localhost',
  'ada@example',
  'ada@127.0.0.1',
  'ada@[127.0.0.1]',
  'ada@@example.org',
  'ada@example..org',
  'ada@.example.org',
  'ada@-example.org',
  'ada@example-.org',
  '.ada@example.org',
  'ada.@example.org',
  'a..b@example.org',
  'ada lovelace@example.org',
  'ada@exam ple.org',
  'ada@example.org, eve@example.org',
  'ada@example.org;eve@example.org',
  'Ada <ada@example.org>',
  '<ada@example.org>',
  '"ada"@example.org',
  'ada(comment)@example.org',
  'ada@example.org\r\nBcc: eve@example.org',
  'ada@example.org\nRCPT TO:<eve@example.org>',
  'ada\u0000@example.org',
  'ada\u200b@example.org',
  'ädä@example.org',
  'ada@exämple.org',
  'ada@example.org\u202e',
  'mailto:ada@example.org',
  'ada%eve@example.org@evil',
  `${'a'.repeat(65)}@example.org`,
  `ada@${'a'.repeat(64)}.org`,
  `ada@${'a.'.repeat(130)}org`,
])('%j is none', (text) => {
  expect(readAddress(text)).toBeNull();
});
