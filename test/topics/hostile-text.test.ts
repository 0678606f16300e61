import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTopic } from '../../src/topics/parse.ts';
import { showTopicError } from '../../src/topics/show-error.ts';

describe('whatever somebody types', () => {
  const hostile = [
    '\0',
    '\ud800 \udfff',
    '\u202egnp.exe',
    '("("("',
    '((((((((((',
    '))))))))))',
    '"""""',
    '|'.repeat(500),
    '-'.repeat(500),
    '('.repeat(500),
    'NOT '.repeat(125),
    'title:'.repeat(80),
    '-('.repeat(250),
    'a'.repeat(100_000),
    '"'.repeat(499),
    'a*',
    'a^2',
    '{a}',
    '[a]',
    'a~b',
    'a:b:c',
    ':',
    '::',
    'a:',
    '*',
    '.*',
    '(.*)+',
    '\\',
    '$&',
    '%s',
    "'; DROP TABLE papers; --",
    'NEAR(a b)',
    'title : a',
    'a MATCH b',
    'papers_fts',
    '<@123>',
    '@everyone',
    '[x](https://evil.example)',
    '`code`',
    '||spoiler||',
    'cat:__proto__',
    '__proto__:a',
    'constructor:a',
    'cat:constructor',
    'author:toString',
    'hasOwnProperty',
    '🧠 brain',
    '👩‍🔬',
    '﷽',
    'é'.repeat(250),
    'ﷺ'.repeat(400),
    '\n\r\t\v\f',
    'a\u2028b',
    '１２３',
    'İstanbul ẞ',
  ];

  const isAnAnswer = (text: string): void => {
    const result = parseTopic(text);
    if (result.ok) {
      const again = parseTopic(result.topic.canonical);
      expect(again.ok && again.topic.root).toEqual(result.topic.root);
      return;
    }
    const { position, length, message } = result.error;
    expect(position).toBeGreaterThanOrEqual(0);
    expect(position + length).toBeLessThanOrEqual(text.length);
    expect(message).toMatch(/^[^\n]+[.?]$/);
    expect(showTopicError(text, result.error).split('\n')).toHaveLength(3);
  };

  test.each(hostile.map((text) => [text.slice(0, 40), text]))('%j is answered', (_, text) => {
    isAnAnswer(text);
  });

  test('is answered with a topic that reads back, or an error with its place', () => {
    const signs = fc.constantFrom(
      ...'"()|-:,*+#“”’& \t',
      'OR',
      'NOT ',
      'AND ',
      'title:',
      'cat:',
      'author:',
      'cs.LG',
      'a',
      'b',
    );
    const soup = fc.array(signs, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 600 })), isAnAnswer), {
      numRuns: 1_000,
    });
  });

  test('is answered at once', () => {
    const slow = hostile.map((text) => {
      const start = performance.now();
      parseTopic(text);
      return performance.now() - start;
    });
    expect(Math.max(...slow)).toBeLessThan(1_000);
  });
});
