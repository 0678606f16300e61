import { setTimeout as pause } from 'node:timers/promises';
import { deliveryNonce } from '../src/digests/delivery-nonce.ts';
import type { Digest } from '../src/digests/digest.ts';
import { nextOccurrence, type Schedule } from '../src/digests/schedule.ts';
import { composeDigest, digestReference } from '../src/discord/rendering/digest-messages.ts';
import type { DigestMessage } from '../src/discord/rendering/layouts/layout.ts';
import { saying } from '../src/language/saying.ts';
import type { LocalDiscord } from '../src/playground/discord/local-discord.ts';
import type { Instant } from '../src/ports.ts';
import { openStore } from '../src/store/databases.ts';
import type { PlannedPart } from '../src/store/outbox.ts';
import { hourMs } from '../src/time.ts';
import { parseTopic } from '../src/topics/language/parse.ts';
import { noHighlights } from '../src/topics/matching/highlights.ts';
import { createCorpus } from './invented-corpus.ts';

const usualChannelsPerGuild = 5;
const papersPerPart = 10;
/** The date of the digests. */
export const day = '2026-06-12';
const halfDayMs = 12 * hourMs;

export function createChannels(
  discord: LocalDiscord,
  amount: number,
  channelsPerGuild = usualChannelsPerGuild,
): readonly string[] {
  const channels = Array.from({ length: channelsPerGuild }, (_, index) => `papers-${index + 1}`);
  return Array.from({ length: amount / channelsPerGuild }, (_, index) =>
    discord.world.createGuild({ name: `Reading group ${index + 1}`, channels }),
  ).flatMap(({ channelIds }) => [...channelIds]);
}

export interface OutboxPlan {
  readonly channelIds: readonly string[];
  /** How many parts each channel's digest has. */
  readonly parts: number;
  readonly dueAt: Instant;
}

/** Plans a digest for each channel as the bot would, with the same papers for all. */
export async function planDigests(path: string, { channelIds, parts, dueAt }: OutboxPlan): Promise<void> {
  await using store = await openStore({ url: `file:${path}` });
  const topic = parseTopic('diffusion');
  if (!topic.ok) throw new Error(topic.error.message);
  const schedule = scheduleAt(dueAt + halfDayMs);
  const defaults = { schedule, maxPapers: 25, language: 'en' as const, nextDigestAt: nextOccurrence(schedule, dueAt) };
  const messages = inventMessages(parts * papersPerPart, parts);
  for (const channelId of channelIds) {
    await store.subscribe({
      guildId: 'a',
      channelId,
      userId: '1',
      topic: topic.topic,
      at: dueAt,
      defaults,
      cap: Number.POSITIVE_INFINITY,
    });
    await store.planDigest({
      channelId,
      date: day,
      papers: [],
      parts: messages.map((message, index) => addressTo(channelId, index + 1, message)),
      consideredNewsNumber: 0,
      at: dueAt,
    });
  }
}

const scheduleAt = (at: Instant): Schedule => ({
  time: new Date(at).toISOString().slice(11, 16),
  zone: 'UTC',
  days: [1, 2, 3, 4, 5, 6, 7],
});

/** The messages of a digest of invented papers. @throws Error if there are more or fewer than expected */
export function inventMessages(papers: number, parts: number): readonly DigestMessage[] {
  const messages = composeDigest(inventDigest(papers));
  if (messages.length === parts) return messages;
  throw new Error(`the digest has ${messages.length} parts instead of ${parts}`);
}

function inventDigest(papers: number): Digest {
  const matches = [{ canonical: 'diffusion', why: [saying('reasons.found', { words: 'diffusion', field: 'title' })] }];
  const items = createCorpus({ seed: 3 })
    .papers(papers, '2606')
    .map((paper) => ({ paper, announceType: 'new' as const, matches, highlights: noHighlights }));
  return { channelId: '', date: day, topics: ['diffusion'], items, matchedCount: papers, announcedCount: 800 };
}

/** Copies a part for another channel. Composing ten thousand digests takes minutes, and they differ only in this. */
export function addressTo(channelId: string, part: number, message: DigestMessage): PlannedPart {
  const nonce = deliveryNonce(channelId, day, part);
  const content = message.content.replace(digestReference(message.nonce), digestReference(nonce));
  return { json: JSON.stringify({ ...message, nonce, content }), nonce };
}

/** A person who runs a command every second, whether or not the last one was answered. */
export function askEverySecond(discord: LocalDiscord, command: string) {
  const guild = discord.world.createGuild({ name: 'Curious', channels: ['questions'] });
  const [channel = ''] = guild.channelIds;
  const person = discord.person({ name: 'ada', guild, channel });
  const stopping = new AbortController();
  const asked: Promise<number>[] = [];
  const ask = async (): Promise<number> => {
    const startedAt = performance.now();
    await person.run(command);
    return performance.now() - startedAt;
  };
  const asking = (async () => {
    while (!stopping.signal.aborted) {
      const answered = ask();
      answered.catch(() => {}); // `stop` reports it.
      asked.push(answered);
      await pause(1_000, null, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    /** How long each answer took, in milliseconds. Throws if one is missing. */
    async stop(): Promise<readonly number[]> {
      stopping.abort();
      await asking;
      return await Promise.all(asked);
    },
  };
}
