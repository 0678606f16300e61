import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../src/playground/page/markdown.ts';
import type { Markdown } from '../../../src/playground/page/page-types.ts';

const names = {
  user: (id: string) => ({ '111111111111111111': 'Ada' })[id],
  role: () => undefined,
  channel: (id: string) => ({ '222222222222222222': 'papers' })[id],
};
const read = (text: string) => readMarkdown(text, names);

/** Everything that a reader sees as text. */
const plain = (text: Markdown): string =>
  text
    .map((node) => {
      if (node.kind === 'break') return '\n';
      if ('text' in node) return node.text;
      return 'inside' in node ? plain(node.inside) : '';
    })
    .join('');

describe('Discord’s markdown on the page', () => {
  test.each<[string, Markdown]>([
    [
      '**a** *b*',
      [
        { kind: 'strong', inside: [{ kind: 'text', text: 'a' }] },
        { kind: 'text', text: ' ' },
        { kind: 'em', inside: [{ kind: 'text', text: 'b' }] },
      ],
    ],
    [
      '## Papers\nx',
      [
        { kind: 'heading', level: 2, inside: [{ kind: 'text', text: 'Papers' }] },
        { kind: 'text', text: 'x' },
      ],
    ],
    ['-# small', [{ kind: 'subtext', inside: [{ kind: 'text', text: 'small' }] }]],
    [
      '- one\n- two',
      [
        { kind: 'item', mark: '•', inside: [{ kind: 'text', text: 'one' }] },
        { kind: 'item', mark: '•', inside: [{ kind: 'text', text: 'two' }] },
      ],
    ],
    ['1. one', [{ kind: 'item', mark: '1.', inside: [{ kind: 'text', text: 'one' }] }]],
    ['||s||', [{ kind: 'spoiler', inside: [{ kind: 'text', text: 's' }] }]],
    ['`a*b*`', [{ kind: 'code', text: 'a*b*' }]],
    ['<t:1700000000:R>', [{ kind: 'time', seconds: 1_700_000_000, format: 'R' }]],
    ['<@111111111111111111>', [{ kind: 'mention', text: '@Ada' }]],
    ['<#222222222222222222>', [{ kind: 'mention', text: '#papers', channel: '222222222222222222' }]],
    ['<#333333333333333333>', [{ kind: 'mention', text: '#unknown' }]],
    [
      'https://discord.com/channels/1/222222222222222222/3',
      [{ kind: 'mention', text: '#papers › message', channel: '222222222222222222' }],
    ],
    [
      '[t](https://a.example/b)',
      [{ kind: 'link', address: 'https://a.example/b', inside: [{ kind: 'text', text: 't' }] }],
    ],
  ])('reads %j', (text, nodes) => {
    expect(read(text)).toEqual(nodes);
  });

  test.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html,hi)',
    '[x](vbscript:a)',
    '[x](/act)',
    '[x](//evil.example)',
    '<javascript:alert(1)>',
  ])('makes no link of %j', (text) => {
    expect(JSON.stringify(read(text))).not.toContain('"link"');
  });

  test.each([
    'A\\]\\(https\\://evil.example\\) \\[B',
    '\\@everyone \\<\\@&1\\> \\<\\#2\\>',
    '\\- list',
    '\\# big',
    '\\-\\# small',
    '1\\. first',
  ])('shows the escaped text %j as it is', (text) => {
    expect(plain(read(text))).toBe(text.replaceAll('\\', ''));
    expect(read(text).every(({ kind }) => kind === 'text')).toBe(true);
  });
});
