import { copyFile } from 'node:fs/promises';
import Connection from 'better-sqlite3';
import type { Schedule } from '../src/digests/schedule.ts';
import { categoryReceipts } from '../src/papers/category-receipts.ts';
import type { ListingEntry } from '../src/papers/listing.ts';
import type { Instant, Random } from '../src/ports.ts';
import { openStore } from '../src/store/databases.ts';
import { dayMs, hourMs, newYorkDate } from '../src/time.ts';
import { presets } from '../src/topics/presets.ts';
import { seededRandom } from '../tools/random.ts';
import { type MatchCorpus, matchCorpus } from './match-corpus.ts';
import { inventTopics } from './match-topics.ts';

/** When the channels of the scene are due: a Friday. */
export const dueAt: Instant = Date.parse('2026-06-12T09:00:00Z');

const daysBefore = 14;
const batchesOfToday = 2;

/** The same moment as people set it. The first is the default of every new channel. */
const schedules: readonly Pick<Schedule, 'time' | 'zone'>[] = [
  { time: '09:00', zone: 'UTC' },
  { time: '11:00', zone: 'Europe/Berlin' },
  { time: '10:00', zone: 'Europe/London' },
  { time: '05:00', zone: 'America/New_York' },
  { time: '14:30', zone: 'Asia/Kolkata' },
  { time: '18:00', zone: 'Asia/Tokyo' },
];

/** A stored day of news, and what channels may follow. */
export interface PlanScene {
  readonly corpus: MatchCorpus['kind'];
  readonly papers: number;
  /** Makes a database with this many due channels. */
  addChannels(path: string, channels: number): Promise<void>;
}

/** Stores the day's papers in a database, which is copied for each number of channels. */
export async function createPlanScene(template: string): Promise<PlanScene> {
  const { kind, sample, batches } = await matchCorpus();
  const entries = batches.slice(0, batchesOfToday).flatMap((batch) => batch.map(asNew));
  await storeDay(template, entries);
  // Presets are words of real papers. Invented papers have other words.
  const shared =
    kind === 'real' ? presets.map(({ topic }) => topic) : take(inventTopics(sample, seededRandom(8)), presets.length);
  return {
    corpus: kind,
    papers: entries.length,
    async addChannels(path, channels) {
      await copyFile(template, path);
      insertChannels(path, channels, { shared, own: inventTopics(sample, seededRandom(9)), random: seededRandom(10) });
    },
  };
}

const asNew = (paper: ListingEntry['paper']): ListingEntry => ({ paper, announceType: 'new' });

async function storeDay(path: string, entries: readonly ListingEntry[]): Promise<void> {
  await using store = await openStore({ url: `file:${path}` });
  const group = [...new Set(entries.flatMap(({ paper }) => paper.categories))];
  const receipts = categoryReceipts([{ group, entries }]);
  const date = newYorkDate(dueAt);
  const listing = { source: 'arxiv' as const, date, entries, skipped: [], etags: {}, isPartial: false, receipts };
  await store.recordListing(listing, dueAt - 5 * hourMs);
}

interface Choices {
  /** Topics that many channels share, the most popular first. */
  readonly shared: readonly string[];
  /** Topics that one channel has. */
  readonly own: Iterator<string>;
  readonly random: Random;
}

/** Inserts channels with two weeks of digests behind them. Through the verbs it would take an hour for 100,000. */
function insertChannels(path: string, channels: number, choices: Choices): void {
  const connection = new Connection(path);
  const channel = connection.prepare(
    `insert into channels (channel_id, guild_id, time, zone, days, max_papers, next_digest_at, considered_news_number, layout)
     values (?, ?, ?, ?, '[1,2,3,4,5,6,7]', 10, ${dueAt}, 0, ?)`,
  );
  const subscription = connection.prepare(
    `insert into subscriptions (guild_id, channel_id, topic, created_by, created_at, news_after) values (?, ?, ?, '1', 0, 0)`,
  );
  const run = connection.prepare(
    `insert into digest_runs (told, channel_id, date, state, since, at, announced, matched, shown, missing)
     values (?, ?, ?, 'planned', ?, ?, 2000, 9, 9, '[]')`,
  );
  connection.transaction(() => {
    for (let number = 0; number < channels; number++) {
      const [guildId, channelId] = [String(10n ** 18n + BigInt(number)), String(2n * 10n ** 18n + BigInt(number))];
      const { time, zone } = chooseSchedule(choices.random);
      channel.run(channelId, guildId, time, zone, choices.random() < 0.2 ? 'list' : 'cards');
      for (const topic of chooseTopics(choices)) subscription.run(guildId, channelId, topic);
      for (const { date, at, counted } of earlierDays) run.run(counted, channelId, date, at, at);
    }
  })();
  connection.close();
}

const earlierDays = Array.from({ length: daysBefore }, (_, index) => {
  const at = dueAt - (index + 1) * dayMs;
  const date = newYorkDate(at);
  return { at, date, counted: JSON.stringify([{ source: 'arxiv', date, categories: [] }]) };
});

/** Half of the channels keep the default. */
const chooseSchedule = (random: Random) =>
  (random() < 0.5 ? undefined : schedules[Math.floor(random() * schedules.length)]) ?? {
    time: '09:00',
    zone: 'UTC',
  };

/** One to three presets, the most popular ones most often, and a topic that no other channel has. */
function chooseTopics({ shared, own, random }: Choices): ReadonlySet<string> {
  const amount = 1 + Math.floor(random() * 3);
  const picked = Array.from({ length: amount }, () => shared[Math.floor(shared.length ** random()) - 1] ?? '');
  return new Set([...picked, ...take(own, 1)]);
}

const take = (topics: Iterator<string>, amount: number): string[] =>
  Array.from({ length: amount }, () => topics.next().value ?? '');
