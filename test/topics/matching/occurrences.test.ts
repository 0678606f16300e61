import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import { matchTopic } from '../../../src/topics/matching/match.ts';
import { hasRun, markRuns } from '../../../src/topics/matching/occurrences.ts';
import { type FieldText, readPaper } from '../../../src/topics/matching/paper-text.ts';
import { exactPattern, textPattern } from '../../../src/topics/matching/phrase-pattern.ts';
import type { NearTerm, TextTerm } from '../../../src/topics/topic.ts';
import { type Token, tokenize } from '../../../src/topics/words/tokens.ts';
import { inventPaper } from '../invented-paper.ts';
import { type Run, simpleNearRuns, simpleRuns } from './simple-runs.ts';

/** Few letters, so that words, their compounds and their halves meet in every way. */
const manyWays = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'b',
        'bb',
        'bbb',
        'c',
        'bc',
        'cb',
        '2',
        'a',
        'd',
        'data',
        'set',
        'settings',
        'dataset',
        'datasets',
      ),
      fc.constantFrom(' ', '-', ', '),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => parts.flat().join(''));
const phrase = manyWays.map((text) => tokenize(text).slice(0, 6)).filter((words) => words.length > 0);

const textOf = (text: string): FieldText => readPaper(inventPaper({ abstract: text })).abstract;
const patternOf = (words: TextTerm['words']) =>
  textPattern({ kind: 'text', field: 'any', words, compounds: [], display: '', isQuoted: true });
const formsOf = (text: string) => text.split(' ').map((word) => ({ text: word, cased: null }));

/** The text behind more words than are read one by one. */
const afterMany = (text: string): string => `${'x '.repeat(2_000)}${text}`;

describe('the runs of a phrase', () => {
  test('are those of the definition', () => {
    fc.assert(
      fc.property(phrase, manyWays, (typed, text) => {
        const expected = simpleRuns(typed, tokenize(text));
        const pattern = patternOf(typed);
        const byStart = tokenize(text).map((_, at) => expected.find(({ from }) => from === at)?.to ?? 0);
        const runs = markRuns(pattern, textOf(text));
        expect(tokenize(text).map((_, at) => runs[at] ?? 0)).toEqual(byStart);
        expect(hasRun(pattern, textOf(text))).toBe(expected.length > 0);
      }),
      { numRuns: 2_000 },
    );
  });

  test('are the same in a long text', () => {
    fc.assert(
      fc.property(phrase, manyWays, (typed, text) => {
        const expected = simpleRuns(typed, tokenize(text)).map(({ from, to }) => [from + 2_000, to + 2_000]);
        const runs = markRuns(patternOf(typed), textOf(afterMany(text)));
        expect([...runs.entries()].filter(([, end]) => end > 0)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('are the shortest of those from one token', () => {
    expect([...markRuns(patternOf(tokenize('b b b b')), textOf('bb bb b b'))]).toEqual([2, 4]);
  });

  test('of exact words have these words only', () => {
    const text = textOf('fine tuning, finetuning, fine tuned');
    expect([...markRuns(exactPattern(formsOf('fine tuning')), text)]).toEqual([2]);
  });
});

describe('words near each other', () => {
  test('are marked as the definition says', () => {
    const near = fc
      .tuple(manyWays, fc.nat({ max: 6 }))
      .map(([text, distance]) => parseTopic(`"${text.replaceAll(',', '')} c"~${distance}`))
      .map((parsed) => (parsed.ok && parsed.topic.root.kind === 'near' ? parsed.topic : null))
      .filter((topic) => topic !== null);
    fc.assert(
      fc.property(near, fc.oneof({ weight: 9, arbitrary: manyWays }, manyWays.map(afterMany)), (topic, text) => {
        const { abstract } = readPaper(inventPaper({ abstract: text }));
        const runs = simpleNearRuns(topic.root as NearTerm, abstract.tokens);
        const paper = readPaper(inventPaper({ title: '', abstract: text }));
        const places = (matchTopic(topic, paper)?.reasons ?? []).flatMap((reason) =>
          'places' in reason ? reason.places : [],
        );
        expect(marked(places.map(({ start, end }) => [start, end]))).toEqual(
          marked(runs.map((run) => placeOf(run, abstract.tokens))),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

const placeOf = ({ from, to }: Run, tokens: readonly Token[]): readonly [number, number] => [
  tokens[from]?.start ?? 0,
  tokens[to - 1]?.end ?? 0,
];

/** The UTF-16 units that the places cover. */
const marked = (places: readonly (readonly number[])[]): readonly number[] =>
  [
    ...new Set(places.flatMap(([start = 0, end = 0]) => Array.from({ length: end - start }, (_, at) => start + at))),
  ].sort((one, other) => one - other);
