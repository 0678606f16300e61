import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMeaningTable } from '../../src/meaning/meaning-table.ts';
import { inventPapers } from '../support/invented-meaning.ts';

let folder: string;
const inFolder = (name: string): string => join(folder, name);
const train = (...args: string[]) =>
  spawnSync(process.execPath, ['tools/meaning/run.ts', ...args], { encoding: 'utf8' });

const linesOf = (from: number, to: number): string =>
  inventPapers(240)
    .slice(from, to)
    .map(({ date, category, title, abstract }) => ({
      date,
      categories: [category],
      title: title.join(' '),
      abstract: abstract.join(' '),
    }))
    .map((paper) => `${JSON.stringify(paper)}\n`)
    .join('');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperboy-train-'));
  writeFileSync(inFolder('plain.jsonl'), linesOf(0, 120));
  writeFileSync(inFolder('packed.jsonl.gz'), gzipSync(linesOf(120, 240)));
  writeFileSync(inFolder('cut.jsonl.gz'), gzipSync(linesOf(0, 120)).subarray(0, 900));
  writeFileSync(inFolder('wrong.jsonl'), `${linesOf(0, 2)}{"title": "no abstract"}\n`);
  writeFileSync(inFolder('few.jsonl'), linesOf(0, 3));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run train', () => {
  it('writes the same table each time, and says how far it is and how good the table is', { timeout: 120_000 }, () => {
    const corpus = ['--corpus', inFolder('plain.jsonl'), inFolder('packed.jsonl.gz')];
    const options = ['--pairs', '1024', '--held-back-from', '2025-01-25', '--out'];
    const { status, stderr } = train(...corpus, ...options, inFolder('one.bin'));
    expect(stderr).toMatch(/^\d+ s: 240 papers, 192 of them to learn from; \d+ words$/m);
    expect(stderr).toMatch(/^\d+ s: 1024 of 1024 pairs, loss \d+\.\d{4}$/m);
    expect(stderr).toMatch(
      /of 16 held-back titles, these find their abstract first among 48: hybrid [01]\.\d{4}, vectors/,
    );
    expect(stderr).toContain(`${inFolder('one.bin')} is written`);
    expect(status).toBe(0);
    train(...corpus, ...options, inFolder('two.bin'));
    const [one, two] = ['one.bin', 'two.bin'].map((name) => readFileSync(inFolder(name))) as [Buffer, Buffer];
    expect(one.equals(two)).toBe(true);
    expect(readMeaningTable(one)).toMatchObject({ dimensions: 256, papers: 192, defaultStrictness: 10 });
  });

  it.each([
    ['no corpus', ['--out', 'x.bin'], 'A corpus or --out is missing. Run: npm run train -- --corpus FILE… --out FILE'],
    ['no file for the table', ['--corpus', 'plain.jsonl'], 'A corpus or --out is missing.'],
    ['a file that is not there', ['--corpus', 'absent.jsonl', '--out', 'x.bin'], 'There is no file'],
    ['a wrong number', ['--corpus', 'plain.jsonl', '--out', 'x.bin', '--pairs', '0'], '--pairs must be a whole number'],
    ['an unknown option', ['--corpus', 'plain.jsonl', '--out', 'x.bin', '--pair', '5'], "Unknown option '--pair'"],
    [
      'a wrong day',
      ['--corpus', 'plain.jsonl', '--out', 'x.bin', '--held-back-from', 'May'],
      '--held-back-from must be',
    ],
    [
      'a line without a paper',
      ['--corpus', 'wrong.jsonl', '--out', 'x.bin'],
      /Line 3 of .*wrong\.jsonl is not a paper/,
    ],
    ['a file that is cut', ['--corpus', 'cut.jsonl.gz', '--out', 'x.bin'], /cut\.jsonl\.gz cannot be read/],
    ['too few papers', ['--corpus', 'few.jsonl', '--out', 'x.bin'], 'There are too few papers to learn from'],
  ])('refuses %s in one sentence, and writes nothing', { timeout: 60_000 }, (_what, args, reason) => {
    const { status, stderr } = train(...args.map((arg) => (/\.(jsonl|gz|bin)/.test(arg) ? inFolder(arg) : arg)));
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(reason);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(1);
    expect(existsSync(inFolder('x.bin'))).toBe(false);
  });
});
