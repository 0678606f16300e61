import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import { showDays } from '../../../digests/schedule.ts';
import type { Say } from '../../../language/say.ts';
import type { SettingValues } from '../../../store/channels.ts';
import { customId } from '../components.ts';
import type { SettingText } from './setting.ts';

/** The settings of the form for the digest's timing, each with its field's name. */
export type TimingName = 'time' | 'zone' | 'days' | 'maxPapers' | 'graceMinutes';

interface TimingField {
  readonly name: TimingName;
  readonly label: SettingText;
  readonly hint: SettingText;
  readonly maxLength: number;
  /** The value as the form shows it. */
  readonly show: (values: Pick<SettingValues, TimingName>) => string;
}

export const timingFields: readonly TimingField[] = [
  {
    name: 'time',
    label: 'settings.formTime',
    hint: 'settings.formTimeHint',
    maxLength: 40,
    show: ({ time }) => time,
  },
  {
    name: 'zone',
    label: 'settings.formZone',
    hint: 'settings.formZoneHint',
    maxLength: 100,
    show: ({ zone }) => zone,
  },
  {
    name: 'days',
    label: 'settings.formDays',
    hint: 'settings.formDaysHint',
    maxLength: 100,
    show: ({ days }) => showDays(days),
  },
  {
    name: 'maxPapers',
    label: 'settings.formMax',
    hint: 'settings.formMaxHint',
    maxLength: 10,
    show: ({ maxPapers }) => String(maxPapers),
  },
  {
    name: 'graceMinutes',
    label: 'settings.formGrace',
    hint: 'settings.formGraceHint',
    maxLength: 10,
    show: ({ graceMinutes }) => String(graceMinutes),
  },
];

/** Discord's numbers for a label and a text input of one line. */
const component = { label: 18, textInput: 4, oneLine: 1 } as const;

/** One field of the form, with its present value. */
export const timingInput = ({ name, label, hint, maxLength }: TimingField, value: string, say: Say) => ({
  type: component.label,
  label: say(label),
  description: say(hint),
  component: {
    type: component.textInput,
    custom_id: name,
    style: component.oneLine,
    required: true,
    min_length: 1,
    max_length: maxLength,
    value,
  },
});

/** The form for the digest's timing, with the present values. */
export const timingForm = (
  draftId: number,
  values: Pick<SettingValues, TimingName>,
  say: Say,
): APIModalInteractionResponseCallbackData => ({
  custom_id: customId('change-setting', draftId),
  title: say('settings.form'),
  components: timingFields.map((field) => timingInput(field, field.show(values), say)),
});
