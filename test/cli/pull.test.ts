import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { status } from '../sources/fixture-server.ts';
import { type InventedArxiv, inventItems, startInventedArxiv } from '../support/invented-arxiv.ts';
import { say } from './kept-output.ts';
import { emptyFolder } from './run-cli.ts';

const tuesday = '2026-03-10';
const wednesday = '2026-03-11';
const kites = inventItems(3, '2603', 1, 'kites');
const kettles = inventItems(4, '2603', 11, 'kettles');

/** arXiv, which announced papers on Tuesday, and a database that has them. It is Wednesday now. */
async function startWednesday(arxiv: InventedArxiv) {
  const folder = await emptyFolder();
  const environment = {
    DATABASE_URL: `file:${join(folder, 'paperboy.db')}`,
    ARXIV_FEED_URL: arxiv.url,
    ARXIV_API_URL: arxiv.url,
    ARXIV_CATEGORIES: 'cs.CL, math.AG',
    SOURCES: 'arxiv',
  };
  const pullOn = (day: string, ...options: string[]) =>
    say(['pull', ...options], environment, {
      clock: () => Date.parse(`${day}T12:00Z`),
      pace: { arxivSpacingMs: 0, arxivRetryPausesMs: [] },
    });
  arxiv.announce(tuesday, kites);
  expect(await pullOn(tuesday)).toEqual({
    code: 0,
    stdout: 'arxiv 2026-03-10: pulled (3 announced, 3 new, 0 updated, 0 unchanged, 0 skipped)\n',
    stderr: '',
  });
  return { pull: (...options: string[]) => pullOn(wednesday, ...options), pullOn };
}

describe('paperboy pull', () => {
  it('has a row for the day that arXiv does not show yet, and ends with exit code 1', async () => {
    await using arxiv = await startInventedArxiv(tuesday);
    const { pull } = await startWednesday(arxiv);
    const { code, stdout } = await pull();
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^arxiv 2026-03-10: unchanged \(3 announced, 0 new/),
      'arxiv 2026-03-11: waiting (0 announced, 0 new, 0 updated, 0 unchanged, 0 skipped): ' +
        'arXiv still shows 2026-03-10; its search finds no papers of this day',
      '',
    ]);
    const [, waiting] = JSON.parse((await pull('--json')).stdout);
    expect(waiting).toMatchObject({ date: wednesday, outcome: 'waiting', categories: [], skippedItems: [] });
  });

  it('counts the papers that the search has of a day that arXiv does not show yet', async () => {
    await using arxiv = await startInventedArxiv(tuesday);
    const { pull } = await startWednesday(arxiv);
    arxiv.announce(wednesday, kettles);
    arxiv.setApiDay(wednesday);
    const { code, stdout } = await pull();
    expect(code).toBe(1);
    expect(stdout).toContain('arxiv 2026-03-11: partial (4 announced, 4 new, 0 updated, 0 unchanged, 0 skipped): ');
    expect(stdout).toContain('arXiv still shows 2026-03-10; its announcement lacked 4 papers that its search finds');
    const again = await pull();
    expect(again.code).toBe(0);
    expect(again.stdout).toContain(
      'arxiv 2026-03-11: unchanged (4 announced, 0 new, 0 updated, 4 unchanged, 0 skipped)\n',
    );
  });

  it('says that a feed is stale, and ends with exit code 1', async () => {
    await using arxiv = await startInventedArxiv(tuesday);
    const { pull } = await startWednesday(arxiv);
    arxiv.setDay(wednesday);
    arxiv.showInstead(kites);
    arxiv.setApiDay(tuesday);
    const { code, stdout } = await pull();
    expect(stdout).toMatch(/^arxiv 2026-03-11: stale \(.*its search finds no papers of this day\n$/);
    expect(code).toBe(1);
  });

  it('counts what the search finds if --date meets a stale feed', async () => {
    await using arxiv = await startInventedArxiv(tuesday);
    const { pull } = await startWednesday(arxiv);
    arxiv.announce(wednesday, kettles);
    arxiv.setApiDay(wednesday);
    const { code, stdout } = await pull('--date', wednesday);
    expect(stdout).toMatch(/^arxiv 2026-03-11: partial \(4 announced, 4 new, 0 updated, 0 unchanged, 0 skipped\): /);
    expect(stdout).toContain('2026-03-10');
    expect(stdout).toContain('lacked 4 papers that its search finds');
    expect(code).toBe(1);
  });

  it('says that a day is partial if the second way cannot be asked, and ends with exit code 1', async () => {
    await using arxiv = await startInventedArxiv(tuesday);
    const { pull, pullOn } = await startWednesday(arxiv);
    for (const [index, day] of ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'].entries()) {
      arxiv.setDay(day);
      arxiv.announce(day, inventItems(40, '2603', 100 * (index + 1), 'kites'));
      await pullOn(day);
    }
    arxiv.setDay(wednesday);
    arxiv.announce(wednesday, kettles);
    arxiv.breakDown('/api/query', status(503));
    const { code, stdout } = await pull();
    expect(stdout).toMatch(
      /^arxiv 2026-03-11: partial \(4 announced, 4 new.*far fewer papers than usual; the check failed: arXiv answered 503/,
    );
    expect(code).toBe(1);
  });

  it('names the server that failed: medRxiv, not bioRxiv, whose address it shares', async () => {
    const environment = {
      DATABASE_URL: `file:${join(await emptyFolder(), 'paperboy.db')}`,
      BIORXIV_URL: 'http://127.0.0.1:9',
      SOURCES: 'biorxiv, medrxiv',
    };
    const { code, stdout } = await say(['pull', '--date', wednesday], environment, { pace: { biorxivSpacingMs: 0 } });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^biorxiv 2026-03-11: failed: bioRxiv could not be reached.*\nmedrxiv 2026-03-11: failed: medRxiv could/,
    );
  });

  it('ends with exit code 0 on a day without papers', async () => {
    await using arxiv = await startInventedArxiv(tuesday);
    const { pullOn } = await startWednesday(arxiv);
    arxiv.setDay('2026-03-14');
    expect(await pullOn('2026-03-14')).toMatchObject({ code: 0, stdout: expect.stringContaining(': quiet (0 ann') });
  });
});
