import { type Setting, switchInput } from './setting.ts';

/** Whether a day without papers has a line. */
export const quietDaysSetting: Setting = {
  key: 'quiet',
  label: 'settings.quiet',
  names: ['saysQuietDays'],
  show: ({ saysQuietDays }, { say }) => say(saysQuietDays ? 'settings.quietOn' : 'settings.quietOff'),
  input: switchInput('saysQuietDays', 'settings.quietQuestion', {
    on: 'settings.quietChoiceOn',
    off: 'settings.quietChoiceOff',
  }),
};

/** Whether changes of a posted paper are reported. */
export const followUpsSetting: Setting = {
  key: 'follow-ups',
  label: 'settings.followUps',
  names: ['followsUp'],
  show: ({ followsUp }, { say }) => say(followsUp ? 'settings.followUpsOn' : 'settings.followUpsOff'),
  input: switchInput('followsUp', 'settings.followUpsQuestion', {
    on: 'settings.followUpsChoiceOn',
    off: 'settings.followUpsChoiceOff',
  }),
};

/** Whether digests are published to the servers that follow the channel. */
export const publishingSetting: Setting = {
  key: 'publish',
  label: 'settings.publish',
  names: ['publishes'],
  show: ({ publishes }, { say }) => say(publishes ? 'settings.publishOn' : 'settings.publishOff'),
  exists: ({ isAnnouncement }) => isAnnouncement,
  input: switchInput('publishes', 'settings.publishQuestion', {
    on: 'settings.publishChoiceOn',
    off: 'settings.publishChoiceOff',
  }),
};
