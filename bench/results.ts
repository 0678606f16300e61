import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from '../src/folder.ts';
import {
  type BenchDocument,
  type BenchFailure,
  type BenchReport,
  type Figure,
  type Machine,
  printMachine,
} from './report.ts';

/** Where the figures of releases are kept, one file for each version. */
const resultsFolder = new URL('results/', import.meta.url);

/**
 * Reads figures that a bench wrote.
 * @param named a version, such as `0.3.0`, or the path of a file
 * @throws Error, which says what is wrong and how to get the figures
 */
export function readResults(named: string): BenchDocument {
  const isVersion = /^\d+\.\d+\.\d+$/.test(named);
  const path = isVersion ? fileURLToPath(new URL(`${named}.json`, resultsFolder)) : named;
  if (!existsSync(path))
    throw new Error(isVersion ? describeAbsent(named) : `There is no file ${named}. Check its path.`);
  const document = parseJson(readFileSync(path, 'utf8'));
  if (isDocument(document)) return document;
  throw new Error(`${named} does not have the figures of a bench. Write the file with npm run bench -- --out FILE.`);
}

/** Says which versions there are, and how the figures of another one are made. */
function describeAbsent(version: string): string {
  const files = existsSync(resultsFolder) ? readdirSync(resultsFolder) : [];
  const kept = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
  return [
    `No figures of ${version} are kept in bench/results. Kept are those of ${kept.length === 0 ? 'no version yet' : kept.join(', ')}.`,
    `To make them, run this in a checkout of ${version}: npm run bench -- --out ${version}.json`,
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

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isListOf = <Item>(value: unknown, isItem: (item: unknown) => item is Item): value is Item[] =>
  Array.isArray(value) && value.every(isItem);

const isFigure = (value: unknown): value is Figure =>
  isObject(value) &&
  typeof value['what'] === 'string' &&
  typeof value['unit'] === 'string' &&
  ['median', 'min', 'max', 'runs'].every((field) => Number.isFinite(value[field]));

const isReport = (value: unknown): value is BenchReport =>
  isObject(value) &&
  typeof value['name'] === 'string' &&
  Number.isFinite(value['load']) &&
  isListOf(value['figures'], isFigure);

const isFailure = (value: unknown): value is BenchFailure =>
  isObject(value) && typeof value['name'] === 'string' && typeof value['reason'] === 'string';

const isMachine = (value: unknown): value is Machine =>
  isObject(value) && typeof value['node'] === 'string' && typeof value['cpu'] === 'string';

const isDocument = (value: unknown): value is BenchDocument =>
  isObject(value) &&
  typeof value['version'] === 'string' &&
  isMachine(value['machine']) &&
  isListOf(value['benches'], isReport) &&
  isListOf(value['failures'], isFailure);

/** The results of several benches, as they come in. */
export interface ResultsFile {
  add(result: BenchReport | BenchFailure): void;
}

/**
 * A file that is written again after each bench, so that a bench that fails loses no other one. If the file exists, the
 * benches that run now replace their own results in it.
 * @throws Error if the file has something else, or figures of another version or machine
 */
export function openResultsFile(path: string, version: string, machine: Machine): ResultsFile {
  let document: BenchDocument = { version, machine, benches: [], failures: [] };
  if (existsSync(path)) document = readOwn(path, document);
  return {
    add(result) {
      document = addResult(document, result);
      writeWhole(path, `${JSON.stringify(document, null, 2)}\n`);
    },
  };
}

function readOwn(path: string, { version, machine }: BenchDocument): BenchDocument {
  const found = readResults(path);
  if (found.version === version && JSON.stringify(found.machine) === JSON.stringify(machine)) return found;
  throw new Error(
    `${path} has figures of ${found.version} on ${printMachine(found.machine)}. Remove it, or name another file.`,
  );
}

/** Replaces the results of a bench. Its earlier figures stay if it failed now. */
export function addResult(document: BenchDocument, result: BenchReport | BenchFailure): BenchDocument {
  const failures = document.failures.filter(({ name }) => name !== result.name);
  if ('reason' in result) return { ...document, failures: [...failures, result] };
  const at = document.benches.findIndex(({ name }) => name === result.name);
  const benches = at < 0 ? [...document.benches, result] : document.benches.with(at, result);
  return { ...document, benches, failures };
}

/** Nobody reads a file that is half written. */
function writeWhole(path: string, text: string): void {
  makeFolder(dirname(path));
  writeFileSync(`${path}.unfinished`, text);
  renameSync(`${path}.unfinished`, path);
}
