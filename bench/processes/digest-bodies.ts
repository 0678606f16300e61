import type { NewsPaper } from '../../src/digests/news.ts';
import { defaultSchedule } from '../../src/digests/schedule.ts';
import { serializeDigest } from '../../src/discord/rendering/digest-messages.ts';
import { paperCard } from '../../src/discord/rendering/paper-card.ts';
import { buildDigest } from '../../src/jobs/planning/channel-digest.ts';
import { alikeTogether, followedTopics } from '../../src/jobs/planning/followed-topics.ts';
import { createRoundMatches, matchNews, type RoundMatches } from '../../src/jobs/planning/round-matches.ts';
import { sayIn } from '../../src/language/say.ts';
import { withoutMeaning } from '../../src/meaning/meaning.ts';
import type { ChannelRecord, Subscription } from '../../src/store/channels.ts';
import type { DigestInput } from '../../src/store/store.ts';
import { seededRandom } from '../../tools/random.ts';
import { matchCorpus } from '../match-corpus.ts';
import { readTopics } from '../match-files.ts';

/**
 * Makes the digests of many channels from one batch of papers, as a round of planning does, without the store. It
 * prints the time from the matches to the JSON that is sent.
 * Arguments: the file of topics, how many of them can be followed, the number of channels, the topics of each channel.
 */

/** Times in milliseconds. */
export interface BodiesTimes {
  readonly bodies: number;
  /** The floors: as many cards in as many bodies, with each paper's card written once, and written each time. */
  readonly joining: number;
  readonly writing: number;
  /** How many topics the channels follow. */
  readonly topics: number;
  readonly cards: number;
}

/** How many channels a round plans together. */
const channelsAtATime = 2_000;
const maxPapers = 10;
const date = '2026-06-12';

const [file = '', amount = '0', channels = '0', each = '1'] = process.argv.slice(2);
const { batches } = await matchCorpus();
const news: readonly NewsPaper[] = (batches.at(-1) ?? []).map((paper, index) => ({
  paper,
  announceType: 'new',
  newsNumber: index + 1,
}));
const topics = readTopics(file, Number(amount));
const random = seededRandom(7);
const received = {
  papersShownTo: async () => new Set<string>(),
  postedPapers: async () => new Set<string>(),
  earlierListings: async () => [],
};
/** The settings of a new channel. No cast: a setting that is missing here may refuse every paper. */
const settings: Omit<ChannelRecord, 'channelId'> = {
  guildId: '1',
  schedule: defaultSchedule,
  maxPapers,
  graceMinutes: 0,
  layout: 'cards',
  ranking: 'relevance',
  sources: null,
  minUpvotes: 0,
  mentionRoleId: null,
  saysQuietDays: false,
  followsUp: false,
  reviewDay: null,
  publishes: false,
  omitsSeen: false,
  language: 'en',
  kind: 'text',
  nextDigestAt: 0,
  lastDigestAt: null,
  lastDigestDate: null,
  nextReviewAt: null,
  reviewedUntil: null,
  blockedReason: null,
  unblockedAt: null,
  pausedAt: null,
  pausedUntil: null,
  skippedPapers: 0,
};
const asked: Subscription = { id: 1, guildId: '1', channelId: '', topic: '', createdBy: '1', createdAt: 0 };

/** A channel that mostly follows popular topics: the first one as often as the whole second half together. */
function inventChannel(number: number): DigestInput {
  const channelId = String(10n ** 18n + BigInt(number));
  const picked = Array.from({ length: Number(each) }, () => topics[Math.floor(topics.length ** random()) - 1] ?? '');
  return {
    channel: { ...settings, channelId },
    subscriptions: picked.map((topic) => ({ subscription: { ...asked, channelId, topic }, newsAfter: 0 })),
    consideredNewsNumber: 0,
    marks: [],
    pings: [],
    destinations: [],
    hasClub: false,
    meaning: withoutMeaning,
  };
}

/** The bodies of all channels, and how many cards each has. */
async function writeBodies(group: readonly DigestInput[], desk: RoundMatches): Promise<readonly number[]> {
  // The matches are known by now. This ranks them.
  await matchNews(group, desk);
  const cards: number[] = [];
  for (const { input } of alikeTogether(group.map((each) => ({ input: each })))) {
    const { digest } = await buildDigest(input, date, desk, received);
    if (digest.items.length > 0) for (const { json } of serializeDigest(digest)) read(json);
    cards.push(digest.items.length);
  }
  return cards;
}

/** Reads a body as the store would. A joined text is put together when it is first read. */
const read = (body: string): number => Buffer.byteLength(body);

function measureFloors(cards: readonly number[]) {
  const embeds = news.slice(0, maxPapers).map(({ paper }) => paperCard(paper, {}, sayIn('en')));
  const written = embeds.map((embed) => JSON.stringify(embed));
  const timed = (write: (amount: number) => string): number => {
    const startedAt = performance.now();
    for (const amount of cards) if (amount > 0) read(write(amount));
    return performance.now() - startedAt;
  };
  return {
    joining: timed((amount) => `{"embeds":[${written.slice(0, amount).join(',')}]}`),
    writing: timed((amount) => JSON.stringify({ embeds: embeds.slice(0, amount) })),
  };
}

const desk = createRoundMatches({
  newsAfter: async (number, limit) => news.filter(({ newsNumber }) => newsNumber > number).slice(0, limit),
  meaning: withoutMeaning,
  paperListings: async () => new Map(),
});
const followed = new Set<string>();
const cards: number[] = [];
let bodies = 0;
for (let from = 0; from < Number(channels); from += channelsAtATime) {
  const length = Math.min(channelsAtATime, Number(channels) - from);
  const group = Array.from({ length }, (_, index) => inventChannel(from + index));
  for (const { subscriptions } of group) for (const { subscription } of subscriptions) followed.add(subscription.topic);
  await desk.newsAfter(0);
  await desk.matchTopics(group.flatMap(followedTopics).map(({ topic }) => topic));
  const startedAt = performance.now();
  cards.push(...(await writeBodies(group, desk)));
  bodies += performance.now() - startedAt;
}
if (!cards.some((amount) => amount > 0)) throw new Error('no digest has a paper, so nothing was measured');
const times: BodiesTimes = {
  bodies,
  ...measureFloors(cards),
  topics: followed.size,
  cards: cards.reduce((sum, amount) => sum + amount, 0),
};
process.stdout.write(JSON.stringify(times));
