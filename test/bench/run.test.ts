import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { benches } from '../../bench/registry.ts';
import { readRequest, usage } from '../../bench/request.ts';
import { serverOrSkip } from '../store/postgres/server.ts';

const bench = (...args: string[]) => spawnSync(process.execPath, ['bench/run.ts', ...args], { encoding: 'utf8' });

it.each([
  [['nonsense'], 'There is no bench "nonsense".'],
  [['--runs', '0'], '--runs must be a whole number'],
  [['--minutes', '0'], '--minutes must be a number above 0.'],
  [['--run', '1'], "Unknown option '--run'. Did you mean --runs?\n"],
])('refuses %j with a reason', (args, reason) => {
  expect(`${readRequest(args)}\n`).toContain(reason);
});

it.each([
  ['scale-drain', ['scale-drain']],
  ['scale', ['scale-claims', 'scale-planning', 'scale-searching', 'scale-takeover', 'scale-drain']],
])('%s names %j', (name, names) => {
  const request = readRequest([name, '--channels', '20']);
  if (typeof request === 'string' || request.kind !== 'measure') throw new Error('nothing is measured');
  expect(request.chosen.map((one) => one.name)).toEqual(names);
});

it('lists the benches after a refusal, with exit code 2', () => {
  const { status, stdout, stderr } = bench('nonsense');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toBe(`There is no bench "nonsense".\n\n${usage}\n`);
  for (const { name } of benches) expect(usage).toContain(`\n  ${name} `);
});

it('explains its options with --help', () => {
  expect(bench('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--runs N'), stderr: '' });
});

it('pulls a whole day in a separate process, and prints one JSON document', { timeout: 240_000 }, () => {
  const { status, stdout } = bench('pull', '--runs', '1', '--papers', '100', '--json');
  expect(status).toBe(0);
  const document = JSON.parse(stdout);
  expect(document.benches.map(({ name }: { name: string }) => name)).toEqual(['pull']);
  expect(document.benches[0].figures[0]).toMatchObject({
    what: 'read and store',
    unit: 'ms',
    aim: { atMost: 600 },
    runs: 1,
  });
  expect(document.benches[0].figures[0].median).toBeGreaterThan(0);
});

it('plans digests in a separate process, and prints rows for other programs', { timeout: 240_000 }, () => {
  const { status, stdout } = bench('plan', '--runs', '1', '--channels', '20', '--json');
  expect(status).toBe(0);
  const number = expect.any(Number);
  expect(JSON.parse(stdout)).toEqual([{ channels: 20, ms: number, floorMs: number, longestBlockMs: number }]);
});

it('drains planned digests by four processes, and leaves nothing behind', { timeout: 240_000 }, async ({ skip }) => {
  await serverOrSkip(skip);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const args = ['bench/run.ts', 'scale-drain', '--channels', '100', '--json'];
  const env = { ...process.env, TMPDIR: folder };
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  expect(status).toBe(0);
  const { figures } = JSON.parse(stdout).benches[0];
  const median = (what: string) => figures.find((one: { readonly what: string }) => one.what === what)?.median;
  expect(median('channels without exactly one message')).toBe(0);
  expect(median('deliveries that are not stored as sent')).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});
