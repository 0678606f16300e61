import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeSlack, escapeToFit, writeText } from '../../src/slack/escape.ts';
import { textMessage } from '../../src/slack/message.ts';
import { richText } from '../../src/slack/rich-text.ts';
import { readWebhookUrl } from '../../src/slack/webhook-url.ts';
import { createWebhooks } from '../../src/slack/webhooks.ts';
import { createReading, plain, textOf } from '../../src/wording/spans.ts';
import { readMarkup } from '../support/local-slack.ts';

const pieces = [
  '<!channel>',
  '<@U1>',
  '<https://evil.example|x>',
  '&lt;',
  '&',
  '<',
  '>',
  '|',
  '*',
  '_',
  '`',
  '~',
  'word',
  ' ',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 12 })
  .map((all) => all.join(''));

describe('texts for Slack', () => {
  it('show every foreign text literally', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(readMarkup(escapeSlack(text))).toEqual({ shown: text, links: [], mentions: [] });
      }),
      { seed: 3 },
    );
  });

  it('are cut within a limit, and never inside of an entity', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const cut = escapeToFit(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
      }),
      { seed: 4 },
    );
  });

  it('have links to the right page, whatever their labels say', () => {
    fc.assert(
      fc.property(hostile, (label) => {
        const url = 'https://example.org/?a=1&b=2';
        const text = `x${label}`;
        const { shown, links, mentions } = readMarkup(writeText([{ text, url }]));
        expect({ shown, links, mentions }).toEqual({ shown: text, links: [url], mentions: [] });
      }),
      { seed: 5 },
    );
  });

  it('have the styles of the messages, and none of foreign texts', () => {
    const { hold, read } = createReading();
    const line = read(`**Bold ${hold(plain('*a* `b` **'))}** and *so*, \`/digest\``);
    expect(line).toEqual([
      { text: 'Bold ', isBold: true },
      { text: '*a* `b` **', isBold: true },
      { text: ' and ' },
      { text: 'so', isItalic: true },
      { text: ', ' },
      { text: '/digest', isCode: true },
    ]);
    expect(richText([line])?.elements[0].elements.map(({ style }) => style)).toEqual([
      { bold: true },
      { bold: true },
      undefined,
      { italic: true },
      undefined,
      { code: true },
    ]);
  });

  it('lose their styles where a line has very many, and no letter', () => {
    const line = Array.from({ length: 200 }, (_, index) => ({
      text: `${index} `,
      ...(index % 2 === 0 ? {} : { isBold: true as const }),
    }));
    const elements = richText([line])?.elements[0].elements ?? [];
    expect(elements).toEqual([{ type: 'text', text: textOf(line) }]);
  });
});

describe('the address of a webhook', () => {
  const base = 'https://hooks.slack.com';
  const address = `${base}/services/T012ABCDE/B012ABCDE/abcdefghijklmnopqrstuvwx`;

  it('is taken as Slack gives it', () => {
    expect(readWebhookUrl(` ${address} `, base)).toBe(address);
    expect(readWebhookUrl(`<${address}>`, base)).toBe(address);
  });

  it.each([
    address.replace('https', 'http'),
    address.replace('hooks.slack.com', 'hooks.slack.com.evil.example'),
    address.replace('hooks.slack.com', 'hooks.slack.com:444'),
    address.replace('hooks.slack.com', 'hooks.slack.com@127.0.0.1'),
    address.replace('//', '//user@'),
    `${address}?x`,
    `${address}#x`,
    `${address}/../../x`,
    address.replace('/services/', '/services/%2e%2e/'),
    `${base}/services/T012ABCDE/B012ABCDE/`,
    'https://127.0.0.1/services/T012ABCDE/B012ABCDE/abcdefghijklmnopqrstuvwx',
    '',
  ])('is not %s', (text) => {
    expect(readWebhookUrl(text, base)).toBeNull();
  });

  it('is checked again before anything is sent, and shown in no reason', async () => {
    const closed = 'http://127.0.0.1:9';
    const webhooks = createWebhooks({ base: closed, userAgent: 'paperboy/test' });
    expect(await webhooks.send(address, textMessage('x'))).toMatchObject({ kind: 'blocked' });
    const there = address.replace(base, closed);
    expect(await webhooks.send(there, textMessage('x'))).toEqual({
      kind: 'retry',
      delayMs: 0,
      reason: 'Slack could not be reached',
      inDoubt: false,
    });
  });
});
