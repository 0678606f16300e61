import { count } from '../discord/rendering/numbers.ts';
import { pullListing } from '../jobs/pull.ts';
import type { LocalDiscord } from '../playground/discord/local-discord.ts';
import type { MessageView } from '../playground/discord/message-view.ts';
import type { Person } from '../playground/person.ts';
import type { Instant, Logger } from '../ports.ts';
import { createSources } from '../sources/registry.ts';
import { hourMs, utcDate } from '../time.ts';
import { version } from '../version.ts';
import type { DemoScreen } from './demo-screen.ts';
import type { DemoSources } from './demo-sources.ts';
import type { DemoStage } from './demo-stage.ts';

export interface DemoDay {
  readonly stage: DemoStage;
  /** A time before the digest of the played day. */
  readonly morning: Instant;
  readonly screen: DemoScreen;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** Plays the day from the evening before, at which the stage's clock stands, until the digest. */
export async function playDay({ stage, morning, screen, log, signal }: DemoDay): Promise<void> {
  const { discord, store, world } = stage;
  const { papers, ada } = world;
  const names = {
    users: new Map([[ada.id, ada.name]]),
    channels: new Map([[papers.id, papers.name]]),
  };

  screen.step('The evening before: yesterday’s listings are pulled');
  stage.setTime(stage.now());
  await pullEarlierDay(stage, { log, signal }, screen);

  await stage.startBot();
  await subscribeToAll(stage.sources().topics, { ada, discord, screen, names: { ...names, now: stage.now() } });

  stage.setTime(morning);
  screen.step('The next morning: today’s listings are pulled');
  await stage.wakeBot();
  const stored = (await store.counts()).papers;
  screen.note(`${count(stored, 'paper')} ${stored === 1 ? 'is' : 'are'} stored now.`);

  stage.setTime(morning + hourMs);
  screen.step(`It is 09:00 UTC, and the digest arrives in #${papers.name}`);
  const before = discord.messages(papers).length;
  await stage.wakeBot();
  screen.messages(discord.messages(papers).slice(before), { ...names, now: stage.now() });
}

/** How long a slow machine may take for an answer. */
const patienceMs = 60_000;

interface EarlierTools {
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** Pulls papers for the preview to show. Papers stored before a channel subscribes are never posted there. */
async function pullEarlierDay(stage: DemoStage, { log, signal }: EarlierTools, screen: DemoScreen): Promise<void> {
  const { store, now: clock } = stage;
  const { config, pace, earlier }: DemoSources = stage.sources();
  await using set = createSources({ ...config, version, clock, arxivSpacingMs: 3_000, ...pace });
  const date = utcDate(clock());
  for (const source of set.list.filter(({ id }) => earlier === 'all' || id === earlier)) {
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
  screen.step(`Ada types in #papers: /subscribe topic: ${first}`);
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
  const preview = (await reply.answered(patienceMs)).message;
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
