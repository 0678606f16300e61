/** The most other words that may stand between words that are near each other. */
export const farthest = 100;
