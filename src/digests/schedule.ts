/** ISO weekdays: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a channel gets its digest: local time of day, IANA zone, and the weekdays on which it does. */
export interface Schedule {
  /** `HH:MM`, 24 hours. */
  readonly time: string;
  /** An IANA zone, `Europe/Berlin`. */
  readonly zone: string;
  /** Ascending, at least one. */
  readonly days: readonly Weekday[];
}

/** What a channel has until its managers choose otherwise. */
export const defaultSchedule: Schedule = { time: '09:00', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] };
