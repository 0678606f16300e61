import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isNamed } from '../src/topics/names/is-named.ts';
import { type NamePart, namePartsOf } from '../src/topics/names/name-parts.ts';
import { seededRandom } from '../tools/random.ts';
import type { Aim, Bench, BenchSetting, Measurement } from './bench.ts';
import { type CapturedPaper, captures, computerScience, readJsonLines } from './captures.ts';
import { createNameJudge, type NameJudge } from './name-judge.ts';

/** Where names come from: how many are judged, and family names by which they are found. */
const origins = [
  ['Chinese', 14, 'wang li zhang liu chen yang huang zhao wu zhou xu zhu sun lin'],
  ['Korean', 6, 'kim park choi jung kang yoon jang'],
  ['Vietnamese', 6, 'nguyen tran pham hoang bui vo dang'],
  ['Spanish', 6, 'garcia martinez lopez perez rodriguez fernandez gonzalez sanchez gomez'],
  ['German', 6, 'muller mueller müller schmidt schneider fischer schölkopf jäger krüger schäfer köhler'],
  ['Nordic', 6, 'hansen nielsen larsen sørensen jensen olsen johansson andersson lindström pedersen'],
  ['Indian', 6, 'singh gupta kumar sharma jain patel mishra das ghosh'],
] as const;

/** How many of the most frequent names of an origin are drawn from. */
const drawnFrom = 40;

/** Shares in percent: of other people's papers among the hits, and of an author's papers that are missed. */
const aims = { others: 2, missed: { atMost: 0 } } as const;

export const namesBench: Bench = {
  name: 'names',
  title: 'whether 50 names find their authors and nobody else',
  method: [
    'The names have two parts, and are drawn from the most frequent ones of seven origins among the authors of 47,919',
    'papers on computer science. Lists of forms judge each author of these papers: hyphens, initials, order and spelling.',
    'They do not use the rule that is measured. Hits and misses are papers. Each row has the share of other people among',
    'the hits; “in any order” is that share where a name is found by its words in any order. The worst names come first.',
  ],
  runs: 1,
  measure,
};

/** How many papers each name has. */
type Names = ReadonlyMap<string, number>;

interface KnownName {
  readonly printed: string;
  readonly papers: number;
  readonly parts: readonly NamePart[];
  readonly words: readonly string[];
}

async function measure({ data = captures, progress }: BenchSetting): Promise<readonly Measurement[]> {
  const file = join(data, computerScience);
  if (!existsSync(file)) {
    progress(`measures nothing: ${computerScience} is not in ${data}; --data names another folder`);
    return [];
  }
  const names = await readNames(file);
  const judge = createNameJudge(names.keys());
  const known = Array.from(names, ([printed, papers]) => ({
    printed,
    papers,
    parts: namePartsOf(printed),
    words: wordsOf(printed),
  }));
  const judged = drawNames(names).map((typed) => judgeName(typed, known, judge));
  const total = judged.reduce(add, none);
  return [
    measurement(
      `all: ${total.hits} hits, ${total.missed} missed: other people`,
      share(total.others, total.hits),
      aims.others,
    ),
    measurement('all: missed', share(total.missed, total.hits - total.others + total.missed), aims.missed),
    measurement('all: other people in any order', share(total.looseOthers, total.looseHits)),
    ...judged.toSorted((one, other) => badness(other) - badness(one)).map(rowOf),
  ];
}

const measurement = (what: string, value: number, aim?: Aim): Measurement => ({
  what,
  unit: '%',
  samples: [value],
  ...(aim === undefined ? {} : { aim }),
});

async function readNames(file: string): Promise<Names> {
  const names = new Map<string, number>();
  for await (const { authors = [] } of readJsonLines<CapturedPaper>(file)) {
    for (const name of new Set(authors)) names.set(name, (names.get(name) ?? 0) + 1);
  }
  return names;
}

function drawNames(names: Names): readonly string[] {
  const random = seededRandom(12);
  const frequent = [...names].toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([name]) => name);
  return origins.flatMap(([, amount, families]) => {
    const wanted = new Set<string>(families.split(' '));
    const known = frequent
      .filter((name) => /^\p{L}[\p{L}-]+ \p{L}{2,}$/u.test(name) && wanted.has(familyOf(name)))
      .slice(0, drawnFrom);
    return Array.from({ length: amount }, () => known.splice(Math.floor(random() * known.length), 1)).flat();
  });
}

const familyOf = (name: string): string => {
  const family = name.split(' ').at(-1)?.normalize('NFC').toLowerCase() ?? '';
  return /[öäüø]/.test(family) ? family : family.normalize('NFD').replace(/\p{M}/gu, '');
};

interface Judged {
  readonly typed: string;
  readonly hits: number;
  /** Hits that are other people's. */
  readonly others: number;
  /** Papers of authors so named that are not found. */
  readonly missed: number;
  readonly looseHits: number;
  readonly looseOthers: number;
  readonly examples: readonly string[];
}

const none: Judged = { typed: '', hits: 0, others: 0, missed: 0, looseHits: 0, looseOthers: 0, examples: [] };

const add = (one: Judged, other: Judged): Judged => ({
  ...none,
  hits: one.hits + other.hits,
  others: one.others + other.others,
  missed: one.missed + other.missed,
  looseHits: one.looseHits + other.looseHits,
  looseOthers: one.looseOthers + other.looseOthers,
});

function judgeName(typed: string, names: readonly KnownName[], judge: NameJudge): Judged {
  const asked = namePartsOf(typed);
  const words = wordsOf(typed);
  return names
    .map((name) =>
      judgePrinted(name, {
        typed,
        isHit: isNamed(name.parts, asked),
        isSame: judge.isSame(name.printed, typed),
        isLoose: isInAnyOrder(name.words, words),
      }),
    )
    .reduce((sum, each) => ({ ...add(sum, each), typed, examples: [...sum.examples, ...each.examples] }), none);
}

interface Verdict {
  readonly typed: string;
  readonly isHit: boolean;
  readonly isSame: boolean;
  readonly isLoose: boolean;
}

function judgePrinted({ printed, papers }: KnownName, { typed, isHit, isSame, isLoose }: Verdict): Judged {
  const papersIf = (holds: boolean): number => (holds ? papers : 0);
  return {
    typed,
    hits: papersIf(isHit),
    others: papersIf(isHit && !isSame),
    missed: papersIf(isSame && !isHit),
    looseHits: papersIf(isLoose),
    looseOthers: papersIf(isLoose && !isSame),
    examples: isHit === isSame ? [] : [`${isHit ? '' : 'not '}${printed}`],
  };
}

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);

/** Whether a name has the words of another, in any order, the given name at least by its initial. */
function isInAnyOrder(name: readonly string[], wanted: readonly string[]): boolean {
  const family = name.indexOf(wanted.at(-1) ?? '');
  if (family < 0) return false;
  const others = name.toSpliced(family, 1);
  return wanted.slice(0, -1).every((word) => others.some((each) => each === word || each === word.charAt(0)));
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
const badness = ({ others, missed }: Judged): number => others + missed;

const rowOf = ({ typed, hits, others, missed, looseHits, looseOthers, examples }: Judged): Measurement =>
  measurement(
    [
      `${typed}: ${hits} hits, ${missed} missed, in any order ${looseOthers} of ${looseHits} are others`,
      ...(examples.length === 0 ? [] : [`(${examples.slice(0, 4).join(', ')})`]),
    ].join(' '),
    share(others, hits),
  );
