import { count } from '../numbers.ts';
import { showSchedule } from '../subscription-preview.ts';
import type { Setting } from './setting.ts';

const form = { kind: 'form' } as const;

/** When the digest comes. */
export const scheduleSetting: Setting = {
  key: 'when',
  label: 'When',
  names: ['time', 'zone', 'days'],
  show: showSchedule,
  input: form,
};

/** How many papers a digest holds. */
export const maximumSetting: Setting = {
  key: 'max',
  label: 'At most',
  names: ['maxPapers'],
  show: ({ maxPapers }) => `${count(maxPapers, 'paper')} a digest`,
  input: form,
};

/** How long a digest waits for a source. */
export const graceSetting: Setting = {
  key: 'grace',
  label: 'Waits for a late source',
  names: ['graceMinutes'],
  show: ({ graceMinutes }) => (graceMinutes === 0 ? 'not at all' : `up to ${count(graceMinutes, 'minute')}`),
  input: form,
};
