import { filterOf, refusalOf } from '../../digests/paper-filter.ts';
import { isCross } from '../../digests/ranking.ts';
import { nextOccurrence, occurrenceDate } from '../../digests/schedule.ts';
import type { Say } from '../../language/say.ts';
import type { Meaning } from '../../meaning/meaning.ts';
import type { Paper, PaperId } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { ChannelRecord, Subscription } from '../../store/channels.ts';
import type { PaperTrail, Store } from '../../store/store.ts';
import type { LocalDate } from '../../time.ts';
import { parseCanonical } from '../../topics/language/parse.ts';
import { explainMatch, explainMiss, explainScores } from '../../topics/matching/explain.ts';
import { highlightsOf } from '../../topics/matching/highlights.ts';
import { type Match, matchTopic } from '../../topics/matching/match.ts';
import { type PaperText, readPaper } from '../../topics/matching/paper-text.ts';
import { bestRelevance, relevance } from '../../topics/relevance/relevance.ts';
import type { CommandContext } from '../interactions/context.ts';
import { holdsPaper, leadToPaper } from '../rendering/layouts/part-links.ts';
import { type ShownPlace, showRelevance } from '../rendering/paper-place.ts';
import type { ShownTopic, ShownTrail, Verdict } from '../rendering/paper-trail.ts';
import { foundPaper } from './paper-reference.ts';

/** A topic of the channel, matched with the paper. */
export interface HeldTopic {
  readonly subscription: Subscription;
  /** The topic gets only news after this number. */
  readonly newsAfter: number;
  readonly match: Match | null;
  /** Why it matches, or the first clause that fails. */
  readonly why: string;
  /** How relevant the paper is to it; null if it does not match. */
  readonly strength: string | null;
}

/**
 * Explains what became of a paper on its way to the channel.
 * @throws UserError if the paper cannot be found.
 */
export async function findTrail(id: PaperId, channelId: string, context: CommandContext): Promise<ShownTrail> {
  const trail = await context.store.paperTrail(channelId, id);
  const paper = trail?.paper ?? foundPaper(id, await context.services.lookUpPaper(id));
  const channel = await context.store.channel(channelId);
  const topics = channel === null ? [] : await holdTopics(paper, channelId, context);
  const matches = topics.flatMap(({ match }) => match ?? []);
  const verdict = await judge({ trail, channel, topics, context });
  return {
    paper,
    highlights: highlightsOf(matches, paper),
    guildId: context.guildId ?? '@me',
    channelId,
    listings: trail?.listings ?? [],
    cameInAt: trail?.news?.at ?? null,
    duplicates: trail?.duplicates.map((duplicate) => duplicate.paper) ?? [],
    verdict,
    place: channel === null ? null : await findPlace({ paper, trail, channel, verdict }, context),
    topics: topics.map((topic) => shownTopic(topic, trail)),
  };
}

/** The topics that the channel follows now, each matched with the paper. */
export async function holdTopics(
  paper: Paper,
  channelId: string,
  { store, say }: Pick<CommandContext, 'store' | 'say'>,
): Promise<readonly HeldTopic[]> {
  const text = readPaper(paper);
  const { subscriptions } = await store.digestInput(channelId);
  return subscriptions.map(({ subscription, newsAfter }) => ({
    subscription,
    newsAfter,
    ...hold(subscription.topic, text, store.meaning, say),
  }));
}

function hold(
  topicText: string,
  paper: PaperText,
  meaning: Meaning,
  say: Say,
): Pick<HeldTopic, 'match' | 'why' | 'strength'> {
  const parsed = parseCanonical(topicText, meaning);
  if (!parsed.ok)
    return { match: null, why: say('trail.unreadable', { reason: say.saying(parsed.error.said) }), strength: null };
  const match = matchTopic(parsed.topic, paper);
  if (match === null) return { match, why: say.sayings(explainMiss(parsed.topic, paper) ?? []), strength: null };
  const strength = showRelevance(relevance(parsed.topic, paper), bestRelevance(parsed.topic), say);
  return { match, why: say.sayings([...explainMatch(match), ...explainScores(match)]), strength };
}

function shownTopic(
  { subscription, newsAfter, match, why, strength }: HeldTopic,
  trail: PaperTrail | null,
): ShownTopic {
  const wasLate = trail !== null && trail.news !== null && trail.news.number <= newsAfter;
  return {
    topic: subscription.topic,
    isMatch: match !== null,
    why,
    strength,
    lateSince: match !== null && wasLate ? subscription.createdAt : null,
  };
}

interface Case {
  readonly trail: PaperTrail | null;
  readonly channel: ChannelRecord | null;
  readonly topics: readonly HeldTopic[];
  readonly context: CommandContext;
}

/** The first reason that applies, in the order of a paper's way. A post comes before all others. */
async function judge({ trail, channel, topics, context }: Case): Promise<Verdict> {
  if (trail !== null && channel !== null && trail.postedIn !== null) {
    return judgePosted(trail.paper, channel, trail.postedIn.date, context.store);
  }
  const { paper: duplicate, postedIn = null } = trail?.duplicates.find((one) => one.postedIn !== null) ?? {};
  if (channel !== null && duplicate !== undefined && postedIn !== null) {
    return { ...(await judgePosted(duplicate, channel, postedIn.date, context.store)), duplicate };
  }
  if (channel === null || topics.length === 0) return { kind: 'no-subscription' };
  if (trail === null) return { kind: 'not-listed' };
  const { news, pastDate } = trail;
  if (pastDate !== null) return { kind: 'past', date: pastDate };
  if (news === null) return { kind: 'no-news' };
  const matching = topics.filter(({ match }) => match !== null);
  if (matching.length === 0) return { kind: 'no-match' };
  if (matching.every(({ newsAfter }) => news.number <= newsAfter)) return { kind: 'before-subscription' };
  const { consideredNewsNumber } = await context.store.digestInput(channel.channelId);
  return news.number > consideredNewsNumber ? judgeComing(trail.paper, channel, context) : judgePast(trail, channel);
}

async function judgePosted(
  paper: Paper,
  { channelId }: ChannelRecord,
  date: string,
  store: Store,
): Promise<Extract<Verdict, { kind: 'posted' | 'refused' }>> {
  const parts = await store.deliveries(channelId, date);
  const part = parts.find(({ payload }) => holdsPaper(payload, paper));
  if (part === undefined && parts.some(({ leftOut }) => leadToPaper(leftOut, paper))) {
    return { kind: 'refused', date };
  }
  return {
    kind: 'posted',
    date,
    state: part?.state ?? 'sent',
    messageId: part?.messageId ?? null,
    threadId: part?.threadId ?? null,
    reason: part?.reason ?? null,
    plannedAt: part?.plannedAt ?? null,
    retryAt: part?.state === 'retry' ? part.dueAt : null,
  };
}

async function judgeComing(paper: Paper, channel: ChannelRecord, context: CommandContext): Promise<Verdict> {
  const { store, services, clock } = context;
  const digest = await services.previewDigest(channel.channelId);
  const isShown = digest?.items.some((item) =>
    [item.paper, ...(item.duplicates ?? [])].some(({ id }) => id === paper.id),
  );
  const filtered = isShown === true ? null : judgeFilter(paper, channel, null);
  if (filtered !== null) return filtered;
  return {
    kind: 'coming',
    timing: { ...channel, nextDigestAt: await nextFreeDigest(channel, store) },
    now: clock(),
    maxPapers: channel.maxPapers,
    isOverMaximum: isShown !== true,
    blockedReason: channel.blockedReason,
  };
}

/** A channel gets one digest a day. If the next one was posted ahead of time, the one after it is the next. */
async function nextFreeDigest({ channelId, schedule, nextDigestAt }: ChannelRecord, store: Store): Promise<Instant> {
  const parts = await store.deliveries(channelId, occurrenceDate(schedule, nextDigestAt));
  return parts.length > 0 ? nextOccurrence(schedule, nextDigestAt) : nextDigestAt;
}

/**
 * A full digest left the paper out. A digest with room would hold it if it had matched then, and if the channel had taken
 * it. Its settings of that day are not known: those of today are the best guess.
 */
function judgePast({ paper, consideredIn }: PaperTrail, channel: ChannelRecord): Verdict {
  const date = consideredIn?.date ?? null;
  const filtered = judgeFilter(paper, channel, date);
  if (filtered !== null) return filtered;
  if (consideredIn === null || date === null || consideredIn.papers < channel.maxPapers)
    return { kind: 'left-out', date };
  return { kind: 'over-maximum', date, papers: consideredIn.papers };
}

/** Which setting of the channel does not let the paper through; null if none. */
function judgeFilter(paper: Paper, channel: ChannelRecord, date: LocalDate | null): Verdict | null {
  const filter = filterOf(channel);
  const by = filter === null ? null : refusalOf(paper, filter);
  if (filter === null || by === null) return null;
  return { kind: 'filtered', by, filter, date };
}

interface Placed {
  readonly paper: Paper;
  readonly trail: PaperTrail | null;
  readonly channel: ChannelRecord;
  readonly verdict: Verdict;
}

/** The paper's place in the digest that has it, in the one that left it out, or in the next one. */
async function findPlace(
  { paper, trail, channel, verdict }: Placed,
  { store, services }: CommandContext,
): Promise<ShownPlace | null> {
  const { channelId } = channel;
  switch (verdict.kind) {
    case 'coming': {
      const next = await services.placeInNext(channelId, paper.id);
      if (next === null) return null;
      const { topic, move, place, of } = next.lead;
      const isCrossed = isCross(next.news.announceType);
      return {
        ...rankedBy({ paper, trail, channel }),
        isPast: false,
        isCross: isCrossed,
        move,
        place: next.place,
        of: next.of,
        lead: { topic: topic.canonical, place, of },
      };
    }
    case 'posted':
    case 'over-maximum':
      return pastPlace({ paper, trail, channel }, verdict.date, store);
    default:
      return null;
  }
}

/** The paper's place in a digest that was made. */
export async function pastPlace(
  placed: Omit<Placed, 'verdict'>,
  date: LocalDate,
  store: Pick<Store, 'digestRun'>,
): Promise<ShownPlace> {
  const run = await store.digestRun(placed.channel.channelId, date);
  const place = placed.trail?.postedIn?.place ?? null;
  return { ...rankedBy(placed), isPast: true, move: null, place, of: run?.matched ?? null, lead: null };
}

/** What decides the paper's place. */
function rankedBy({ paper, trail, channel: { ranking } }: Omit<Placed, 'verdict'>) {
  const listings = trail?.listings ?? [];
  return {
    ranking,
    upvotes: paper.extras.upvotes,
    published: paper.publishedAt?.slice(0, 10) ?? null,
    isCross: listings.length > 0 && listings.every(({ announceType }) => isCross(announceType)),
  };
}
