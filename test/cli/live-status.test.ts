import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run.ts';
import { createStatusScreen } from '../../src/cli/status/status-screen.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { type SampleSources, startSampleSources } from '../../src/playground/sample-sources.ts';
import { openStore } from '../../src/store/databases.ts';
import { utcDate } from '../../src/time.ts';
import { version } from '../../src/version.ts';
import { serverOrSkip } from '../store/postgres/server.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { FakeTerminal } from './fake-terminal.ts';
import { emptyFolder } from './run-cli.ts';

const labels = ['Paperboy', 'Sources', 'Next', 'Last'];
/** The lines at the foot of the screen. */
const foot = (terminal: FakeTerminal) => terminal.lines.slice(-labels.length);
const hasStatus = (terminal: FakeTerminal) =>
  foot(terminal).every((line, index) => line.startsWith(labels[index] ?? ''));
const statusLines = (terminal: FakeTerminal) =>
  terminal.lines.filter((line) => /^(Paperboy|Sources|Next|Last) {2}/.test(line));

describe('npm start on a terminal', () => {
  let discord: LocalDiscord;
  let sources: SampleSources;
  let terminal: FakeTerminal;
  beforeEach(async () => {
    discord = await startLocalDiscord({ limits: { identifyWindowMs: 0, maxConcurrency: 2 } });
    sources = await startSampleSources({ today: utcDate(Date.now()) });
    terminal = new FakeTerminal(110);
    url = `file:${join(await emptyFolder(), 'paperboy.db')}`;
  });
  afterEach(async () => {
    await discord[Symbol.asyncDispose]();
    await sources[Symbol.asyncDispose]();
  });

  let url: string;
  /** Announces two papers to the running bot. */
  async function announce(): Promise<void> {
    await using store = await openStore({ url });
    const entries = inventPapers(2, 'diffusion').map((paper) => ({ paper, announceType: 'new' as const }));
    const listing = {
      source: 'huggingface',
      date: utcDate(Date.now()),
      entries,
      skipped: [],
      etags: {},
      isPartial: true,
    };
    await store.recordListing(listing, Date.now());
  }

  async function start(more: Readonly<Record<string, string>> = {}, stderr: FakeTerminal = terminal) {
    const environment = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
      DATABASE_URL: url,
      SOURCES: 'hf',
      HUGGINGFACE_URL: sources.url,
      MEANING: 'off',
      ...more,
    };
    const stopping = new AbortController();
    const ended = runCli(['start'], { environment, envFile: '', stdout: stderr, stderr, signal: stopping.signal });
    return { stop: () => stopping.abort('SIGTERM'), ended };
  }

  it('shows a status below the log, draws it again after a pull, and leaves only the log', async () => {
    discord.world.createGuild({ name: 'Reading group', channels: ['papers'] });
    const bot = await start();
    await expect
      .poll(() => foot(terminal)[1], { timeout: 20_000 })
      .toMatch(/^Sources {3}Hugging Face.* (listed|quiet) just now$/);
    expect(foot(terminal)[0]).toMatch(
      new RegExp(`^Paperboy {2}${version} · connected to Discord( \\(\\d+ ms\\))? · \\d+ MB of memory$`),
    );
    expect(foot(terminal).slice(2)).toEqual([
      'Next      no channel has a topic yet',
      'Last      nothing delivered since the start',
    ]);
    expect(statusLines(terminal)).toHaveLength(4);
    bot.stop();
    expect(await bot.ended).toBe(0);
    expect(statusLines(terminal)).toEqual([]);
    expect(terminal.lines.at(-1)).toMatch(/INFO: stopped$/);
    expect(terminal.lines.some((line) => line.includes('is ready on 1 server'))).toBe(true);
  });

  it('shows the next digest, and what was delivered last', async () => {
    const guild = discord.world.createGuild({ name: 'Reading group', channels: ['papers'] });
    const manager = discord.person({
      name: 'maria',
      guild,
      channel: [...guild.channelIds][0] ?? '',
      permissions: ['ManageChannels'],
    });
    const bot = await start();
    await expect.poll(() => foot(terminal)[1], { timeout: 20_000 }).toContain('just now');
    const preview = await manager.run('/subscribe', { topic: 'diffusion' });
    await manager.press(await preview.answered(), 'Subscribe');
    await announce();
    await manager.run('/digest now');
    await expect.poll(() => foot(terminal)[3], { timeout: 10_000 }).toMatch(/^Last {6}#papers sent just now/);
    expect(foot(terminal)[2]).toMatch(/^Next {6}#papers in \d+ (h|min|s)$/);
    bot.stop();
    expect(await bot.ended).toBe(0);
  });

  it('says how many shards a process has, and its role among several', async ({ skip }) => {
    const bot = await start({ SHARDS: '0-1/2' });
    await expect.poll(() => foot(terminal)[0], { timeout: 20_000 }).toMatch(/ · connected to Discord with 2 shards/);
    bot.stop();
    expect(await bot.ended).toBe(0);
    const server = await serverOrSkip(skip);
    terminal = new FakeTerminal(110);
    const worker = await start({ DATABASE_URL: await server.newDatabase(), ROLE: 'worker' }, terminal);
    await expect.poll(() => foot(terminal)[0], { timeout: 20_000 }).toMatch(/ · worker · \d+ MB of memory$/);
    expect(terminal.written).toContain('starts as worker with the database');
    expect(terminal.written).toContain('is ready to pull, plan and deliver');
    worker.stop();
    expect(await worker.ended).toBe(0);
  });

  it.each([
    ['with the log as JSON', { LOG_FORMAT: 'json' }],
    ['if it is turned off', { LIVE_STATUS: 'off' }],
    ['on a terminal without sequences', { TERM: 'dumb' }],
  ])('shows none %s', async (_when, more) => {
    const bot = await start(more);
    await expect.poll(() => terminal.written, { timeout: 20_000 }).toContain('is ready on');
    bot.stop();
    expect(await bot.ended).toBe(0);
    expect(terminal.written).not.toContain('of memory');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not be there.
    expect(terminal.written).not.toMatch(/\u001b\[\d*[AJ]/);
  });

  it('has no colours with NO_COLOR, in the log neither', async () => {
    const bot = await start({ NO_COLOR: '1' });
    await expect.poll(() => hasStatus(terminal), { timeout: 20_000 }).toBe(true);
    bot.stop();
    await bot.ended;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not be there.
    expect(terminal.written).not.toMatch(/\u001b\[[\d;]*m/);
  });
});

describe('the status at the foot of a terminal', () => {
  const lines = [
    { label: 'One', text: 'first' },
    { label: 'Two', text: 'second' },
  ];
  const shown = ['One       first', 'Two       second'];

  it('stays below each log line, and breaks none', () => {
    const terminal = new FakeTerminal(40);
    using screen = createStatusScreen(terminal, true);
    screen.show(lines);
    expect(terminal.lines).toEqual(shown);
    screen.log.write('a line\n');
    screen.log.write('a line that is longer than the terminal is wide\nand another\n');
    screen.show(lines);
    expect(terminal.lines).toEqual(
      ['a line', 'a line that is longer than the terminal ', 'is wide', 'and another', ...shown].map((line) =>
        line.trimEnd(),
      ),
    );
  });

  it('waits for the end of a line', () => {
    const terminal = new FakeTerminal(40);
    using screen = createStatusScreen(terminal, false);
    screen.show(lines);
    screen.log.write('half a ');
    expect(terminal.lines).toEqual(['half a']);
    screen.log.write('line\n');
    expect(terminal.lines).toEqual(['half a line', ...shown]);
  });

  it('cuts what is too long, in columns, and removes what would move the cursor', () => {
    const terminal = new FakeTerminal(20);
    using screen = createStatusScreen(terminal, false);
    screen.show([
      { label: 'Long', text: 'twelve papers of today' },
      { label: 'Wide', text: '論文論文論文論文' },
      { label: 'Bad', text: 'a\u001b[2Jb\nc' },
    ]);
    expect(terminal.lines).toEqual(['Long      twelve p…', 'Wide      論文論文…', 'Bad       a[2Jbc']);
  });

  it('is drawn again at the new width', () => {
    const terminal = new FakeTerminal(40);
    using screen = createStatusScreen(terminal, false);
    screen.show([{ label: 'Long', text: 'twelve papers of today' }]);
    terminal.columns = 80;
    terminal.emit('resize');
    expect(terminal.lines).toEqual(['Long      twelve papers of today']);
  });

  it('is left out where there is no room, and disappears at the end', () => {
    const terminal = new FakeTerminal(40);
    terminal.rows = 3;
    const screen = createStatusScreen(terminal, false);
    screen.show(lines);
    expect(terminal.lines).toEqual([]);
    terminal.rows = 10;
    terminal.emit('resize');
    expect(terminal.lines).toEqual(shown);
    screen[Symbol.dispose]();
    screen.show(lines);
    expect(terminal.lines).toEqual([]);
    expect(terminal.listenerCount('resize')).toBe(0);
  });
});
