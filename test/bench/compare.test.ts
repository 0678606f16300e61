import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { compareResults } from '../../bench/compare.ts';
import type { BenchDocument, Figure } from '../../bench/report.ts';
import { readResults } from '../../bench/results.ts';

const figure = (what: string, unit: Figure['unit'], median: number, more: Partial<Figure> = {}): Figure => ({
  ...{ what, unit, median, min: median, max: median },
  ...{ runs: 1, aim: null, verdict: null },
  ...more,
});

const machine = { node: 'v24.0.0', platform: 'linux x64 6.1', cpu: 'Some CPU', cpus: 2, memory: 8 };

const results = (version: string, figures: readonly Figure[]): BenchDocument => ({
  ...{ version, machine, failures: [] },
  benches: [{ name: 'pull', title: '', method: [], measuredAt: '2026-06-30T12:00:00.000Z', load: 0.1, figures }],
});

const before = results('0.2.0', [
  figure('read and store', 'ms', 800),
  figure('papers a second', '/s', 1_000),
  figure('memory', 'MB', 100),
  figure('share', '%', 50),
]);
const after = results('0.3.0', [
  figure('read and store', 'ms', 400),
  figure('papers a second', '/s', 500),
  figure('memory', 'MB', 105),
  figure('share', '%', 80),
]);

it('shows what each figure is of the one before, and which are better or worse', () => {
  const { table, missing } = compareResults(before, after);
  expect(table.split('\n')).toEqual([
    '                          before   after   ratio',
    '  pull: read and store    800 ms  400 ms  0.50 ×  better',
    '  pull: papers a second  1000 /s  500 /s  0.50 ×  WORSE',
    '  pull: memory            100 MB  105 MB  1.05 ×',
    '  pull: share               50 %    80 %  1.60 ×',
    '',
    'Changes of less than 10 % are not marked. Noise: the runs before and after overlap.',
    'before: 0.2.0, Node v24.0.0, linux x64 6.1, 2 × Some CPU, 8 GB, load 0.1–0.1',
    'after:  0.3.0, Node v24.0.0, linux x64 6.1, 2 × Some CPU, 8 GB, load 0.1–0.1',
  ]);
  expect(missing).toEqual([]);
});

const verdictOn = (one: Figure, other: Figure): string =>
  /(better|WORSE|noise)$/m.exec(compareResults(results('1', [one]), results('2', [other])).table)?.[1] ?? 'unmarked';

it('takes a change for noise that is within what the runs of one release differ', () => {
  const steady = figure('a', 'ms', 100, { min: 98, max: 102, runs: 3 });
  const restless = figure('a', 'ms', 100, { min: 70, max: 150, runs: 3 });
  const slower = figure('a', 'ms', 140, { min: 138, max: 142, runs: 3 });
  expect(verdictOn(steady, slower)).toBe('WORSE');
  expect(verdictOn(restless, slower)).toBe('noise');
  expect(verdictOn(slower, restless)).toBe('noise');
});

it('takes a change of a tenth for noise where figures are rounded to tenths', () => {
  expect(verdictOn(figure('a', 'ms', 0.1), figure('a', 'ms', 0.2))).toBe('noise');
  expect(verdictOn(figure('a', 'ms', 0), figure('a', 'ms', 0.1))).toBe('unmarked');
});

it('knows from the aim whether more of a share or of times is better', () => {
  const aimed = (median: number, aim: Figure['aim']) => figure('a', '%', median, { aim });
  expect(verdictOn(aimed(50, { atLeast: 40 }), aimed(80, { atLeast: 40 }))).toBe('better');
  expect(verdictOn(aimed(50, { atMost: 60 }), aimed(80, { atMost: 60 }))).toBe('WORSE');
  expect(verdictOn(aimed(50, 60), aimed(20, 60))).toBe('better');
});

it('says that machines differ', () => {
  const elsewhere = { ...after, machine: { ...machine, cpus: 4 } };
  expect(compareResults(before, elsewhere).table).toContain('The machines differ');
});

it('compares rows of the same words in their order, and names figures of one side alone', () => {
  const twice = results('1', [figure('a', 'ms', 10), figure('a', 'ms', 100), figure('gone', 'ms', 1)]);
  const again = results('2', [figure('a', 'ms', 20), figure('a', 'ms', 100), figure('new', 'ms', 1)]);
  const { table, missing } = compareResults(twice, again);
  expect(table.match(/\d\.\d\d ×/g)).toEqual(['2.00 ×', '1.00 ×']);
  expect(missing).toEqual(['only after:  pull: new', 'only before: pull: gone']);
});

const compare = (...named: string[]) =>
  spawnSync(process.execPath, ['bench/run.ts', 'compare', ...named], { encoding: 'utf8' });

function folderOf(files: Readonly<Record<string, unknown>>): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return (name) => join(folder, name);
}

it('reads files, and succeeds if both have the same figures', () => {
  const file = folderOf({ 'one.json': before, 'other.json': after });
  const { status, stdout, stderr } = compare(file('one.json'), file('other.json'));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('0.50 ×  ');
});

it('prints what it can compare, and fails if a figure is missing on one side', () => {
  const file = folderOf({
    'one.json': before,
    'other.json': results('0.3.0', before.benches[0]?.figures.slice(1) ?? []),
  });
  const { status, stdout, stderr } = compare(file('one.json'), file('other.json'));
  expect(status).toBe(1);
  expect(stdout).toContain('pull: memory');
  expect(stderr).toBe('\nThese figures stand on one side alone:\n  only before: pull: read and store\n');
});

it.each([
  ['rows', []],
  ['a text that npm printed', '> paperboy bench'],
  ['a file that was cut off', JSON.stringify(before).slice(0, -20)],
  ['a figure without a median', results('1', [{ ...figure('a', 'ms', 1), median: null as unknown as number }])],
  ['benches without figures', { ...before, benches: [{ name: 'pull', load: 1 }] }],
])('refuses %s', (_, content) => {
  const file = folderOf({ 'bad.json': content });
  expect(() => readResults(file('bad.json'))).toThrow(/bad\.json does not have the figures of a bench\. Write/);
});

it('says which file is wrong or missing, and how many it takes', () => {
  const file = folderOf({ 'one.json': before, 'rows.json': [] });
  const rows = compare(file('rows.json'), file('one.json'));
  expect(rows).toMatchObject({ status: 1, stderr: expect.stringMatching(/^\S*rows\.json does not have the figures/) });
  const absent = compare(file('one.json'), file('gone.json'));
  expect(absent).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^There is no file .*\. Check its path\.\n$/),
  });
  expect(compare('one.json')).toMatchObject({ status: 2, stderr: expect.stringContaining('two versions or files') });
});

it('says which versions are kept, and how to make the figures of another one', () => {
  const { status, stderr } = compare('0.0.1', '0.0.2');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^No figures of 0\.0\.1 are kept in bench\/results\. Kept are those of .*\.$/m);
  expect(stderr).toContain('npm run bench -- --out 0.0.1.json');
  expect(stderr).not.toContain('ENOENT');
});
