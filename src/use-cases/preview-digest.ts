import type { Digest } from '../digests/digest.ts';
import { localDate } from '../digests/schedule.ts';
import { buildDigest, readNews } from '../jobs/build-digest.ts';
import { withinReach } from '../jobs/catch-up.ts';
import { withTrends } from '../jobs/digest-trends.ts';
import { createRoundMatches } from '../jobs/round-matches.ts';
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
  await readNews([input], matches);
  const { digest } = await buildDigest(input, localDate(input.channel.schedule.zone, clock()), matches, store);
  if (digest.items.length === 0) return null;
  return await withTrends(digest, store, clock());
}
