/**
 * Prints how the code is built, as a table of numbers for src, bench and test.
 *
 * node .ci/measure/measure.mjs [--json] [FOLDER]    FOLDER is the checkout to measure; this one by default.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isCode, listFiles, parseFile } from '../source-files.mjs';
import { exportsOf, functionsOf, measureComments } from './declarations.mjs';
import { findDuplicates } from './duplicates.mjs';
import { measureCircles } from './imports.mjs';

const areas = ['src', 'bench', 'test'];

/** The numbers of one folder of a checkout. */
function measure(root, area) {
  const files = listFiles(root, area)
    .filter(isCode)
    .map((path) => parseFile(root, path));
  const lines = files.map((file) => ({ place: file.fileName, lines: file.text.replace(/\n$/, '').split('\n').length }));
  const exported = files.flatMap(exportsOf);
  const comments = files.flatMap(measureComments);
  const words = comments.map((comment) => comment.words);
  return {
    files: files.length,
    lines: sum(lines.map((file) => file.lines)),
    fileLines: spread(lines),
    functionLines: spread(files.flatMap(functionsOf)),
    folder: largestFolder(files),
    circles: measureCircles(files),
    duplicates: summarize(findDuplicates(files)),
    exports: exported.length,
    documented: share(exported.filter(({ isDocumented }) => isDocumented).length, exported.length),
    comments: comments.length,
    commentLines: sum(comments.map((comment) => comment.lines)),
    commentWords: {
      mean: round(sum(words) / Math.max(words.length, 1)),
      median: quantile(words, 0.5),
      sum: sum(words),
    },
  };
}

function spread(measured) {
  const lines = measured.map((one) => one.lines);
  const longest = measured.reduce((most, one) => (one.lines > (most?.lines ?? 0) ? one : most), undefined);
  return {
    count: lines.length,
    median: quantile(lines, 0.5),
    p90: quantile(lines, 0.9),
    max: longest?.lines ?? 0,
    maxAt: longest?.place ?? '',
  };
}

function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function largestFolder(files) {
  const counts = new Map();
  for (const { fileName } of files) counts.set(dirname(fileName), (counts.get(dirname(fileName)) ?? 0) + 1);
  const [name = '', count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { folders: counts.size, max: count, maxAt: name };
}

function summarize(duplicates) {
  const covered = new Set(duplicates.flatMap((duplicate) => duplicate.covered));
  const longest = [...duplicates].sort((a, b) => b.lines - a.lines);
  return {
    pairs: duplicates.length,
    lines: covered.size,
    longest: longest.slice(0, 20).map(({ lines, places }) => ({ lines, places })),
  };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function round(number) {
  return Math.round(number * 10) / 10;
}

function share(part, whole) {
  return whole === 0 ? 0 : round((100 * part) / whole);
}

const rows = [
  ['files', (m) => m.files],
  ['lines', (m) => m.lines],
  ['lines a file: median, p90, max', (m) => `${m.fileLines.median}, ${m.fileLines.p90}, ${m.fileLines.max}`],
  ['  longest file', (m) => m.fileLines.maxAt],
  ['named functions', (m) => m.functionLines.count],
  ['lines a function: median, p90, max', ({ functionLines: f }) => `${f.median}, ${f.p90}, ${f.max}`],
  ['  longest function', (m) => m.functionLines.maxAt],
  ['folders', (m) => m.folder.folders],
  ['files a folder: max', (m) => m.folder.max],
  ['  fullest folder', (m) => m.folder.maxAt],
  ['import circles (files in them)', ({ circles }) => circleCount(circles.values)],
  ['import circles, types included', ({ circles }) => circleCount(circles.withTypes)],
  ['duplicates: pairs, lines covered', ({ duplicates: d }) => `${d.pairs}, ${d.lines}`],
  ['exported declarations', (m) => m.exports],
  ['  with a docstring, %', (m) => m.documented],
  ['comments', (m) => m.comments],
  ['comment lines', (m) => m.commentLines],
  ['words a comment: mean, median', ({ commentWords: w }) => `${w.mean}, ${w.median}`],
  ['words in comments', (m) => m.commentWords.sum],
];

function circleCount(circles) {
  return `${circles.length} (${sum(circles.map((circle) => circle.length))})`;
}

function printTable(measured) {
  const table = [['', ...areas], ...rows.map(([name, read]) => [name, ...measured.map((one) => String(read(one)))])];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column]));
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`);
  }
}

function main() {
  const here = fileURLToPath(new URL('../..', import.meta.url));
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
  const measured = areas.map((area) => measure(positionals[0] ?? here, area));
  if (values.json) {
    const byArea = Object.fromEntries(areas.map((area, number) => [area, measured[number]]));
    process.stdout.write(`${JSON.stringify(byArea, null, 2)}\n`);
  } else printTable(measured);
}

main();
