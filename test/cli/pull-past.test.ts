import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { createProgressScreen } from '../../src/cli/progress.ts';
import { readSpan } from '../../src/cli/pull-past.ts';
import { runCli as runInProcess } from '../../src/cli/run.ts';
import { utcDate } from '../../src/time.ts';
import { body, type FixtureServer, startFixtureServer } from '../sources/fixture-server.ts';
import { emptyFolder, runCli, startCli } from './run-cli.ts';

class Terminal extends Writable {
  text = '';
  readonly isTTY = true;
  readonly columns = 60;

  override _write(chunk: unknown, _encoding: string, done: () => void): void {
    this.text += String(chunk);
    done();
  }
}

/** Past days within a year, because `preview` looks back a year at most. */
const daysAgo = (count: number): string => utcDate(Date.now() - count * 86_400_000);
const [first, second, third] = [daysAgo(22), daysAgo(21), daysAgo(20)];

/** Hugging Face's list of a day: one paper, whose id contains the day. */
const picked = (date: string) => [
  {
    paper: {
      id: `2603.000${date.slice(-2)}`,
      title: `Tides on day ${date}`,
      summary: 'They rise and fall.',
      upvotes: 3,
      submittedOnDailyAt: `${date}T01:00:00.000Z`,
      authors: [{ name: 'Ada Fjord' }],
    },
  },
];

describe('the days from --from to --to', () => {
  const now = Date.parse('2026-11-23T22:00Z');
  const notCome = '2027-01-01 has not come yet. ';
  const earlier = `${notCome}Write 2026-11-23 or a day before it as --from.`;

  it.each([
    ['2026-11-20', undefined, '2026-11-20', '2026-11-23'],
    ['2026-11-23', undefined, '2026-11-23', '2026-11-23'],
    ['2026-11-20', '2026-11-20', '2026-11-20', '2026-11-20'],
    ['2026-11-20', '2026-11-23', '2026-11-20', '2026-11-23'],
  ])('from %s to %s are read', (from, to, first, last) => {
    expect(readSpan({ from, to }, now)).toEqual({ from: first, to: last, isAgain: false });
  });

  it.each([
    ['2027-01-01', undefined, earlier],
    ['2027-01-01', '2026-11-20', earlier],
    ['2027-01-01', '2027-01-01', earlier],
    ['2027-01-01', '2027-02-01', earlier],
    ['2026-11-20', '2027-01-01', `${notCome}Write 2026-11-23 or a day before it as --to.`],
    ['1200-01-01', undefined, '1200-01-01 is before arXiv began. Write 1991-08-14 or a day after it as --from.'],
    ['1991-08-14', '1991-08-13', '1991-08-13 is before arXiv began. Write 1991-08-14 or a day after it as --to.'],
    ['2026-11-23', '2026-11-20', '2026-11-23 is after 2026-11-20. Swap --from and --to.'],
  ])('from %s to %s are refused with a next step', (from, to, message) => {
    expect(() => readSpan({ from, to }, now)).toThrow(new UsageError(message));
  });
});

describe('paperboy pull --from', () => {
  let server: FixtureServer;
  const threeDays = ['pull', '--source', 'huggingface', '--from', first, '--to', third];
  const answer = (until = '9999') =>
    server.answer((request, response) => {
      const date = new URL(request.url ?? '', server.url).searchParams.get('date') ?? '';
      if (date >= until) body(JSON.stringify(picked(date)))(request, response);
      // Otherwise it does not answer, like a slow service.
    });

  beforeAll(async () => {
    server = await startFixtureServer();
  });
  afterAll(() => server[Symbol.asyncDispose]());
  beforeEach(() => answer(first));

  it.each([
    [['--to', '2026-03-01'], 'The first day is missing.'],
    [['--again'], 'The first day is missing.'],
    [['--from', 'March'], '"March" is not a date'],
    [['--from', '2026-03-02', '--to', '2026-03-01'], '2026-03-02 is after 2026-03-01'],
    [['--from', '2026-03-02', '--to', '2999-01-01'], '2999-01-01 has not come yet'],
    [['--from', '2026-03-02', '--date', '2026-03-03'], 'not both'],
  ])('refuses %j with exit code 2', async (args, words) => {
    const [stdout, stderr] = [new Terminal(), new Terminal()];
    const io = { environment: {}, stdout, stderr, signal: new AbortController().signal };
    expect(await runInProcess(['pull', ...args], io)).toBe(2);
    expect(stdout.text).toBe('');
    expect(stderr.text).toContain(words);
  });

  it('prints its progress line by line without a terminal, and then the result', async () => {
    const folder = await emptyFolder();
    const environment = { HUGGINGFACE_URL: server.url };
    const pulled = await runCli(threeDays, folder, environment);
    expect(pulled.code).toBe(0);
    expect(pulled.stderr).toBe(
      [`${third}: 1 of 3 days, 1 paper`, `${second}: 2 of 3 days, 2 papers`, `${first}: 3 of 3 days, 3 papers`]
        .map((line) => `Hugging Face Daily Papers ${line}\n`)
        .join(''),
    );
    expect(pulled.stdout).toBe(
      `huggingface ${first} to ${third}: done (3 of 3 days; 3 papers: 3 new, 0 updated, 0 unchanged, 0 skipped)\n`,
    );
    const again = await runCli([...threeDays, '--json'], folder, environment);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(again.stdout)).toEqual([
      {
        ...{ source: 'huggingface', from: first, to: third, outcome: 'done' },
        ...{ days: 3, daysStoredBefore: 3, daysStored: 0 },
        ...{ announced: 0, new: 0, updated: 0, unchanged: 0, skipped: 0 },
      },
    ]);
    const preview = await runCli(['preview', '--topic', 'tides', '--days', '366', '--json'], folder, environment);
    expect(JSON.parse(preview.stdout).papers).toHaveLength(3);
  });

  it('ends at Ctrl-C, keeps what it stored, and continues with the same command', async () => {
    const folder = await emptyFolder();
    const environment = { HUGGINGFACE_URL: server.url };
    answer(third);
    const running = startCli(threeDays, folder, environment);
    await running.says('1 of 3 days');
    running.process.kill('SIGINT');
    const stopped = await running.result;
    expect(stopped.code).toBe(1);
    expect(stopped.stdout).toContain('stopped (1 of 3 days; 1 paper:');
    expect(stopped.stdout).toContain('Run the same command again to continue');
    expect(stopped.stderr).not.toContain('Error');
    answer(first);
    const resumed = await runCli(threeDays, folder, environment);
    expect(resumed.stdout).toContain('done (2 of 3 days, 1 stored before; 2 papers: 2 new');
  });
});

describe('the progress of a long command', () => {
  it('is a bar of one line on a terminal, with the time left', () => {
    const stderr = new Terminal();
    let now = 0;
    const screen = createProgressScreen({ stderr }, () => now);
    screen.show({ share: 0.25, text: 'one' });
    now = 300_000;
    screen.show({ share: 0.5, text: 'two' });
    screen.show({ share: 1, text: 'three, and far more than fits on a line of such a terminal' });
    screen.end();
    const erase = '\r\u001b[K';
    expect(stderr.text.split(erase).slice(1)).toEqual([
      '[======                  ]  25 %  one',
      '[============            ]  50 %  two, 10 minutes left',
      '[========================] 100 %  three, and far more than fi'.slice(0, 59),
      '',
    ]);
  });
});
