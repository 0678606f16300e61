/**
 * By how much upvotes raise a paper: twofold for three of them, tenfold for a hundred. Most papers are not voted on, and
 * stay as they are. `npm run bench -- ranking` compares it with the order by upvotes.
 */
export const popularity = (upvotes: number | null): number => Math.sqrt(1 + (upvotes ?? 0));
