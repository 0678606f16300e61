import type { Digest } from '../digests/digest.ts';
import type { NewsPaper } from '../digests/news.ts';
import type { Lead } from '../digests/ranking.ts';
import { localDate } from '../digests/schedule.ts';
import { withinReach } from '../jobs/planning/catch-up.ts';
import { buildDigest } from '../jobs/planning/channel-digest.ts';
import { withTrends } from '../jobs/planning/digest-trends.ts';
import { createRoundMatches, matchNews } from '../jobs/planning/round-matches.ts';
import type { PaperId } from '../papers/paper.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';

export interface PreviewTools {
  readonly store: Store;
  readonly clock: Clock;
}

/** The digest that the channel would get now, dated today. Null if it has no subscription, or if nothing is new for it. */
export async function previewDigest(channelId: string, tools: PreviewTools): Promise<Digest | null> {
  const built = await buildNow(channelId, tools);
  if (built === null || built.digest.items.length === 0) return null;
  return await withTrends(built.digest, tools.store, tools.clock());
}

/** The place of a paper in the digest that a channel would get now. */
export interface PaperPlace {
  /** Counted from 1. It can be over the channel's maximum. */
  readonly place: number;
  /** How many papers match. */
  readonly of: number;
  readonly news: NewsPaper;
  readonly lead: Lead;
}

/** Null if the paper is not among the matches of that digest. */
export async function placeInNext(channelId: string, id: PaperId, tools: PreviewTools): Promise<PaperPlace | null> {
  const ranked = (await buildNow(channelId, tools))?.ranked();
  if (ranked === undefined) return null;
  const { papers, leadOf } = ranked;
  const at = papers.findIndex(({ news, folded = [] }) => [news, ...folded].some(({ paper }) => paper.id === id));
  const paper = papers[at];
  return paper === undefined ? null : { place: at + 1, of: papers.length, news: paper.news, lead: leadOf(paper) };
}

async function buildNow(channelId: string, tools: PreviewTools) {
  const { store, clock } = tools;
  if ((await store.channel(channelId)) === null) return null;
  const input = await withinReach(await store.digestInput(channelId), tools);
  if (input.subscriptions.length === 0) return null;
  const matches = createRoundMatches(store);
  await matchNews([input], matches);
  return await buildDigest(input, localDate(input.channel.schedule.zone, clock()), matches, store);
}
