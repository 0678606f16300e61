import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { isNamed } from '../src/topics/names/is-named.ts';
import { type NamePart, namePartsOf } from '../src/topics/names/name-parts.ts';
import type { Bench, BenchSetting, Measurement } from './bench.ts';
import { seededRandom } from './invented-corpus.ts';
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

const captured = fileURLToPath(
  new URL('../../shared/data/arxiv_meta/cs_dev_2025-03-18_2026-02-28.jsonl.gz', import.meta.url),
);

export const namesBench: Bench = {
  name: 'names',
  title: 'whether 50 names find their authors and nobody else',
  method: [
    'The names have two parts, and are drawn from the most frequent ones of seven origins among the authors of 47,919',
    'papers on computer science. Each author with the same family name is judged by form alone: hyphens, initials, order',
    'and spelling, from lists of forms, without the rule that is measured. Each row has the share of other people among',
    'the hits; “any order” is that share where a name is a set of words, as before. The worst names come first.',
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
}

async function measure({ progress }: BenchSetting): Promise<readonly Measurement[]> {
  if (!existsSync(captured)) {
    progress('the captured papers are not here, so nothing is measured');
    return [];
  }
  const names = await readNames();
  const judge = createNameJudge(names.keys());
  const known = Array.from(names, ([printed, papers]) => ({ printed, papers, parts: namePartsOf(printed) }));
  const judged = drawNames(names).map((typed) => judgeName(typed, known, judge));
  const total = judged.reduce(add, none);
  return [
    measurement(`all: ${total.hits} hits, ${total.missed} missed: other people`, share(total.others, total.hits), 2),
    measurement('all: missed', share(total.missed, total.hits - total.others + total.missed), 0.1),
    measurement('all: other people in any order', share(total.looseOthers, total.looseHits)),
    ...judged.toSorted((one, other) => badness(other) - badness(one)).map(rowOf),
  ];
}

const measurement = (what: string, value: number, aim?: number): Measurement => ({
  what,
  unit: '%',
  samples: [value],
  ...(aim === undefined ? {} : { aim }),
});

async function readNames(): Promise<Names> {
  const names = new Map<string, number>();
  for await (const line of createInterface({ input: createReadStream(captured).pipe(createGunzip()) })) {
    const { authors } = JSON.parse(line) as { readonly authors: readonly string[] };
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
  return names
    .map((name) =>
      judgePrinted(name, {
        typed,
        isHit: isNamed(name.parts, asked),
        isSame: judge.isSame(name.printed, typed),
      }),
    )
    .reduce((sum, each) => ({ ...add(sum, each), typed, examples: [...sum.examples, ...each.examples] }), none);
}

interface Verdict {
  readonly typed: string;
  readonly isHit: boolean;
  readonly isSame: boolean;
}

function judgePrinted({ printed, papers }: KnownName, { typed, isHit, isSame }: Verdict): Judged {
  const isLoose = isInAnyOrder(printed, typed);
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

/** Whether a name has the words of another, in any order, the given name at least by its initial. */
function isInAnyOrder(printed: string, typed: string): boolean {
  const words = (name: string): string[] =>
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u);
  const [name, wanted] = [words(printed), words(typed)];
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
