import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Unit } from './bench.ts';
import { alignColumns, type BenchDocument, type Figure, inUnit } from './report.ts';

/** Where the figures of releases are kept, one file for each version. */
const resultsFolder = new URL('results/', import.meta.url);

/** A change of less than this is noise, in percent. */
const noisePercent = 10;

/**
 * Reads figures that `--json` printed.
 * @param named a version, such as `0.3.0`, or the path of a file
 * @throws Error, which says what is missing and how to get it
 */
export function readResults(named: string): BenchDocument {
  const isVersion = /^\d+\.\d+\.\d+$/.test(named);
  const path = isVersion ? fileURLToPath(new URL(`${named}.json`, resultsFolder)) : named;
  if (!existsSync(path))
    throw new Error(isVersion ? describeAbsent(named) : `There is no file ${named}. Check its path.`);
  const document = parseJson(readFileSync(path, 'utf8'));
  if (isDocument(document)) return document;
  throw new Error(
    `${named} has no figures that npm run bench -- --json printed. Add --silent after npm run, and try again.`,
  );
}

/** Says which versions there are, and how the figures of another one are made. */
function describeAbsent(version: string): string {
  const files = existsSync(resultsFolder) ? readdirSync(resultsFolder) : [];
  const kept = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
  return [
    `No figures of ${version} are kept in bench/results. Kept are those of ${kept.length === 0 ? 'no version yet' : kept.join(', ')}.`,
    `To make them, run this in a checkout of ${version}: npm run --silent bench -- --json > ${version}.json`,
    'Then name the file instead of the version.',
  ].join('\n');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isDocument = (value: unknown): value is BenchDocument =>
  typeof value === 'object' && value !== null && 'benches' in value && 'machine' in value;

/** The figures of both, with what the second is of the first. Figures that only one of them has are left out. */
export function compareResults(before: BenchDocument, after: BenchDocument): string {
  const rows = after.benches.flatMap(({ name, figures }) => {
    const known = before.benches.find((bench) => bench.name === name)?.figures ?? [];
    const pairs = pairFigures(known, figures);
    return pairs.map(([one, other]) => [`${name}: ${one.what.trim()}`, ...showPair(one, other)]);
  });
  const machines = [before, after].map(
    ({ machine: { node, platform, cpus, cpu, load } }) => `Node ${node}, ${platform}, ${cpus} × ${cpu}, load ${load}`,
  );
  const header = ['', 'before', 'after', 'ratio', ''];
  return [...alignColumns([header, ...rows]), '', `before: ${machines[0]}`, `after:  ${machines[1]}`].join('\n');
}

/** Rows of a table can have the same words, so the nth of one is compared with the nth of the other. */
function pairFigures(before: readonly Figure[], after: readonly Figure[]): readonly (readonly [Figure, Figure])[] {
  const open = [...before];
  return after.flatMap((figure) => {
    const at = open.findIndex(({ what, unit }) => what === figure.what && unit === figure.unit);
    const [found] = at < 0 ? [] : open.splice(at, 1);
    return found === undefined ? [] : [[found, figure] as const];
  });
}

function showPair({ median: before, unit }: Figure, { median: after }: Figure): readonly string[] {
  const ratio = before === 0 ? null : after / before;
  const shown = ratio === null ? '' : `${ratio.toFixed(2)} ×`;
  return [inUnit(before, unit), inUnit(after, unit), shown, ratio === null ? '' : verdictOn(ratio, unit)];
}

/** More is better only for what counts a second. Times as many, and shares, can be either. */
function verdictOn(ratio: number, unit: Unit): string {
  if (unit === '×' || unit === '%') return '';
  const change = (unit === '/s' ? 1 / ratio : ratio) - 1;
  if (Math.abs(change) * 100 < noisePercent) return '';
  return change > 0 ? 'worse' : 'better';
}
