import type { Unit } from './bench.ts';
import { alignColumns, type BenchDocument, type BenchReport, type Figure, inUnit, printMachine } from './report.ts';

/** A change of less than this is not marked, in percent. */
const noisePercent = 10;

/** How two results differ. */
export interface ResultsComparison {
  /** The ratios as a table, and what explains them. */
  readonly table: string;
  /** The figures that only one of the results has, a line each. */
  readonly missing: readonly string[];
}

/** Compares the figures of two results, by bench and measure. */
export function compareResults(before: BenchDocument, after: BenchDocument): ResultsComparison {
  const pairs = pairFigures(figuresOf(before), figuresOf(after));
  const both = pairs.flatMap(([one, other]) => (one !== null && other !== null ? [[one, other] as const] : []));
  const rows = both.map(([one, other]) => [one.label, ...showPair(one.figure, other.figure)]);
  const notes = [
    `Changes of less than ${noisePercent} % are not marked. Noise: the runs before and after overlap.`,
    `before: ${describe(before)}`,
    `after:  ${describe(after)}`,
    ...(isSameMachine(before, after) ? [] : ['The machines differ, and their ratios say little.']),
  ];
  const header = ['', 'before', 'after', 'ratio', ''];
  return {
    table: [...alignColumns([header, ...rows]), '', ...notes].join('\n'),
    missing: pairs.flatMap(([one, other]) => {
      if (one === null) return other === null ? [] : [`only after:  ${other.label}`];
      return other === null ? [`only before: ${one.label}`] : [];
    }),
  };
}

function describe({ version, machine, benches }: BenchDocument): string {
  const loads = benches.map(({ load }) => load);
  const load = loads.length === 0 ? '' : `, load ${Math.min(...loads)}–${Math.max(...loads)}`;
  return `${version}, ${printMachine(machine)}${load}`;
}

const isSameMachine = ({ machine: one }: BenchDocument, { machine: other }: BenchDocument): boolean =>
  one.cpu === other.cpu && one.cpus === other.cpus && one.memory === other.memory && one.node === other.node;

/** A figure with its bench. */
interface Labelled {
  readonly label: string;
  readonly figure: Figure;
}

const figuresOf = ({ benches }: BenchDocument): readonly Labelled[] =>
  benches.flatMap(({ name, figures }: BenchReport) =>
    figures.map((figure) => ({ label: `${name}: ${figure.what.trim()}`, figure })),
  );

type Pair = readonly [Labelled | null, Labelled | null];

/** Rows of a table can have the same words, so the nth of one is compared with the nth of the other. */
function pairFigures(before: readonly Labelled[], after: readonly Labelled[]): readonly Pair[] {
  const open = [...before];
  const pairs = after.map((one): Pair => {
    const at = open.findIndex(({ label, figure }) => label === one.label && figure.unit === one.figure.unit);
    const [found] = at < 0 ? [] : open.splice(at, 1);
    return [found ?? null, one];
  });
  return [...pairs, ...open.map((one): Pair => [one, null])];
}

function showPair(before: Figure, after: Figure): readonly string[] {
  const { unit } = after;
  const medians = [inUnit(before.median, unit), inUnit(after.median, unit)];
  if (before.median <= 0 || after.median <= 0) return [...medians, '', ''];
  const ratio = after.median / before.median;
  const isSmall = Math.abs(ratio - 1) * 100 < noisePercent;
  return [...medians, `${ratio.toFixed(2)} ×`, isSmall ? '' : verdictOn(before, after)];
}

function verdictOn(before: Figure, after: Figure): string {
  const { unit, aim } = after;
  // Without an aim, more times and larger shares can be better or worse.
  if (aim === null && !plainUnits.includes(unit)) return '';
  if (doRunsOverlap(before, after)) return 'noise';
  const isMoreBetter = aim !== null && typeof aim === 'object' ? 'atLeast' in aim : unit === '/s';
  return after.median > before.median === isMoreBetter ? 'better' : 'WORSE';
}

/** Figures are rounded to tenths, so that runs may also overlap if they are a tenth apart. */
const doRunsOverlap = (one: Figure, other: Figure): boolean =>
  isWithin(one.min, other.max) && isWithin(other.min, one.max);

const isWithin = (least: number, most: number): boolean => least < most + 0.11;

const plainUnits: readonly Unit[] = ['ms', 'MB', '/s'];
