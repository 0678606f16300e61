import { hash } from 'node:crypto';
import { cooperate } from '../cooperate.ts';
import { ownerOf } from '../digests/personal-guild.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { Clock } from '../ports.ts';
import type { StoredFeed } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';
import { parseCanonical } from '../topics/language/parse.ts';
import type { Topic } from '../topics/topic.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { plainText } from './feed-text.ts';
import { type DatedPaper, paperEntry } from './paper-entry.ts';

/** The most papers of a feed. */
const papersAtMost = 50;

/** The feed of a topic has the papers that became news within this many days. */
const topicDays = 30;

export interface FeedTools {
  readonly store: Pick<Store, 'meaning' | 'forecast' | 'newsTimes' | 'newestDigestPapers' | 'subscriptions'>;
  readonly clock: Clock;
}

/** Reads what a feed shows now. */
export async function readFeed(stored: StoredFeed, selfUrl: string, tools: FeedTools): Promise<Feed> {
  const say = sayIn(stored.language);
  const { papers, topics } =
    stored.topic === null ? await papersOfDigests(stored, tools) : await papersOfTopic(stored.topic, tools);
  const entries = await cooperate(entriesOf(papers, topics, say));
  return {
    id: feedId(stored),
    ...titlesOf(stored, say),
    language: stored.language,
    pageUrl: `https://discord.com/channels/${ownerOf(stored.guildId) === null ? stored.guildId : '@me'}/${stored.channelId}`,
    selfUrl,
    updatedAt: papers.reduce((latest, { at }) => Math.max(latest, at), stored.createdAt),
    entries,
  };
}

interface FeedPapers {
  readonly papers: readonly DatedPaper[];
  /** The topics that say why each paper is there. */
  readonly topics: readonly Topic[];
}

async function papersOfDigests({ guildId, channelId }: StoredFeed, { store }: FeedTools): Promise<FeedPapers> {
  const papers = await store.newestDigestPapers(channelId, papersAtMost);
  const subscriptions = await store.subscriptions(guildId, channelId);
  return { papers, topics: subscriptions.flatMap(({ topic }) => readTopic(topic, { store }) ?? []) };
}

/** The news that matches the topic, the newest first. A topic that can no longer be read has none. */
async function papersOfTopic(canonical: string, { store, clock }: FeedTools): Promise<FeedPapers> {
  const topic = readTopic(canonical, { store });
  if (topic === null) return { papers: [], topics: [] };
  const window = { now: clock(), days: topicDays, examples: papersAtMost };
  const { examples } = await store.forecast(topic, window);
  const times = await store.newsTimes(examples.map(({ id }) => id));
  const papers = examples.flatMap((paper) => {
    const at = times.get(paper.id);
    return at === undefined ? [] : [{ paper, at }];
  });
  return { papers: papers.toSorted((one, other) => other.at - one.at), topics: [topic] };
}

function readTopic(canonical: string, { store }: Pick<FeedTools, 'store'>): Topic | null {
  const parsed = parseCanonical(canonical, store.meaning);
  return parsed.ok ? parsed.topic : null;
}

/** Each paper is a step, because matching it takes time. */
function* entriesOf(papers: readonly DatedPaper[], topics: readonly Topic[], say: Say): Generator<void, FeedEntry[]> {
  const entries: FeedEntry[] = [];
  for (const paper of papers) {
    entries.push(paperEntry(paper, topics, say));
    yield;
  }
  return entries;
}

function titlesOf({ guildId, channelName, topic }: StoredFeed, say: Say): Pick<Feed, 'title' | 'subtitle'> {
  if (topic !== null) return { title: plainText(topic), subtitle: say('feeds.topicSubtitle') };
  const isOwn = ownerOf(guildId) !== null;
  const channel = plainText(channelName ?? '');
  const title = isOwn || channel === '' ? say('feeds.digestsTitle') : say('feeds.channelTitle', { channel });
  return { title, subtitle: say('feeds.digestsSubtitle') };
}

/** A UUID of version 8 (RFC 9562), the same for the same channel and subscription. */
function feedId({ channelId, subscriptionId }: StoredFeed): string {
  const digits = hash('sha256', `paperboy/feed/${channelId}/${subscriptionId ?? 'digests'}`, 'hex');
  const [a, b, c, d, e] = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(13, 16),
    digits.slice(17, 20),
    digits.slice(20, 32),
  ];
  return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`;
}
