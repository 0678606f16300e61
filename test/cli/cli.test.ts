import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/cli/run.ts';
import { HttpPortError } from '../../src/http-port.ts';
import { startSampleSources } from '../../src/playground/sample-sources.ts';
import { openStore } from '../../src/store/databases.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { utcDate } from '../../src/time.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { say } from './kept-output.ts';
import { emptyFolder, runCli } from './run-cli.ts';

const commandNames = ['start', 'demo', 'pull', 'preview'];

async function storePapers(url: string, papers: number, id?: string): Promise<void> {
  await using store = await openStore({ url });
  const now = Date.now();
  const date = utcDate(now);
  const entries = inventPapers(papers, 'diffusion').map((paper) => ({
    paper: { ...paper, id: id ?? paper.id },
    announceType: 'new' as const,
  }));
  await store.recordListing({ source: 'arxiv', date, entries, skipped: [], etags: {}, isPartial: false }, now);
}

describe('paperboy', () => {
  it('lists its commands with --help, and each has a help text', async () => {
    const help = await say(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const name of commandNames) {
      expect(help.stdout).toContain(`  ${name}`);
      const own = await say([name, '--help']);
      expect(own).toMatchObject({ code: 0, stderr: '' });
      expect(own.stdout).toContain(`paperboy ${name}:`);
      expect(await say(['help', name])).toEqual(own);
    }
    expect(await say(['help'])).toEqual(help);
  });

  it('prints its version', async () => {
    expect(await say(['--version'])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: '',
    });
  });

  it.each([
    [[], 'The command is missing.'],
    [['deliver'], 'There is no command "deliver"'],
    [['help', 'deliver'], 'There is no command "deliver".\n'],
    [['pul'], 'There is no command "pul". Did you mean pull?\n'],
    [['Preview'], 'There is no command "Preview". Did you mean preview?\n'],
    [['help', 'restor'], 'There is no command "restor". Did you mean restore?\n'],
    [['--hepl'], 'There is no command "--hepl". Did you mean --help?\n'],
    [['pull', '--souce', 'arxiv'], "Unknown option '--souce'. Did you mean --source?\nSee: "],
    [['pull', '--source'], '--source needs a value after it.\nSee: '],
    [
      ['preview', '--topic', '-survey'],
      '--topic needs a value after it. If the value begins with a dash, write --topic=-…\nSee: ',
    ],
    [['pull', '--blindly'], "Unknown option '--blindly'.\nSee: "],
    [['pull', '-x'], "Unknown option '-x'.\nSee: "],
    [['pull', '-json'], "Unknown option '-json'. Did you mean --json?\nSee: "],
    [['pull', '-help'], "Unknown option '-help'. Did you mean --help?\nSee: "],
    [['preview', '--topc=x'], "Unknown option '--topc'. Did you mean --topic?\nSee: "],
    [['backup', '--jsn', 'a'], "Unknown option '--jsn'. Did you mean --json?\nSee: "],
    [['pull', '--source', 'arxv'], 'There is no source "arxv". Did you mean arxiv?\nSee: '],
    [['pull', '--source', 'bioarxiv'], 'There is no source "bioarxiv". Did you mean biorxiv?\nSee: '],
    [['pull', '--source', 'jornals'], 'There is no source "jornals". Did you mean crossref?\nSee: '],
    [['preview', '--topic', 'x', '--layout', 'lsit'], 'There is no layout "lsit". Did you mean list?\nSee: '],
    [['pull', '--source', 'nature'], 'There is no source "nature". Choose one of: huggingface, arxiv'],
    [['pull', '--source', 'crossref'], 'crossref is not used: name journals in CROSSREF_ISSNS'],
    [['pull', '--date', '2026-02-30'], '"2026-02-30" is not a date'],
    [['pull', '--date', '2999-01-01'], '2999-01-01 has not come yet'],
    [['pull', '--date', '1991-08-13'], '1991-08-13 is before arXiv began'],
    [['pull', 'today'], 'today'],
    [['preview'], 'The topic is missing.'],
    [['preview', '--topic', 'x', '--days', '0'], '--days takes a whole number from 1 to 366'],
    [['preview', '--topic', 'a (b'], '^'],
    [['preview', '--topic', 'about:(a b)'], 'about: needs a sentence in quotes'],
    [['preview', '--topic', 'x', '--layout', 'hologram'], 'There is no layout "hologram". Choose one of: cards, list'],
  ])('refuses wrong usage with exit code 2: %j', async (args, words) => {
    const result = await say(args);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain(words);
  });

  it('explains why a source that the configuration leaves out is not pulled', async () => {
    const result = await say(['pull', '--source', 'medrxiv'], { SOURCES: 'arxiv' });
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining('add it to SOURCES') });
  });

  it.each([
    ['pull', '--source', 'nature'],
    ['preview', '--topic', 'x'],
    ['backup', '/nowhere/saved.db'],
    ['restore', '/nowhere/saved.db'],
    ['start'],
  ])('names a misspelt setting of the environment: paperboy %s', async (...args) => {
    const DATABASE_URL = `file:${join(await emptyFolder(), 'papers.db')}`;
    const { stderr } = await say(args, { DATABASE_URI: 'file:papers.db', DATABASE_URL, SOURCES: 'huggingface' });
    expect(stderr).toContain('The environment sets DATABASE_URI, which is not a setting. Did you mean DATABASE_URL?');
  });

  it('reads a topic by meaning, unless the configuration switches that off', async () => {
    const asked = ['preview', '--topic', 'about:"editing the weights of a model"'];
    expect((await say(asked, { MEANING: 'off' })).stderr).toContain('switched off topics by meaning (MEANING=off)');
    expect((await say(asked)).stderr).toContain('npm run paperboy -- pull');
    expect((await say(asked, { MEANING: 'maybe' })).stderr).toContain('MEANING must be on or off');
  });

  it('refuses a wrong configuration with exit code 78, and lists every problem', async () => {
    const result = await say(['pull'], { LOG_LEVEL: 'loud', DATABASE_URL: 'nowhere' });
    expect(result).toMatchObject({ code: 78, stdout: '' });
    expect(result.stderr).toContain('LOG_LEVEL must be one of');
    expect(result.stderr).toContain('DATABASE_URL must begin with file:');
  });

  it('ends with exit code 78 if a database cannot be used', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'notes.db'), 'these are my notes, not a database '.repeat(100));
    const result = await runCli(['preview', '--topic', 'x'], folder, { DATABASE_URL: 'file:notes.db' });
    expect(result).toMatchObject({ code: 78, stdout: '' });
    expect(result.stderr).toContain('notes.db');
  });

  it('says that no database can be reached under a URL of PostgreSQL, and repeats no password', async () => {
    const url = 'postgres://bot:secret@127.0.0.1:1/paperboy';
    const result = await say(['preview', '--topic', 'x'], { DATABASE_URL: url });
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toContain(
      'PostgreSQL at 127.0.0.1:1/paperboy cannot be reached (connect ECONNREFUSED 127.0.0.1:1)',
    );
    expect(result.stderr).not.toContain('secret');
  });

  it.runIf(process.platform === 'linux')('ends where Linux lets nobody make a folder', async () => {
    const place = '/proc/paperboy/paperboy.db';
    const args = ['pull', '--source', 'huggingface'];
    const environment = { DATABASE_URL: `file:${place}`, HUGGINGFACE_URL: 'http://127.0.0.1:9' };
    const result = await say(args, environment);
    expect(result).toMatchObject({ code: 78, stdout: '' });
    expect(result.stderr).toContain(`${place} cannot be opened or written (ENOENT)`);
  });

  it('lets a service manager try again if the disk is full, but not if permissions are missing', () => {
    expect(exitCodeOf(new StoreError('full', ''))).toBe(1);
    expect(exitCodeOf(new StoreError('unwritable', ''))).toBe(78);
    expect(exitCodeOf(new StoreError('newer-database', ''))).toBe(78);
    expect(exitCodeOf(new HttpPortError('taken'))).toBe(78);
  });
});

describe('paperboy pull and preview', () => {
  const today = utcDate(Date.now());

  it('print one JSON document each, and nothing else on standard output', async () => {
    await using sample = await startSampleSources({ today });
    const folder = await emptyFolder();
    const environment = {
      HUGGINGFACE_URL: sample.url,
      ARXIV_FEED_URL: sample.url,
      ARXIV_API_URL: sample.url,
      ARXIV_CATEGORIES: 'cs.CL',
      SOURCES: 'huggingface, arxiv',
    };

    const pulled = await runCli(['pull', '--date', today, '--json'], folder, environment);
    expect(pulled).toMatchObject({ code: 0, stderr: '' });
    const reports = JSON.parse(pulled.stdout) as Record<string, unknown>[];
    expect(reports.map(({ source, date, outcome }) => ({ source, date, outcome }))).toEqual([
      { source: 'huggingface', date: today, outcome: 'pulled' },
      { source: 'arxiv', date: today, outcome: 'pulled' },
    ]);
    for (const report of reports) {
      const { new: fresh, updated, unchanged, skipped, announced } = report as Record<string, number>;
      expect(announced).toBe((fresh ?? 0) + (updated ?? 0) + (unchanged ?? 0) + (skipped ?? 0));
    }
    const [, arxiv] = reports as { categories?: { category: string; announced: number; fetched: number }[] }[];
    const [, ofCategory] = arxiv?.categories ?? [];
    expect(ofCategory).toMatchObject({ category: 'cs.CL', fetched: ofCategory?.announced });
    expect(ofCategory?.announced).toBeGreaterThan(5);
    expect(arxiv).toMatchObject({ skippedItems: [], day: expect.stringMatching(/expected|weekend|holiday/) });

    const inside = { ...environment, DATABASE_URL: `file:${join(folder, 'data/paperboy.db')}` };
    const again = await say(['pull', '--date', today, '--json'], inside);
    for (const report of JSON.parse(again.stdout))
      expect(report).toMatchObject({ outcome: 'unchanged', new: 0, updated: 0 });

    const preview = await say(['preview', '--topic', ' "language model"  OR diffusion', '--json'], inside);
    expect(preview).toMatchObject({ code: 0, stderr: '' });
    const document = JSON.parse(preview.stdout);
    expect(Object.keys(document)).toEqual(['topic', 'canonical', 'papers', 'messages']);
    expect(document.canonical).toBe('"language model" OR diffusion');
    expect(document.papers.length).toBeGreaterThan(5);
    for (const paper of document.papers) {
      expect(paper).toEqual({
        id: expect.any(String),
        title: expect.any(String),
        why: expect.stringMatching(/^“.+” in the (title|abstract)/),
      });
    }
    expect(document.messages[0].embeds.length).toBeGreaterThan(5);

    const text = await say(['preview', '--topic', 'diffusion', '--days', '2'], inside);
    expect(text.stdout).toMatch(/^ +“diffusion” in the (title|abstract)/m);
    expect(text.stdout).toMatch(/\[APP\].*┎─+╮.*Matches .*“diffusion” in/s);
  });

  it('fail with exit code 1 if a source does not answer, and say why', async () => {
    const result = await say(['pull', '--source', 'huggingface', '--json'], {
      DATABASE_URL: `file:${join(await emptyFolder(), 'papers.db')}`,
      HUGGINGFACE_URL: 'http://127.0.0.1:9',
      SOURCES: 'huggingface, crossref',
    });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('crossref is not used: name journals in CROSSREF_ISSNS');
    const reports = JSON.parse(result.stdout);
    expect(reports[0]).toMatchObject({
      source: 'huggingface',
      outcome: 'failed',
      reason: expect.stringContaining('Hugging Face'),
    });
  });
});

describe('paperboy preview', () => {
  it('says that papers must be fetched first if none are stored', async () => {
    const url = `file:${join(await emptyFolder(), 'papers.db')}`;
    await storePapers(url, 0);
    const result = await say(['preview', '--topic', 'diffusion'], { DATABASE_URL: url });
    expect(result).toEqual({ code: 0, stdout: expect.stringContaining('Fetch some first'), stderr: '' });
  });

  it('parts ids of any length from the titles, and counts one paper in the singular', async () => {
    const url = `file:${join(await emptyFolder(), 'papers.db')}`;
    await storePapers(url, 1, '10.5555/tides.1');
    const args = ['preview', '--topic', 'diffusion', '--days', '1'];
    const { stdout } = await say(args, { DATABASE_URL: url });
    expect(stdout).toMatch(/^diffusion: 1 of 1 paper of the last day\n {2}10\.5555\/tides\.1 {2}\S.*\n {19}\S/);
  });

  it('says in one line why no paper can ever match, and nothing of a topic that one might', async () => {
    const url = `file:${join(await emptyFolder(), 'papers.db')}`;
    await storePapers(url, 2);
    const preview = (topic: string) => say(['preview', '--topic', topic], { DATABASE_URL: url });
    expect(await preview('=AI -ai')).toEqual({
      code: 0,
      stdout:
        '=AI -ai: 0 of 2 papers of the last 7 days\n' +
        'No paper can ever match, because “-ai” leaves out all that “=AI” finds.\n',
      stderr: '',
    });
    expect((await preview('primary:cs.AI primary:cs.CV')).stdout).toContain(
      'because a paper cannot have both “primary:cs.AI” and “primary:cs.CV”.\n',
    );
    expect((await preview('"a of b" -a')).stdout).toContain('all that "a of b" finds.\n');
    expect((await preview('kettles')).stdout).toBe('kettles: 0 of 2 papers of the last 7 days\n');
  });

  it('prints the messages of the chosen layout', async () => {
    const url = `file:${join(await emptyFolder(), 'papers.db')}`;
    await storePapers(url, 3);
    const args = ['preview', '--topic', 'diffusion', '--layout', 'list', '--json'];
    const result = await say(args, { DATABASE_URL: url });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    const [message] = JSON.parse(result.stdout).messages as { content: string; embeds: unknown[] }[];
    expect(message?.embeds).toEqual([]);
    expect(message?.content.match(/^- \[.+\]\(https:\/\/arxiv\.org\/abs\/\d{4}\.\d{5}\)$/gm)).toHaveLength(3);
  });
});

describe('paperboy demo', () => {
  it('reports that it cannot create its folder', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'data'), 'a file where its folder is to be');
    const result = await runCli(['demo', '--sample'], folder);
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toMatch(/^demo failed: data\/demo cannot be created \(\w+\)\. Run the demo in/);
  });

  it('plays the whole day on the sample, without escape codes if there is no terminal', async () => {
    const folder = await emptyFolder();
    const result = await runCli(['demo', '--sample'], folder);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toContain('Preview. Nothing is subscribed yet.');
    expect(result.stdout.match(/@Ada subscribed this channel to/g)).toHaveLength(3);
    expect(result.stdout).toMatch(
      /The best 10 of \d+ new papers on your topics: "language model", diffusion -survey, cat/,
    );
    for (const reason of ['“Language Models” in', '“Diffusion” in', 'in quant-ph']) {
      expect(result.stdout).toMatch(new RegExp(`Matches [^\\n]*: ${reason}`));
    }
    expect(result.stdout).toContain('npm run paperboy -- setup');
    expect(result.stdout).not.toContain('\u001b');
    expect(await readdir(folder)).toEqual(['data']);
    expect(await readdir(join(folder, 'data'))).toEqual(['demo']);
  });
});
