import { yieldTurn } from '../cooperate.ts';
import { localDate } from '../digests/schedule.ts';
import type { PaperId } from '../papers/paper.ts';
import type { Clock } from '../ports.ts';
import type { DuePosition } from '../store/channels.ts';
import type { DigestInput, Store } from '../store/store.ts';
import { hourMs } from '../time.ts';
import { withinReach } from './planning/catch-up.ts';
import { buildDigest } from './planning/channel-digest.ts';
import { followedTopics } from './planning/followed-topics.ts';
import { createRoundMatches, matchNews } from './planning/round-matches.ts';

export interface UpcomingTools {
  readonly store: Store;
  readonly clock: Clock;
}

/** How far ahead it looks, so that services that are slow or rest for a while still answer in time. */
const lookAheadMs = 3 * hourMs;
const channelsAtATime = 100;
/** More than a day's budgets of requests can cover. */
const mostPapers = 2_000;

/** The papers that the digests of the next hours would show, those of the earliest digests first. */
export async function upcomingPapers(
  { store, clock }: UpcomingTools,
  signal: AbortSignal,
): Promise<readonly PaperId[]> {
  const now = clock();
  const matches = createRoundMatches(store);
  const found = new Set<PaperId>();
  let position: DuePosition | undefined;
  while (!signal.aborted && found.size < mostPapers) {
    const due = await store.dueChannels(now + lookAheadMs, channelsAtATime, position);
    if (due.length === 0) break;
    const inputs = await readInputs(due, { store, clock });
    await matchNews(inputs, matches);
    for (const input of inputs) {
      if (signal.aborted) break;
      const { digest } = await buildDigest(input, localDate(input.channel.schedule.zone, now), matches, store);
      for (const { paper } of digest.items) found.add(paper.id);
      await yieldTurn();
    }
    position = due.at(-1);
  }
  return [...found].slice(0, mostPapers);
}

/** The channels' inputs, without those that cannot be read. Planning reports these when they are due. */
async function readInputs(
  channels: readonly { readonly channelId: string }[],
  tools: UpcomingTools,
): Promise<readonly DigestInput[]> {
  const inputs: DigestInput[] = [];
  for (const { channelId } of channels) {
    try {
      const input = await withinReach(await tools.store.digestInput(channelId), tools);
      followedTopics(input);
      inputs.push(input);
    } catch {}
  }
  return inputs;
}
