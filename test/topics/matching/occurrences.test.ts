import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import { matchTopic } from '../../../src/topics/matching/match.ts';
import { findRuns, hasRun, markRuns, type Runs } from '../../../src/topics/matching/occurrences.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import { exactPattern, patternOf, patternOfAll } from '../../../src/topics/matching/phrase-pattern.ts';
import type { NearTerm, TypedWord } from '../../../src/topics/topic.ts';
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

const runsIn = ({ starts, ends }: Runs): readonly Run[] => starts.map((from, run) => ({ from, to: ends[run] ?? 0 }));

const textOf = (tokens: readonly Token[]) => ({ tokens, casedWords: [] });
const formsOf = (text: string) => text.split(' ').map((word) => ({ text: word, cased: null }));

const words = (text: string): readonly TypedWord[] => tokenize(text);

describe('the runs of a phrase', () => {
  test('are those of the definition', () => {
    fc.assert(
      fc.property(phrase, manyWays, (typed, text) => {
        const tokens = tokenize(text);
        const expected = simpleRuns(typed, tokens);
        const pattern = patternOf(typed);
        expect(findRuns(pattern, textOf(tokens)).map(runsIn)).toEqual([expected]);
        expect([...markRuns(pattern, textOf(tokens))]).toEqual(
          tokens.map((_, at) => expected.find(({ from }) => from === at)?.to ?? 0),
        );
        expect(hasRun(pattern, textOf(tokens))).toBe(expected.length > 0);
      }),
      { numRuns: 2_000 },
    );
  });

  test('are the same if several phrases are looked for at once', () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 4 }), manyWays, (phrases, text) => {
        const tokens = tokenize(text);
        const found = findRuns(patternOfAll(phrases), textOf(tokens)).map(runsIn);
        expect(found).toEqual(phrases.map((typed) => simpleRuns(typed, tokens)));
      }),
    );
  });

  test('are the shortest of those from one token', () => {
    const tokens = tokenize('bb bb b b');
    expect(findRuns(patternOf(words('b b b b')), textOf(tokens)).map(runsIn)).toEqual([
      [
        { from: 0, to: 2 },
        { from: 1, to: 4 },
      ],
    ]);
  });

  test('of exact words have these words only', () => {
    const tokens = tokenize('fine tuning, finetuning, fine tuned');
    expect([...markRuns(exactPattern(formsOf('fine tuning')), textOf(tokens))]).toEqual([2, 0, 0, 0, 0]);
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
      fc.property(near, manyWays, (topic, text) => {
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
