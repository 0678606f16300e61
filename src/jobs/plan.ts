import { type Digest, makeDigest } from '../digests/digest.ts';
import { latestOccurrence, localDate, nextOccurrence, occurrenceDate } from '../digests/schedule.ts';
import type { Poster } from '../discord/poster.ts';
import type { LocalDate } from '../papers/listing.ts';
import type { Clock, Instant, Logger } from '../ports.ts';
import type { ChannelRecord, DigestInput, Store } from '../store/store.ts';
import { parseTopic } from '../topics/parse.ts';
import type { Topic } from '../topics/topic.ts';
import { createNewsDesk, type NewsDesk } from './news-desk.ts';

export interface PlanTools {
  readonly store: Store;
  readonly poster: Poster;
  readonly clock: Clock;
  readonly log: Logger;
}

const channelsAtATime = 100;

/** Plans the digest of every channel that is due. One channel's failure delays no other. */
export async function planDueDigests(tools: PlanTools, signal: AbortSignal): Promise<void> {
  const desk = createNewsDesk(tools.store);
  const failed = new Set<string>();
  while (!signal.aborted) {
    const due = await tools.store.dueChannels(tools.clock(), channelsAtATime + failed.size);
    const open = due.filter(({ channelId }) => !failed.has(channelId));
    if (open.length === 0) return;
    for (const channel of open) {
      const isPlanned = await planDueDigest(channel, desk, tools);
      if (!isPlanned) failed.add(channel.channelId);
    }
  }
}

/** A digest that comes late is the one of the day that it was due. */
async function planDueDigest(channel: ChannelRecord, desk: NewsDesk, tools: PlanTools): Promise<boolean> {
  const { channelId, schedule } = channel;
  const date = occurrenceDate(schedule, latestOccurrence(schedule, tools.clock()));
  try {
    const { outcome, digest } = await planDigest(channelId, date, desk, tools);
    const counts = { announced: digest.announcedCount, matched: digest.matchedCount, shown: digest.items.length };
    tools.log.info({ event: `digest.${outcome}`, channelId, date, ...counts }, `digest of ${date}: ${outcome}`);
    return true;
  } catch (error) {
    tools.log.error({ event: 'digest.failed', channelId, date, err: error }, 'the digest could not be planned');
    return false;
  }
}

export interface PlannedDigest {
  /** `quiet`: no paper matched. `already-planned`: the channel has its digest of this date. */
  readonly outcome: 'planned' | 'quiet' | 'already-planned';
  readonly digest: Digest;
}

/** Freezes the channel's digest of today, whether due or not. */
export async function planDigestNow(channelId: string, zone: string, tools: PlanTools): Promise<PlannedDigest> {
  return await planDigest(channelId, localDate(zone, tools.clock()), createNewsDesk(tools.store), tools);
}

async function planDigest(
  channelId: string,
  date: LocalDate,
  desk: NewsDesk,
  tools: PlanTools,
): Promise<PlannedDigest> {
  const now = tools.clock();
  const input = await tools.store.digestInput(channelId);
  const { digest, consideredNewsNumber } = await buildDigest(input, date, desk);
  const isNew = await tools.store.planDigest({
    channelId,
    date,
    papers: digest.items.map(({ paper }) => paper.id),
    parts: digest.items.length > 0 ? tools.poster.compose(digest) : [],
    consideredNewsNumber,
    nextDigestAt: nextOccurrence(input.channel.schedule, now),
    at: now,
  });
  if (!isNew) return { outcome: 'already-planned', digest };
  return { outcome: digest.items.length > 0 ? 'planned' : 'quiet', digest };
}

/** The digest that the channel would get now, dated today, or null where it has no subscription. */
export async function previewDigest(channelId: string, now: Instant, store: Store): Promise<Digest | null> {
  if ((await store.channel(channelId)) === null) return null;
  const input = await store.digestInput(channelId);
  if (input.subscriptions.length === 0) return null;
  const date = localDate(input.channel.schedule.zone, now);
  return (await buildDigest(input, date, createNewsDesk(store))).digest;
}

async function buildDigest(input: DigestInput, date: LocalDate, desk: NewsDesk) {
  const subscriptions = input.subscriptions.map(({ subscription, newsAfter }) => ({
    topic: parseStoredTopic(subscription.topic),
    newsAfter: Math.max(newsAfter, input.consideredNewsNumber),
  }));
  const news = await desk.newsAfter(Math.min(...subscriptions.map(({ newsAfter }) => newsAfter)));
  const digest = makeDigest({
    channelId: input.channel.channelId,
    date,
    subscriptions,
    news,
    posted: input.postedPapers(news.map(({ paper }) => paper.id)),
    read: desk.read,
    maxPapers: input.channel.maxPapers,
  });
  return { digest, consideredNewsNumber: news.at(-1)?.newsNumber ?? input.consideredNewsNumber };
}

function parseStoredTopic(text: string): Topic {
  const parsed = parseTopic(text);
  if (parsed.ok) return parsed.topic;
  throw new Error(`the stored topic "${text}" cannot be read: ${parsed.error.message}`);
}
