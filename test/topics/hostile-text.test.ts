import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileTexts, hostileTopics } from '../../bench/hostile-kinds.ts';
import { createPercolator } from '../../src/topics/index/percolator.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import { showTopicError } from '../../src/topics/language/show-error.ts';
import { explainMiss } from '../../src/topics/matching/explain.ts';
import { matchTopic } from '../../src/topics/matching/match.ts';
import { readPaper } from '../../src/topics/matching/paper-text.ts';
import type { Topic } from '../../src/topics/topic.ts';
import { inventPaper } from './invented-paper.ts';

/** The processor time that some work takes, in milliseconds: on a busy machine the clock measures others as well. */
function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * What takes longer than this hangs, even on a slow machine: `npm run bench -- hostile` says that all of this takes a
 * hundredth of it.
 */
const hangingMs = 5_000;

function runToEnd(steps: Generator<unknown, unknown>): void {
  while (steps.next().done !== true);
}

function topicOf(typed: string): Topic {
  const parsed = parseTopic(typed);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.topic;
}

describe('any text that somebody types', () => {
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
    'abc*',
    '=',
    '==a',
    '="',
    '=""~',
    '"a b"~',
    '"a b"~0',
    '"a b"~999999999',
    '"a" ~5',
    '=-a',
    'a=b',
    '*'.repeat(500),
    '~'.repeat(500),
    '='.repeat(500),
    'upvotes:>=99999999',
    'upvotes:-1',
    'upvotes:1e9',
    'upvotes:NaN',
    'id:__proto__',
    'has:constructor',
    'source:toString',
    'org:"; DROP TABLE papers; --"',
    'author:"O\'Brien\', x OR 1=1"',
    'cat:cs.LG|',
    'cat:|cs.LG',
    'cat:cs.LG||cs.CL',
    'id:https://arxiv.org/abs/2406.01234?x=(y)',
    'comment:NEAR(a',
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

  test('gives a topic that reads back, or an error with its position', () => {
    const signs = fc.constantFrom(
      ...'"()|-:,*+#“”’&/ \t（：－\u200b',
      'OR',
      'NOT ',
      'AND ',
      'title:',
      'cat:',
      'author:',
      'cs.LG',
      'upvotes:',
      'org:',
      'id:',
      '2406.01234',
      '10.1234/a',
      '9999999',
      '1,000',
      '>',
      '>=',
      '=',
      '~',
      '~5',
      'abc*',
      'α',
      'a',
      'b',
    );
    const soup = fc.array(signs, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 600 })), isAnAnswer), {
      numRuns: 1_000,
    });
  });

  describe.each(Object.entries(hostileTexts))('does not hang with an abstract of %s', (_, abstract) => {
    const paper = inventPaper({ title: 'b '.repeat(500), abstract, authors: ['b c '.repeat(500)] });
    const read = readPaper(paper);

    test.each(hostileTopics.map((typed) => [typed.slice(0, 30), typed]))('%s', (_shown, typed) => {
      const topic = topicOf(typed);
      expect(processorMs(() => matchTopic(topic, read))).toBeLessThan(hangingMs);
      expect(processorMs(() => explainMiss(topic, read))).toBeLessThan(hangingMs);
    });

    test('all topics at once', () => {
      const percolator = createPercolator();
      for (const typed of hostileTopics) percolator.add(topicOf(typed));
      expect(processorMs(() => runToEnd(percolator.match([paper])))).toBeLessThan(hangingMs);
    });
  });

  test('is answered without hanging', () => {
    const slowest = Math.max(...hostile.map((text) => processorMs(() => parseTopic(text))));
    expect(slowest).toBeLessThan(hangingMs);
  });
});
