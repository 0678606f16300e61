/** How many subscriptions a guild may have in all channels, which bounds what one guild costs the others. */
export const subscriptionsPerGuild = 50;

/** The maximum of papers in a digest: the default, and the range for managers. */
export const papersPerDigest = { default: 10, min: 1, max: 30 } as const;

/** How many minutes a digest waits for a source that has not published the day. */
export const graceMinutes = { default: 120, min: 0, max: 720 } as const;

/** The window of a forecast, in days, and how many recent papers a preview shows. */
export const forecastWindow = { days: 30, examples: 5 } as const;

/** At this many papers a day, a preview suggests a narrower topic. */
export const crowdedPerDay = 50;

/** How many papers a reading list holds, and how long a note on one may be. */
export const savedAtMost = 1_000;
export const noteAtMost = 300;
