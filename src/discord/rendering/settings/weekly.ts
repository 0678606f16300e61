import type { Weekday } from '../../../digests/schedule.ts';
import type { Say } from '../../../language/say.ts';
import type { Setting } from './setting.ts';

/** What `/digest settings weekly` offers, by the name of the choice. */
export const weeklyChoices = {
  off: 'Never',
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
} as const;

export type WeeklyChoice = keyof typeof weeklyChoices;

/** In the order of ISO weekdays, after the choice for no review. */
const choices = Object.keys(weeklyChoices) as readonly WeeklyChoice[];

/** The weekday of a choice; null for no review. */
export const reviewDayOf = (choice: WeeklyChoice): Weekday | null =>
  choice === 'off' ? null : (choices.indexOf(choice) as Weekday);

const choiceOf = (day: Weekday | null): WeeklyChoice => choices[day ?? 0] ?? 'off';

const labelOf = (choice: WeeklyChoice, say: Say): string => say(`commands.digest settings.weekly.${choice}`);

const isChoice = (value: string | undefined): value is WeeklyChoice =>
  value !== undefined && Object.hasOwn(weeklyChoices, value);

/** The day of the weekly review. */
export const weeklySetting: Setting = {
  key: 'weekly',
  label: 'settings.weekly',
  names: ['reviewDay'],
  show: ({ reviewDay }, { say }) => labelOf(choiceOf(reviewDay), say),
  input: {
    kind: 'choice',
    question: 'settings.weeklyQuestion',
    options: ({ reviewDay }, { say }) =>
      choices.map((value) => ({ value, label: labelOf(value, say), isChosen: value === choiceOf(reviewDay) })),
    read: ([choice]) => (isChoice(choice) ? { reviewDay: reviewDayOf(choice) } : null),
  },
};
