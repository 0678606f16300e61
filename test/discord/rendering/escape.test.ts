import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtWord, escapeText, escapeToFit, plainLine } from '../../../src/discord/rendering/escape.ts';

/** The text that Discord shows: it drops a backslash before a mark. */
const shown = (text: string): string => text.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(...'[]()<>@#*_~`|\\-+1.: />ab\n', '://', '\u202e', '\u200b', '\ud800'),
    maxLength: 300,
  }),
);

describe('escapeText', () => {
  it.each([
    ['A](https://evil.example) [B', 'A\\]\\(https\\://evil.example\\) \\[B'],
    ['@everyone <@&1> <#2>', '\\@everyone \\<\\@&1\\> \\<\\#2\\>'],
    ['- list', '\\- list'],
    ['-# small', '\\-\\# small'],
    ['1. first', '1\\. first'],
    ['# big', '\\# big'],
    ['a\nb\u2028c', 'a b c'],
    ['\u202egnp.exe\u200b', 'gnp.exe'],
    ['O(n_1*n_2)', 'O\\(n\\_1\\*n\\_2\\)'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  it('shows exactly the plain text, on one line, with every special character escaped', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeText(text);
        expect(shown(escaped)).toBe(plainLine(text));
        expect(escaped.isWellFormed()).toBe(true);
        expect(escaped.replace(/\\[\s\S]/g, 'x')).not.toMatch(
          /[\\[\]()<>@#*_~`|\n\u202a-\u202e\u2066-\u2069\u200b]|:\/\//,
        );
      }),
      { seed: 1 },
    );
  });
});

describe('escapeToFit', () => {
  it('never exceeds the limit, never ends within an escape, and keeps what fits', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 400 }), (text, limit) => {
        const fitted = escapeToFit(text, limit);
        expect(fitted.length).toBeLessThanOrEqual(limit);
        expect(fitted.replace(/\\[\s\S]/g, '')).not.toContain('\\');
        if (escapeText(text).length <= limit) expect(fitted).toBe(escapeText(text));
      }),
      { seed: 2 },
    );
  });
});

describe('cutAtWord', () => {
  it('cuts after a word, without half characters', () => {
    expect(cutAtWord('one two three four', 12)).toBe('one two…');
    expect(cutAtWord('😀😀😀', 4)).toBe('😀…');
    expect(cutAtWord('short', 5)).toBe('short');
  });

  it('cuts next to any character that has no blanks around it, but not inside a word between such', () => {
    expect(cutAtWord('研究 論文を毎日お届けします。', 12)).toBe('研究 論文を毎日お届け…');
    expect(cutAtWord('論文を保存しました。次へ', 11)).toBe('論文を保存しました…');
    expect(cutAtWord('关于扩散模型的论文diffusion', 13)).toBe('关于扩散模型的论文…');
    expect(cutAtWord('차 논문을매일보내드립니다', 8)).toBe('차 논문을매일…');
  });
});
