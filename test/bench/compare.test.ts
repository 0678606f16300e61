import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { compareResults } from '../../bench/compare.ts';
import type { BenchDocument, Figure } from '../../bench/report.ts';

const figure = (what: string, unit: Figure['unit'], median: number): Figure => ({
  ...{ what, unit, median, min: median, max: median },
  ...{ runs: 1, aim: null, verdict: null },
});

const results = (version: string, figures: readonly Figure[]): BenchDocument => ({
  version,
  machine: { node: 'v24.0.0', platform: 'linux x64', cpu: 'Some CPU', cpus: 2, load: 0.1 },
  benches: [{ name: 'pull', title: '', method: [], figures }],
});

const before = results('0.2.0', [
  figure('read and store', 'ms', 800),
  figure('papers a second', '/s', 1_000),
  figure('memory', 'MB', 100),
  figure('gone', 'ms', 1),
]);
const after = results('0.3.0', [
  figure('read and store', 'ms', 400),
  figure('papers a second', '/s', 500),
  figure('memory', 'MB', 105),
  figure('new', 'ms', 1),
]);

it('shows what each figure is of the one before, and which are better or worse', () => {
  expect(compareResults(before, after).split('\n')).toEqual([
    '                          before   after   ratio',
    '  pull: read and store    800 ms  400 ms  0.50 ×  better',
    '  pull: papers a second  1000 /s  500 /s  0.50 ×  worse',
    '  pull: memory            100 MB  105 MB  1.05 ×',
    '',
    'before: Node v24.0.0, linux x64, 2 × Some CPU, load 0.1',
    'after:  Node v24.0.0, linux x64, 2 × Some CPU, load 0.1',
  ]);
});

const compare = (...named: string[]) =>
  spawnSync(process.execPath, ['bench/run.ts', 'compare', ...named], { encoding: 'utf8' });

it('reads files, and says what is wrong with one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [one, rows] = [join(folder, 'one.json'), join(folder, 'rows.json')];
  writeFileSync(one, JSON.stringify(before));
  writeFileSync(rows, '[]');
  const cut = join(folder, 'cut.json');
  writeFileSync(cut, '> paperboy bench');
  expect(compare(one, one)).toMatchObject({ status: 0, stdout: expect.stringContaining('1.00 ×') });
  expect(compare(one, rows)).toMatchObject({ status: 1, stderr: expect.stringContaining('has no figures') });
  expect(compare(one, cut)).toMatchObject({ status: 1, stderr: expect.stringContaining('has no figures') });
  expect(compare(one, join(folder, 'gone.json')).stderr).toMatch(
    /^There is no file .*gone\.json\. Check its path\.\n$/,
  );
  expect(compare(one)).toMatchObject({ status: 2, stderr: expect.stringContaining('two versions or files') });
});

it('says which versions are kept, and how to make the figures of another one', () => {
  const { status, stderr } = compare('0.0.1', '0.0.2');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^No figures of 0\.0\.1 are kept in bench\/results\. Kept are those of .*\.$/m);
  expect(stderr).toContain('npm run --silent bench -- --json > 0.0.1.json');
  expect(stderr).not.toContain('ENOENT');
});
