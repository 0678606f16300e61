import { yieldTurn } from '../../cooperate.ts';
import { gainsOver } from '../../papers/upvotes.ts';
import type { Instant } from '../../ports.ts';
import type { TrendingPaper } from '../../store/upvotes.ts';
import { dayMs } from '../../time.ts';
import { matchTopic } from '../../topics/matching/match.ts';
import { readPaper } from '../../topics/matching/paper-text.ts';
import type { Topic } from '../../topics/topic.ts';
import type { CommandContext } from '../interactions/context.ts';

/** How many papers are matched before other work gets a turn. */
const papersAtATime = 50;
/** How many papers are matched at most, those that gained most. Further down, hardly anything is gained. */
const papersMatched = 1_000;

/**
 * How many upvotes the papers on one of the topics gained on each of the last days, oldest first. Without topics, all
 * papers count. Empty if none gained any.
 */
export async function upvotesADay(
  topics: readonly Topic[],
  { now, days }: { readonly now: Instant; readonly days: number },
  { store }: Pick<CommandContext, 'store'>,
): Promise<readonly number[]> {
  const window = { now, ms: days * dayMs };
  const gains = Array.from({ length: days }, () => 0);
  for (let offset = 0; offset < papersMatched; offset += papersAtATime) {
    const papers = await store.trendingPapers({ window, offset, limit: papersAtATime });
    const rising = papers.filter(({ trend }) => (trend.gained ?? 0) > 0);
    for (const { counts } of rising.filter((each) => isOn(each, topics))) {
      for (const [day, gain] of gainsOver(counts, window, days).entries()) gains[day] = (gains[day] ?? 0) + gain;
    }
    if (rising.length < papersAtATime) break;
    await yieldTurn();
  }
  return gains.some((gain) => gain > 0) ? gains : [];
}

function isOn({ paper }: TrendingPaper, topics: readonly Topic[]): boolean {
  if (topics.length === 0) return true;
  const read = readPaper(paper);
  return topics.some((topic) => matchTopic(topic, read) !== null);
}
