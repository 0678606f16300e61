import { describe, expect, test } from 'vitest';
import { type ReaderContext, readInline, readMarkdown } from '../../src/playground/terminal-markdown.ts';

const context: ReaderContext = {
  users: new Map([['11', 'Ada']]),
  channels: new Map([['22', 'papers']]),
  roles: new Map([['33', 'readers']]),
  timeZone: 'Europe/Berlin',
  now: Date.parse('2026-11-24T09:00:00Z'),
  spellsLinks: true,
};

const shown = (text: string, changes: Partial<ReaderContext> = {}) =>
  readInline(text, { ...context, ...changes })
    .map((span) => span.text)
    .join('');
const styleOf = (text: string, word: string) => readInline(text, context).find((span) => span.text === word)?.style;

describe('markup inside a line', () => {
  test.each([
    ['**bold** and *italic* and __under__', 'bold and italic and under'],
    ['a `code with **stars**` b', 'a code with **stars** b'],
    ['~~gone~~ ||hidden||', 'gone hidden'],
    ['\\*\\*not bold\\*\\* \\_nor\\_ \\`this\\`', '**not bold** _nor_ `this`'],
    ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
    ['C++ costs **more', 'C++ costs **more'],
    ['A\\]\\(https\\://evil.example\\) \\[B', 'A](https://evil.example) [B'],
    ['C:\\dir', 'C:\\dir'],
  ])('%s is shown as %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('keeps the style of nested emphasis', () => {
    expect(styleOf('**bold *both* bold**', 'both')).toMatchObject({ bold: true, italic: true });
    expect(styleOf('**bold** rest', ' rest')).toEqual({});
  });

  test('names users, channels, roles, commands and emoji', () => {
    expect(shown('<@11> <@!11> <#22> <@&33> </digest now:44> <:paper:55>')).toBe(
      '@Ada @Ada #papers @readers /digest now :paper:',
    );
    expect(shown('<@99> <#99> <@x> 1 < 2 > 1')).toBe('@unknown-user #unknown <@x> 1 < 2 > 1');
  });

  test('shows times in the reader’s zone', () => {
    const at = Date.parse('2026-11-24T12:00:00Z') / 1000;
    expect(shown(`<t:${at}:t>`)).toBe('13:00');
    expect(shown(`<t:${at}:F>`)).toBe('Tuesday, 24 November 2026 at 13:00');
    expect(shown(`<t:${at}>`, { timeZone: 'UTC' })).toBe('24 November 2026 at 12:00');
    expect(shown(`<t:${at}:R> <t:${at - 5 * 3600}:R>`)).toBe('in 3 hours 2 hours ago');
    expect(shown(`<t:${at}:R>`, { now: null })).toBe('24 November 2026 at 13:00');
    expect(shown('<t:soon:R>')).toBe('<t:soon:R>');
  });

  test('spells out a link’s address only if the link cannot be followed', () => {
    const text = 'see [the *paper*](https://arxiv.org/abs/2611.92400) now';
    expect(shown(text)).toBe('see the paper (arxiv.org/abs/2611.92400) now');
    expect(shown(text, { spellsLinks: false })).toBe('see the paper now');
    expect(styleOf(text, 'paper')).toMatchObject({ italic: true, link: 'https://arxiv.org/abs/2611.92400' });
    expect(styleOf('at https://a.example/x.', 'https://a.example/x')).toMatchObject({ link: 'https://a.example/x' });
  });

  test('removes characters that could move the cursor or change the reading direction', () => {
    expect(shown('red \u001b[31malert\u0007 \u202egnp')).toBe('red [31malert gnp');
  });
});

describe('blocks of text', () => {
  const lines = (text: string) =>
    readMarkdown(text, context).map(({ first, spans }) => first + spans.map((span) => span.text).join(''));

  test('shows headings, subtext, quotes and lists', () => {
    expect(lines('# Title\n-# small\n> said *so*\n- one\n  - two\n1. three')).toEqual([
      'Title',
      'small',
      '▎ said so',
      '• one',
      '  • two',
      '1. three',
    ]);
    expect(lines('#hashtag and 1.5 and -1')).toEqual(['#hashtag and 1.5 and -1']);
    expect(lines('\\# no title\n\\> no quote')).toEqual(['# no title', '> no quote']);
  });

  test('leaves code blocks alone and keeps empty lines', () => {
    expect(lines('before\n```bibtex\n@misc{x,\n  a = *b*}\n```\nafter\n\nend')).toEqual([
      'before',
      '  @misc{x,',
      '    a = *b*}',
      'after',
      '',
      'end',
    ]);
    expect(lines('')).toEqual([]);
  });
});
