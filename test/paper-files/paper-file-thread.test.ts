import { afterEach, expect, it } from 'vitest';
import { createPaperFileReader, type PaperFileReader } from '../../src/paper-files/paper-file-thread.ts';

let reader: PaperFileReader;
afterEach(() => reader[Symbol.asyncDispose]());

const program = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const loop = program('for (;;);');
const bytes = Buffer.from('@article{a, title={Graphs}}');

it('ends a thread that takes too long, while the bot goes on', async () => {
  reader = createPaperFileReader({ program: loop, patienceMs: 300 });
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 5);
  await expect(reader.read(bytes)).rejects.toMatchObject({ code: 'late' });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

it('ends a thread that takes too much memory', async () => {
  const greedy = program('const all = []; for (;;) all.push(new Array(1e5).fill({}));');
  reader = createPaperFileReader({ program: greedy });
  await expect(reader.read(bytes)).rejects.toMatchObject({ code: 'failed' });
});

it('reads two files at a time, and refuses more', async () => {
  reader = createPaperFileReader({ program: loop, patienceMs: 400 });
  const first = [reader.read(bytes), reader.read(bytes)].map((reading) => reading.catch(({ code }) => code));
  await expect(reader.read(bytes)).rejects.toMatchObject({ code: 'busy' });
  expect(await Promise.all(first)).toEqual(['late', 'late']);
});

it('ends with the bot', async () => {
  reader = createPaperFileReader({ program: loop });
  const reading = reader.read(bytes).catch(({ code }) => code);
  await reader[Symbol.asyncDispose]();
  expect(await reading).toBe('failed');
});
