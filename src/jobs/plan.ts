import { type Digest, makeDigest } from '../digests/digest.ts';
import { localDate, nextOccurrence } from '../digests/schedule.ts';
import type { Poster } from '../discord/poster.ts';
import type { LocalDate } from '../papers/listing.ts';
import type { Clock, Instant, Logger } from '../ports.ts';
import type { ChannelRecord, Delivery, DigestInput, Store } from '../store/store.ts';
import { parseTopic } from '../topics/parse.ts';
import type { Topic } from '../topics/topic.ts';

export interface PlanTools {
  readonly store: Store;
  readonly poster: Poster;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Most news that one digest considers; what is beyond it is left out, oldest first, and the log says so. */
const newsLimit = 50_000;
const channelsAtATime = 100;

/** Plans the digest of every channel that is due. One channel's failure delays no other. */
export async function planDueDigests(tools: PlanTools, signal: AbortSignal): Promise<void> {
  const failed = new Set<string>();
  while (!signal.aborted) {
    const due = await tools.store.dueChannels(tools.clock(), channelsAtATime + failed.size);
    const open = due.filter(({ channelId }) => !failed.has(channelId));
    if (open.length === 0) return;
    for (const channel of open) {
      const isPlanned = await planAndLog(channel, tools);
      if (!isPlanned) failed.add(channel.channelId);
    }
  }
}

async function planAndLog(channel: ChannelRecord, tools: PlanTools): Promise<boolean> {
  const { channelId } = channel;
  try {
    const { outcome, digest } = await planDigestNow(channelId, tools);
    const counts = { announced: digest.announcedCount, matched: digest.matchedCount, shown: digest.items.length };
    tools.log.info({ event: `digest.${outcome}`, channelId, date: digest.date, ...counts }, `digest ${outcome}`);
    return true;
  } catch (error) {
    tools.log.error({ event: 'digest.failed', channelId, err: error }, 'the digest could not be planned');
    return false;
  }
}

export interface PlannedDigest {
  /** `quiet`: no paper matched. `already-planned`: the channel has its digest of this date. */
  readonly outcome: 'planned' | 'quiet' | 'already-planned';
  readonly digest: Digest;
}

/** Freezes the channel's digest of today, whether due or not, and sets the next occurrence. */
export async function planDigestNow(channelId: string, tools: PlanTools): Promise<PlannedDigest> {
  const now = tools.clock();
  const { digest, input, consideredNewsNumber } = await buildDigest(channelId, now, tools.store);
  const isNew = await tools.store.planDigest({
    channelId,
    date: digest.date,
    papers: digest.items.map(({ paper }) => paper.id),
    parts: digest.items.length > 0 ? tools.poster.compose(digest) : [],
    consideredNewsNumber,
    nextDigestAt: nextOccurrence(input.channel.schedule, now),
    at: now,
  });
  if (!isNew) return { outcome: 'already-planned', digest };
  return { outcome: digest.items.length > 0 ? 'planned' : 'quiet', digest };
}

/** The digest that the channel would get now. */
export async function buildDigest(
  channelId: string,
  now: Instant,
  store: Store,
): Promise<{ digest: Digest; input: DigestInput; consideredNewsNumber: number }> {
  const input = await store.digestInput(channelId);
  const subscriptions = input.subscriptions.map(({ subscription, newsAfter }) => ({
    topic: parseStoredTopic(subscription.topic),
    newsAfter: Math.max(newsAfter, input.consideredNewsNumber),
  }));
  const news = await store.newsAfter(Math.min(...subscriptions.map(({ newsAfter }) => newsAfter)), newsLimit);
  const digest = makeDigest({
    channelId,
    date: localDate(input.channel.schedule.zone, now),
    subscriptions,
    news,
    posted: input.postedPapers(news.map(({ paper }) => paper.id)),
    maxPapers: input.channel.maxPapers,
  });
  const newest = news.at(-1)?.newsNumber ?? input.consideredNewsNumber;
  return { digest, input, consideredNewsNumber: Math.max(newest, input.consideredNewsNumber) };
}

function parseStoredTopic(text: string): Topic {
  const parsed = parseTopic(text);
  if (parsed.ok) return parsed.topic;
  throw new Error(`the stored topic "${text}" cannot be read: ${parsed.error.message}`);
}

/** The channel's digest of that date as it was frozen, or null. */
export async function plannedDigest(
  channelId: string,
  date: LocalDate,
  store: Store,
): Promise<readonly Delivery[] | null> {
  const deliveries = await store.deliveries(channelId, date);
  return deliveries.length > 0 ? deliveries : null;
}
