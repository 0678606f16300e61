import { showSchedule } from '../show-schedule.ts';
import type { Setting } from './setting.ts';

const form = { kind: 'form' } as const;

/** When the digest comes. */
export const scheduleSetting: Setting = {
  key: 'when',
  label: 'settings.when',
  names: ['time', 'zone', 'days'],
  show: (schedule, { say }) => showSchedule(schedule, say),
  input: form,
};

/** How many papers a digest holds. */
export const maximumSetting: Setting = {
  key: 'max',
  label: 'settings.max',
  names: ['maxPapers'],
  show: ({ maxPapers }, { say }) => say('settings.maxValue', { count: maxPapers }),
  input: form,
};

/** How long a digest waits for a source. */
export const graceSetting: Setting = {
  key: 'grace',
  label: 'settings.grace',
  names: ['graceMinutes'],
  show: ({ graceMinutes }, { say }) => say('settings.graceValue', { count: graceMinutes }),
  input: form,
};
