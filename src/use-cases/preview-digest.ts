import type { Digest } from '../digests/digest.ts';
import { localDate } from '../digests/schedule.ts';
import { withinReach } from '../jobs/planning/catch-up.ts';
import { buildDigest } from '../jobs/planning/channel-digest.ts';
import { withTrends } from '../jobs/planning/digest-trends.ts';
import { createRoundMatches, matchNews } from '../jobs/planning/round-matches.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';

export interface PreviewTools {
  readonly store: Store;
  readonly clock: Clock;
}

/** The digest that the channel would get now, dated today. Null if it has no subscription, or if nothing is new for it. */
export async function previewDigest(channelId: string, tools: PreviewTools): Promise<Digest | null> {
  const { store, clock } = tools;
  if ((await store.channel(channelId)) === null) return null;
  const input = await withinReach(await store.digestInput(channelId), tools);
  if (input.subscriptions.length === 0) return null;
  const matches = createRoundMatches(store);
  await matchNews([input], matches);
  const { digest } = await buildDigest(input, localDate(input.channel.schedule.zone, clock()), matches, store);
  if (digest.items.length === 0) return null;
  return await withTrends(digest, store, clock());
}
