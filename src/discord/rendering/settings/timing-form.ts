import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import { showDays } from '../../../digests/schedule.ts';
import type { SettingValues } from '../../../store/channels.ts';
import { customId } from '../components.ts';

/** The settings of the form for the digest's timing, each with its field's name. */
export type TimingName = 'time' | 'zone' | 'days' | 'maxPapers' | 'graceMinutes';

interface TimingField {
  readonly name: TimingName;
  readonly label: string;
  readonly hint: string;
  readonly maxLength: number;
  /** The value as the form shows it. */
  readonly show: (values: Pick<SettingValues, TimingName>) => string;
}

export const timingFields: readonly TimingField[] = [
  {
    name: 'time',
    label: 'Time of day',
    hint: 'Such as 09:00 or 9am',
    maxLength: 40,
    show: ({ time }) => time,
  },
  {
    name: 'zone',
    label: 'Time zone',
    hint: 'A city, a region or a country, such as Berlin',
    maxLength: 100,
    show: ({ zone }) => zone,
  },
  {
    name: 'days',
    label: 'Days',
    hint: 'Such as: every day, weekdays, Mon Wed Fri',
    maxLength: 100,
    show: ({ days }) => showDays(days),
  },
  {
    name: 'maxPapers',
    label: 'Most papers in one digest',
    hint: 'The best ones are shown. From 1 to 30',
    maxLength: 10,
    show: ({ maxPapers }) => String(maxPapers),
  },
  {
    name: 'graceMinutes',
    label: 'Minutes to wait for a late source',
    hint: 'From 0 (not at all) to 720',
    maxLength: 10,
    show: ({ graceMinutes }) => String(graceMinutes),
  },
];

/** Discord's numbers for a label and a text input of one line. */
const component = { label: 18, textInput: 4, oneLine: 1 } as const;

/** The form for the digest's timing, with the present values. */
export const timingForm = (
  draftId: number,
  values: Pick<SettingValues, TimingName>,
): APIModalInteractionResponseCallbackData => ({
  custom_id: customId('change-setting', draftId),
  title: 'When the digest comes',
  components: timingFields.map(({ name, label, hint, maxLength, show }) => ({
    type: component.label,
    label,
    description: hint,
    component: {
      type: component.textInput,
      custom_id: name,
      style: component.oneLine,
      required: true,
      min_length: 1,
      max_length: maxLength,
      value: show(values),
    },
  })),
});
