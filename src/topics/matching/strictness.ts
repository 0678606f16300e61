/** The strictness that a topic can have. Below, nearly every paper would match; above, no paper does. */
export const strictnessRange = { least: 1, most: 40 } as const;

/** A strictness as topics have it: at most two digits after the point. */
export const writeStrictness = (strictness: number): string => String(Math.round(strictness * 100) / 100);

/** A score in a sentence. It is rounded down, so that a score below the line never looks as if it reached it. */
export const showScore = (score: number): string => (Math.floor(score * 10) / 10).toFixed(1);
