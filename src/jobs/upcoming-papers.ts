import { setImmediate as otherWork } from 'node:timers/promises';
import { localDate } from '../digests/schedule.ts';
import type { PaperId } from '../papers/paper.ts';
import type { Clock } from '../ports.ts';
import type { DuePosition } from '../store/channels.ts';
import type { DigestInput, Store } from '../store/store.ts';
import { buildDigest, readNews } from './build-digest.ts';
import { withinReach } from './catch-up.ts';
import { followedTopics } from './followed-topics.ts';
import { createRoundMatches } from './round-matches.ts';

export interface UpcomingTools {
  readonly store: Store;
  readonly clock: Clock;
}

/** How far ahead digests are looked at: services that are slow or rest for a while still tell in time. */
const lookAheadMs = 3 * 3_600_000;
const channelsAtATime = 100;
/** Enough for the budgets of a day. */
const mostPapers = 2_000;

/** The papers that the digests of the next hours would show, of the next ones first. */
export async function upcomingPapers(
  { store, clock }: UpcomingTools,
  signal: AbortSignal,
): Promise<readonly PaperId[]> {
  const now = clock();
  const desk = createRoundMatches(store);
  const found = new Set<PaperId>();
  let position: DuePosition | undefined;
  while (!signal.aborted && found.size < mostPapers) {
    const due = await store.dueChannels(now + lookAheadMs, channelsAtATime, position);
    if (due.length === 0) break;
    const inputs = await readInputs(due, { store, clock });
    await readNews(inputs, desk);
    for (const input of inputs) {
      if (signal.aborted) break;
      const { digest } = await buildDigest(input, localDate(input.channel.schedule.zone, now), desk, store);
      for (const { paper } of digest.items) found.add(paper.id);
      await otherWork();
    }
    position = due.at(-1);
  }
  return [...found].slice(0, mostPapers);
}

/** Without those that cannot be read: of these it is told when they are due. */
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
