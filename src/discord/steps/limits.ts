/** Most subscriptions that one guild may have, over all its channels: bounds what one guild can cost everybody. */
export const subscriptionsPerGuild = 50;

/** How many papers a digest holds at most: as a channel starts, and as far as its managers can go. */
export const papersPerDigest = { default: 10, min: 1, max: 30 } as const;

/** How many minutes a digest waits for a source that has not told the day. */
export const graceMinutes = { default: 120, min: 0, max: 720 } as const;

/** The window of a forecast, in days, and how many recent papers a preview shows. */
export const forecastWindow = { days: 30, examples: 5 } as const;

/** From this many papers a day on, a preview suggests a narrower topic. */
export const crowdedPerDay = 50;
