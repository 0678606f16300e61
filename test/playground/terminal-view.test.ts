import type { APIMessage, RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { ShownMessage } from '../../src/playground/terminal-message.ts';
import { graphemeWidth, span, textWidth, wrapSpans } from '../../src/playground/terminal-text.ts';
import { showMessages, type ViewOptions } from '../../src/playground/terminal-view.ts';

const digest: ShownMessage = {
  author: { username: 'Paperboy', bot: true },
  timestamp: '2026-11-24T09:00:00.000Z',
  content: '## 24 November\n2 of <#22> for <@11>',
  embeds: [
    {
      title: '読む機械: Reading \\@everyone A\\]\\(https\\://evil.example\\) \\[B',
      url: 'https://arxiv.org/abs/2611.92406',
      color: 0xffcc4d,
      author: { name: 'arXiv' },
      description: 'A page of an early modern book is read from right to left, **except** where it is not. '.repeat(3),
      fields: [
        { name: 'Time', value: '09:00', inline: true },
        { name: 'Zone', value: '*UTC*', inline: true },
        { name: 'Topics', value: '- one\n- two' },
      ],
      thumbnail: { url: 'https://example.org/a.png', description: 'A page' },
      footer: { text: 'cs.CL · 12 upvotes' },
    },
  ],
  components: [
    { type: 1, components: [{ type: 3, placeholder: 'Paper actions…', options: [{ label: 'Save' }] }] },
    {
      type: 1,
      components: [
        { type: 2, style: 1, label: 'Subscribe' },
        { type: 2, style: 2, label: 'Edit', disabled: true },
        { type: 2, style: 5, label: 'Docs', url: 'https://example.org' },
      ],
    },
  ],
};

const names = { users: new Map([['11', 'Ada']]), channels: new Map([['22', 'papers']]) };
const show = (messages: readonly ShownMessage[], options: Partial<ViewOptions> = {}) =>
  showMessages(messages, { color: false, width: 60, ...names, ...options });
// biome-ignore lint/suspicious/noControlCharactersInRegex: this finds escape codes.
const escapes = /\u001b(\[[\d;]*m|\]8;;[^\u001b]*\u001b\\)/g;

describe('a message in the terminal', () => {
  test('of components shows its texts, and names the pictures beside them', () => {
    const accessory = { type: 11, media: { url: 'https://example.org/a.png' }, description: 'Picture of the paper' };
    const components = [
      { type: 10, content: '### Papers' },
      { type: 9, components: [{ type: 10, content: '**Kites**\n-# Ada +3' }], accessory },
      { type: 1, components: [{ type: 2, style: 2, label: 'Show the rest (3)' }] },
    ];
    expect(show([{ components, flags: 1 << 15 }])).toBe(
      [
        'Paperboy [APP]',
        '  Papers',
        '  Kites',
        '  Ada +3',
        '  ▣ Picture of the paper',
        '  [ Show the rest (3) ]',
        '',
      ].join('\n'),
    );
  });

  test('looks as in Discord', () => {
    expect(show([digest])).toBe(
      [
        'Paperboy [APP] 09:00',
        '  24 November',
        '  2 of #papers for @Ada',
        '  ┎────────────────────────────────────────────────────────╮',
        '  ┃ arXiv                                                  │',
        '  ┃ 読む機械: Reading @everyone A](https://evil.example)   │',
        '  ┃ [B  arxiv.org/abs/2611.92406                           │',
        '  ┃ A page of an early modern book is read from right to   │',
        '  ┃ left, except where it is not. A page of an early       │',
        '  ┃ modern book is read from right to left, except where   │',
        '  ┃ it is not. A page of an early modern book is read from │',
        '  ┃ right to left, except where it is not.                 │',
        '  ┃                                                        │',
        '  ┃ Time                        Zone                       │',
        '  ┃ 09:00                       UTC                        │',
        '  ┃                                                        │',
        '  ┃ Topics                                                 │',
        '  ┃ • one                                                  │',
        '  ┃ • two                                                  │',
        '  ┃                                                        │',
        '  ┃ ▣ A page                                               │',
        '  ┃                                                        │',
        '  ┃ cs.CL · 12 upvotes                                     │',
        '  ┖────────────────────────────────────────────────────────╯',
        '  [ Paper actions…                           ▾ ]',
        '  [ Subscribe ] ( Edit ) [ Docs ↗ ]',
        '',
      ].join('\n'),
    );
  });

  test.each([24, 40, 60, 80, 120, 200])(
    'has no line of more than %i columns, and a box with straight sides',
    (width) => {
      const lines = show([digest], { width }).split('\n');
      for (const line of lines) expect(textWidth(line), line).toBeLessThanOrEqual(width);
      const boxed = lines.filter((line) => /^ {2}[┎┃┖]/.test(line)).map((line) => textWidth(line));
      expect(boxed.length).toBeGreaterThan(5);
      expect(new Set(boxed).size).toBe(1);
    },
  );

  test('has escape codes only in colour, and the same text', () => {
    const coloured = show([digest], { color: true });
    expect(show([digest])).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[38;2;255;204;77m┃ ');
    expect(coloured).toContain('\u001b]8;;https://arxiv.org/abs/2611.92406\u001b\\');
    const words = (text: string) => text.replace(escapes, '').replace(' APP ', '[APP]').split(/\s+/);
    expect(words(coloured)).toEqual(words(show([digest])));
  });

  test('cannot contain foreign escape codes', () => {
    const nasty = '\u001b]8;;https://evil.example\u001b\\x\u009b31m';
    const message = { content: nasty, embeds: [{ title: nasty, author: { name: nasty }, footer: { text: nasty } }] };
    for (const text of [show([message]), show([message], { color: true }).replace(escapes, '')]) {
      expect(text).not.toContain('\u001b');
      expect(text).not.toContain('\u009b');
    }
    const link = { embeds: [{ title: 'x', url: 'https://a.example/\u001b\\y' }] };
    expect(show([link], { color: true }).replace(escapes, '')).not.toContain('\u001b');
  });

  test('names who ran the command, who can see the answer, and its author', () => {
    const answer: ShownMessage = {
      flags: 64,
      content: 'Done.',
      author: { username: 'Paperboy', bot: true },
      timestamp: '2026-11-24T09:00:00Z',
      interaction: { name: 'subscribe', user: { username: 'ada', global_name: 'Ada' } },
    };
    expect(show([answer], { timeZone: 'Europe/Berlin' })).toBe(
      '╭ Ada used /subscribe\nPaperboy [APP] 10:00\n  Done.\n  Only you can see this\n',
    );
    expect(show([{ author: { username: 'ada' }, content: 'hi' }])).toBe('ada\n  hi\n');
    expect(show([{ content: 'hi' }], { now: 0 })).toBe('Paperboy [APP] 00:00\n  hi\n');
  });

  test('names the author once for messages in quick succession', () => {
    const later = (minutes: number) => ({
      ...digest,
      embeds: [],
      components: [],
      timestamp: new Date(Date.parse('2026-11-24T09:00:00Z') + minutes * 60_000).toISOString(),
    });
    const authors = (messages: ShownMessage[]) => show(messages).match(/Paperboy/g)?.length;
    expect(authors([later(0), later(1), later(2)])).toBe(1);
    expect(authors([later(0), later(30)])).toBe(2);
    expect(authors([later(0), { ...later(1), flags: 64 }])).toBe(2);
  });

  test('fits messages from the API and payloads from a bot', () => {
    const accept = (messages: readonly (APIMessage | RESTPostAPIChannelMessageJSONBody)[]) =>
      showMessages(messages as readonly ShownMessage[], { color: false, width: 80 });
    expect(accept([{ content: 'x' }, { embeds: [{ title: 'y' }] }])).toContain('y');
    expect(show([])).toBe('');
  });

  test('cuts labels that are longer than the line', () => {
    const label = 'A label as long as Discord allows '.repeat(3);
    const components = [
      {
        type: 1,
        components: [
          { type: 2, style: 1, label },
          { type: 3, placeholder: label },
        ],
      },
    ];
    for (const line of show([{ components }]).split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(60);
  });
});

describe('wrapping', () => {
  const wrap = (text: string, width: number) =>
    wrapSpans([span(text)], width).map((line) => line.map((part) => part.text).join(''));

  test('breaks between words, and inside a word only if it is too long', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij klm', 4)).toEqual(['abcd', 'efgh', 'ij', 'klm']);
    expect(wrap('a\n\nb', 4)).toEqual(['a', '', 'b']);
    expect(wrap('word   ', 4)).toEqual(['word']);
  });

  test('counts columns: two for wide characters, one for combined ones, none for invisible ones', () => {
    expect(textWidth('読む')).toBe(4);
    expect(textWidth('e\u0301\u200b')).toBe(1);
    expect(textWidth('👩‍🔬')).toBe(2);
    expect(graphemeWidth('🇫🇷')).toBe(2);
    expect(wrap('読む機械。読', 8)).toEqual(['読む機', '械。読']);
    expect(wrap('👩‍🔬👩‍🔬👩‍🔬', 4)).toEqual(['👩‍🔬👩‍🔬', '👩‍🔬']);
  });

  test('ends no line with an opening bracket, and starts none with a closing one or a sign of length', () => {
    expect(wrap('題名に「機械」', 8)).toEqual(['題名に', '「機械」']);
    expect(wrap('題名（flow）', 9)).toEqual(['題名', '（flow）']);
    expect(wrap('読むデータ', 6)).toEqual(['読む', 'データ']);
  });
});
