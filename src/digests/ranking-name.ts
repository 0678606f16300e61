/**
 * What decides which papers of a digest come first, and which are left out over its maximum; the first one is the default.
 * A channel stores the name.
 */
const rankingNames = ['relevance', 'votes', 'newest'] as const;

export type RankingName = (typeof rankingNames)[number];

export const defaultRanking: RankingName = rankingNames[0];

const isRankingName = (text: string): text is RankingName => (rankingNames as readonly string[]).includes(text);

/** The ranking of that name. An unknown name, such as one of a newer version, gives the default. */
export const readRankingName = (text: string): RankingName => (isRankingName(text) ? text : defaultRanking);
