import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type BenchDocument, describeMachine } from '../../bench/report.ts';
import { addResult, openResultsFile, readResults } from '../../bench/results.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const report = (name: string, median: number) => ({
  ...{ name, title: '', method: [], measuredAt: '2026-06-30T12:00:00.000Z', load: 0.1 },
  figures: [
    { ...({ what: 'all', unit: 'ms', median, min: median, max: median } as const), runs: 1, aim: null, verdict: null },
  ],
});

const medians = ({ benches }: BenchDocument) => benches.map(({ name, figures }) => [name, figures[0]?.median]);

it('names the machine', () => {
  const machine = describeMachine();
  expect(machine).toEqual({
    node: process.version,
    platform: expect.stringMatching(/^\w+ \w+ \S+$/),
    cpu: expect.any(String),
    cpus: expect.any(Number),
    memory: expect.any(Number),
  });
  expect(machine.memory).toBeGreaterThan(0.1);
});

it('writes the file again after each bench, and goes on with it the next time', () => {
  const path = join(newFolder(), 'results', '0.3.0.json');
  const first = openResultsFile(path, '0.3.0', describeMachine());
  first.add(report('pull', 10));
  expect(medians(readResults(path))).toEqual([['pull', 10]]);
  first.add({ name: 'search', reason: 'it took too long' });
  first.add(report('plan', 20));
  expect(readResults(path).failures).toEqual([{ name: 'search', reason: 'it took too long' }]);

  const second = openResultsFile(path, '0.3.0', describeMachine());
  second.add(report('search', 30));
  second.add(report('pull', 11));
  expect(medians(readResults(path))).toEqual([
    ['pull', 11],
    ['plan', 20],
    ['search', 30],
  ]);
  expect(readResults(path).failures).toEqual([]);
});

it('keeps the earlier figures of a bench that fails now', () => {
  const empty: BenchDocument = { version: '1', machine: describeMachine(), benches: [], failures: [] };
  const document = addResult(addResult(empty, report('pull', 10)), { name: 'pull', reason: 'no memory' });
  expect(medians(document)).toEqual([['pull', 10]]);
  expect(document.failures).toEqual([{ name: 'pull', reason: 'no memory' }]);
});

it('does not mix versions or machines, and does not write over another file', () => {
  const path = join(newFolder(), 'some.json');
  openResultsFile(path, '0.3.0', describeMachine()).add(report('pull', 10));
  expect(() => openResultsFile(path, '0.4.0', describeMachine())).toThrow('has figures of 0.3.0 on Node v');
  expect(() => openResultsFile(path, '0.3.0', { ...describeMachine(), cpus: 99 })).toThrow(
    'Remove it, or name another',
  );
  writeFileSync(path, 'notes');
  expect(() => openResultsFile(path, '0.3.0', describeMachine())).toThrow('does not have the figures of a bench');
  expect(readFileSync(path, 'utf8')).toBe('notes');
});

const bench = (...args: string[]) => spawnSync(process.execPath, ['bench/run.ts', ...args], { encoding: 'utf8' });

it('goes on after a bench that fails, lacks its files, or takes too long', { timeout: 240_000 }, () => {
  const folder = newFolder();
  const out = join(folder, 'out.json');
  const options = ['--runs', '1', '--papers', '100', '--channels', '5', '--data', folder, '--out', out];
  const ended = bench('deliver', '--minutes', '0.0001', ...options);
  expect(ended).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^deliver failed: it took longer than 0\.0001 minutes/m),
  });
  expect(bench('ranking', 'plan', ...options)).toMatchObject({ status: 0 });
  const { version, benches, failures } = readResults(out);
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
  expect(benches.map(({ name, figures }) => [name, figures.length > 0])).toEqual([
    ['plan', true],
    ['ranking', false],
  ]);
  expect(benches[0]?.rows).toHaveLength(1);
  expect(failures.map(({ name }) => name)).toEqual(['deliver']);
  expect(existsSync(`${out}.unfinished`)).toBe(false);
});
