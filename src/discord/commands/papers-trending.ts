import { yieldTurn } from '../../cooperate.ts';
import type { TrendingPaper } from '../../store/upvotes.ts';
import { dayMs } from '../../time.ts';
import { type Highlights, highlightsOf, noHighlights } from '../../topics/matching/highlights.ts';
import { matchTopic } from '../../topics/matching/match.ts';
import { readPaper } from '../../topics/matching/paper-text.ts';
import { type Topic, topicLimits } from '../../topics/topic.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { CommandContext } from '../interactions/context.ts';
import { trendingLength, trendingList } from '../rendering/trending-list.ts';
import { trendingPicture } from '../rendering/trending-picture.ts';
import { withPicture } from '../steps/pictures.ts';
import { readQuery } from '../steps/search-reading.ts';

const definition = {
  name: 'papers trending',
  audience: 'everyone',
  visibility: 'private',
  options: {
    window: {
      type: 'choice',
      choices: { today: 'Today (24 hours)', week: 'This week (7 days)', month: 'This month (30 days)' },
    },
    topic: {
      type: 'text',
      maxLength: topicLimits.characters,
    },
  },
} as const satisfies CommandDefinition;

/** Rolling windows: on the first day of a calendar month, hardly anything has happened in it. */
const windows = {
  today: { ms: dayMs, shown: 'stats.trendingToday' },
  week: { ms: 7 * dayMs, shown: 'stats.trendingWeek' },
  month: { ms: 30 * dayMs, shown: 'stats.trendingMonth' },
} as const;

/** How many papers are matched before other work gets a turn. */
const papersAtATime = 50;
/** How many papers are matched at most. Further down, nothing is trending. */
const papersMatched = 1_000;

export const papersTrending: Command<typeof definition> = {
  definition,
  async run({ window: period = 'today', topic: text }, context) {
    const topic = text === undefined ? null : readQuery(text, context);
    const { ms, shown } = windows[period];
    const window = { now: context.clock(), ms };
    const papers = await findTrending(window, topic, context);
    const asOf = await lastListingAt(context);
    const message = trendingList({ period, window, topic: topic?.canonical ?? null, papers, asOf }, context.say);
    const picture = trendingPicture({ window, subtitle: context.say(shown), papers }, context.say);
    const whole = picture === null ? message : await withPicture(message, picture, context);
    return { kind: 'message', visibility: 'private', message: whole };
  },
};

type FoundPaper = TrendingPaper & { readonly highlights: Highlights };

async function findTrending(
  window: { readonly now: number; readonly ms: number },
  topic: Topic | null,
  { store }: CommandContext,
): Promise<readonly FoundPaper[]> {
  const found: FoundPaper[] = [];
  const limit = topic === null ? trendingLength : papersAtATime;
  for (let offset = 0; offset < papersMatched && found.length < trendingLength; offset += limit) {
    const papers = await store.trendingPapers({ window, offset, limit });
    found.push(...papers.flatMap((trending) => matching(trending, topic)));
    if (papers.length < limit) break;
    await yieldTurn();
  }
  return found.slice(0, trendingLength);
}

function matching(trending: TrendingPaper, topic: Topic | null): readonly FoundPaper[] {
  if (topic === null) return [{ ...trending, highlights: noHighlights }];
  const match = matchTopic(topic, readPaper(trending.paper));
  return match === null ? [] : [{ ...trending, highlights: highlightsOf([match], trending.paper) }];
}

/** How many of the newest listings are searched for one of Hugging Face. */
const listingsSearched = 20;

async function lastListingAt({ store }: CommandContext): Promise<number | null> {
  const listings = await store.recentListings(listingsSearched);
  const times = listings.flatMap(({ source, lastSuccessAt }) =>
    source === 'huggingface' && lastSuccessAt !== null ? [lastSuccessAt] : [],
  );
  return times.length === 0 ? null : Math.max(...times);
}
