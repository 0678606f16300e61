/** The farthest that words may be from each other to be near, in other words between them. */
export const farthest = 100;
