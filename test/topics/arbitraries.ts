import fc from 'fast-check';
import type { Paper } from '../../src/papers/paper.ts';
import { type ParsedTopic, parseTopic } from '../../src/topics/parse.ts';
import type { Topic } from '../../src/topics/topic.ts';
import { inventPaper } from './invented-paper.ts';

/** Few words, so that random topics match random papers often. Some share stems, some carry signs and accents. */
const word = fc.constantFrom(
  'graph',
  'Graphs',
  'network',
  'networks',
  'learning',
  'C++',
  'K-Means',
  "o'brien",
  'café',
  'x2',
);
const name = fc.constantFrom('Yann', 'LeCun', 'Ada', 'Łukasz', 'Lovelace', "O'Brien");
const category = fc.constantFrom('cs.LG', 'cs.IT', 'math.IT', 'math.CO', 'stat.ML', 'hep-th', 'math-ph', 'econ.GN');
const inQuotes = (words: readonly string[]): string => `"${words.join(' ')}"`;

const term = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 2, arbitrary: fc.array(word, { minLength: 1, maxLength: 3 }).map(inQuotes) },
  word.map((text) => `title:${text}`),
  fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => `title:${inQuotes(words)}`),
  fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => `title:(${words.join(' | ')})`),
  name.map((text) => `author:${text}`),
  fc.array(name, { minLength: 1, maxLength: 2 }).map((names) => `au:${inQuotes(names)}`),
  fc.array(category, { minLength: 1, maxLength: 2 }).map((ids) => `cat:(${ids.join(' OR ')})`),
  category.map((id) => `cat:${id.split('.')[0]}`),
);

/** Texts that follow the grammar; a few of them are refused all the same, as only exclusions or too deep. */
export const topicText: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 3, arbitrary: term },
    { weight: 2, arbitrary: fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((parts) => parts.join(' ')) },
    { weight: 2, arbitrary: fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((parts) => parts.join(' OR ')) },
    { weight: 1, arbitrary: tie('node').map((part) => `(${part})`) },
    { weight: 1, arbitrary: tie('node').map((part) => `-(${part})`) },
  ),
})).node;

export const topic: fc.Arbitrary<Topic> = topicText
  .map(parseTopic)
  .filter((parsed): parsed is Extract<ParsedTopic, { ok: true }> => parsed.ok)
  .map((parsed) => parsed.topic);

const text = fc
  .array(fc.oneof(word, fc.constantFrom('of', 'the', '—', 'and')), { maxLength: 8 })
  .map((words) => words.join(' '));

export const paper: fc.Arbitrary<Paper> = fc
  .record({
    title: text,
    abstract: text,
    authors: fc.array(
      fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join(' ')),
      { maxLength: 3 },
    ),
    categories: fc.uniqueArray(category, { maxLength: 3 }),
  })
  .map(inventPaper);
