import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { count } from '../discord/rendering/numbers.ts';
import { pullListing } from '../jobs/pull.ts';
import type { SourceId } from '../papers/paper.ts';
import { type LocalDiscord, startLocalDiscord } from '../playground/discord/local-discord.ts';
import type { MessageView } from '../playground/discord/message-view.ts';
import type { Person } from '../playground/person.ts';
import type { Instant, Logger } from '../ports.ts';
import { createSources } from '../sources/registry.ts';
import { openStore } from '../store/databases.ts';
import { hourMs, utcDate } from '../time.ts';
import { version } from '../version.ts';
import type { DemoScreen } from './demo-screen.ts';

/** The sources of the demo's papers. */
export interface DemoSources extends AsyncDisposable {
  readonly config: Config;
  /** Which sources still show the day before. */
  readonly earlier: SourceId | 'all';
  /** One or more topics that match papers of these sources. */
  readonly topics: readonly [string, ...string[]];
  readonly arxivSpacingMs?: number;
  /** Sets the day at bundled sources. */
  setDay(day: Instant): void;
}

export interface DemoDay {
  readonly sources: DemoSources;
  /** A time before the digest of the played day. */
  readonly morning: Instant;
  readonly screen: DemoScreen;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** Plays the day with the real bot, a Discord on loopback, and a clock that is set by hand. */
export async function playDay({ sources, morning, screen, log, signal }: DemoDay): Promise<void> {
  let now = morning - 12 * hourMs;
  const clock = () => now;
  await using discord = await startLocalDiscord({ clock });
  const guild = discord.world.createGuild({ name: 'Demo Lab', channels: ['daily-papers'] });
  const [channelId = ''] = guild.channelIds;
  const ada = discord.person({ name: 'Ada', guild, channel: channelId, permissions: ['ManageChannels'] });
  const names = { users: new Map([[ada.id, 'Ada']]), channels: new Map([[channelId, 'daily-papers']]) };
  const config: Config = { ...sources.config, discordToken: discord.token, discordApiUrl: discord.url };

  screen.step('The evening before: yesterday’s listings are pulled');
  sources.setDay(now);
  await pullEarlierDay(config, sources, { clock, log, signal }, screen);

  const { arxivSpacingMs: ms } = sources;
  const pace = ms === undefined ? {} : { arxivSpacingMs: ms, huggingfaceSpacingMs: ms };
  await using app = await createApp(config, { log, clock, wakesItself: false, ...pace }, signal);
  await subscribeToAll(sources.topics, { ada, discord, screen, names: { ...names, now } });

  now = morning;
  sources.setDay(now);
  screen.step('The next morning: today’s listings are pulled');
  await app.wake();
  const { papers } = await app.store.counts();
  screen.note(`${count(papers, 'paper')} ${papers === 1 ? 'is' : 'are'} stored now.`);

  now = morning + hourMs;
  screen.step('It is 09:00 UTC, and the digest arrives in #daily-papers');
  const before = discord.messages(channelId).length;
  await app.wake();
  screen.messages(discord.messages(channelId).slice(before), { ...names, now });
}

interface EarlierTools {
  readonly clock: () => Instant;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** Pulls papers for the preview to show. Papers stored before a channel subscribes are never posted there. */
async function pullEarlierDay(config: Config, sources: DemoSources, tools: EarlierTools, screen: DemoScreen) {
  const { clock, log, signal } = tools;
  await using store = await openStore({ url: config.databaseUrl });
  await using set = createSources({ ...config, version, clock, arxivSpacingMs: sources.arxivSpacingMs ?? 3_000 });
  const date = utcDate(clock());
  for (const source of set.list.filter(({ id }) => sources.earlier === 'all' || id === sources.earlier)) {
    const report = await pullListing(source, { date, isExact: true }, { store, clock, log }, signal);
    screen.note(`${source.name}: ${count(report.announced, 'paper')}${report.reason ? ` (${report.reason})` : ''}`);
  }
}

interface Room {
  readonly ada: Person;
  readonly discord: LocalDiscord;
  readonly screen: DemoScreen;
  readonly names: Parameters<DemoScreen['messages']>[1];
}

/** Shows the first preview in full. The other ones look alike, so it shows only what the channel sees. */
async function subscribeToAll([first, ...others]: DemoSources['topics'], room: Room): Promise<void> {
  const { screen, names } = room;
  screen.step(`Ada types in #daily-papers: /subscribe topic: ${first}`);
  const { preview, line } = await subscribe(first, room);
  screen.messages([preview], names);
  screen.step('She presses Subscribe, and the channel hears of it');
  screen.messages(line, names);
  if (others.length === 0) return;
  screen.step(`She subscribes to two more: ${others.join(' and ')}`);
  const lines: MessageView[] = [];
  for (const topic of others) lines.push(...(await subscribe(topic, room)).line);
  screen.messages(lines, names);
}

/** Runs the command and presses Subscribe. Returns what Ada saw and the new messages of the channel. */
async function subscribe(topic: string, { ada, discord }: Room) {
  const reply = await ada.run('/subscribe', { topic });
  const preview = (await reply.answered()).message;
  if (preview === undefined) throw new Error('the bot did not answer /subscribe with a message');
  const before = discord.messages(preview.channelId).length;
  await ada.press(reply, 'Subscribe');
  return { preview, line: await newMessages(discord, preview.channelId, before) };
}

/** Waits for the public line, which follows the button's answer within moments. */
async function newMessages(discord: LocalDiscord, channelId: string, before: number) {
  for (let tries = 0; tries < 100 && discord.messages(channelId).length === before; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return discord.messages(channelId).slice(before);
}
