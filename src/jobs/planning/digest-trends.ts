import type { Digest } from '../../digests/digest.ts';
import type { DigestItem } from '../../digests/digest-item.ts';
import { trendWindowMs, type UpvoteTrend } from '../../papers/upvotes.ts';
import type { Instant } from '../../ports.ts';
import type { Store } from '../../store/store.ts';

/** Adds to each paper of a digest how its upvotes changed in the last day. */
export async function withTrends(digest: Digest, store: Pick<Store, 'upvoteTrends'>, now: Instant): Promise<Digest> {
  const upvoted = digest.items.filter(({ paper }) => paper.extras.upvotes !== null).map(({ paper }) => paper.id);
  if (upvoted.length === 0) return digest;
  const trends = await store.upvoteTrends(upvoted, { now, ms: trendWindowMs });
  return {
    ...digest,
    items: digest.items.map((item) => {
      const trend = trends.get(item.paper.id);
      return trend === undefined ? item : withTrend(item, trend);
    }),
  };
}

// A cache: channels share their items.
const trendingItems = new WeakMap<DigestItem, DigestItem>();

function withTrend(item: DigestItem, trend: UpvoteTrend): DigestItem {
  const known = trendingItems.get(item);
  if (known?.trend?.gained === trend.gained && known.trend.windowMs === trend.windowMs) return known;
  const trending = { ...item, trend };
  trendingItems.set(item, trending);
  return trending;
}
