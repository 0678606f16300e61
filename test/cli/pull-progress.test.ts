import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../../src/cli/run.ts';
import { startSampleSources } from '../../src/playground/sample-sources.ts';
import { newYorkDate, utcDate } from '../../src/time.ts';
import { FakeTerminal } from './fake-terminal.ts';
import { say } from './kept-output.ts';
import { emptyFolder } from './run-cli.ts';

it('paperboy pull shows a bar on a terminal, and nothing elsewhere', async () => {
  const now = Date.parse('2026-06-12T15:00:00Z');
  await using sources = await startSampleSources({ today: utcDate(now), easternToday: newYorkDate(now) });
  const environment = {
    DATABASE_URL: `file:${join(await emptyFolder(), 'paperboy.db')}`,
    SOURCES: 'hf, arxiv',
    HUGGINGFACE_URL: sources.url,
    ARXIV_FEED_URL: sources.url,
    ARXIV_API_URL: sources.url,
    ARXIV_CATEGORIES: 'cs.CL',
  };
  const others = {
    clock: () => now,
    pace: { arxivSpacingMs: 0, huggingfaceSpacingMs: 0, arxivRetryPausesMs: [] },
  };
  const [stdout, stderr] = [new FakeTerminal(), new FakeTerminal()];
  const { signal } = new AbortController();
  await runCli(['pull'], { environment, envFile: '', stdout, stderr, signal, ...others });
  const drawn = stderr.written.split('\r\u001b[K').slice(1);
  const bars = drawn.filter((bar, index) => bar !== drawn[index - 1]);
  expect(bars).toEqual([
    '[                        ]   0 %  0 of 2 sources pulled',
    expect.stringMatching(/^\[={12} {12}\] {2}50 % {2}1 of 2 sources pulled/),
    '[========================] 100 %  2 of 2 sources pulled',
    '',
  ]);
  expect(stderr.lines).toEqual([]);
  expect(stdout.lines.some((line) => line.startsWith('huggingface 2026-06-12: '))).toBe(true);
  expect((await say(['pull'], environment, others)).stderr).toBe('');
});
