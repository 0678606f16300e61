import type { Digest } from '../../digests/digest.ts';
import type { DigestItem } from '../../digests/digest-item.ts';
import { memoByObject, memoLast } from '../../memo.ts';
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
      return trend === undefined ? item : withTrendOf(item)(trend);
    }),
  };
}

// Channels share their items.
const withTrendOf = memoByObject((item: DigestItem) =>
  memoLast(isSameTrend, (trend: UpvoteTrend): DigestItem => ({ ...item, trend })),
);

function isSameTrend(one: UpvoteTrend, other: UpvoteTrend): boolean {
  return one.gained === other.gained && one.windowMs === other.windowMs;
}
