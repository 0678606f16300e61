import { type Setting, switchInput } from './setting.ts';

/** Whether a day without papers has a line. */
export const quietDaysSetting: Setting = {
  key: 'quiet',
  label: 'Days without papers',
  names: ['saysQuietDays'],
  show: ({ saysQuietDays }) => (saysQuietDays ? 'a short line' : 'silent'),
  input: switchInput('saysQuietDays', 'What should come on a day on which no new paper matches?', {
    on: 'A short line',
    off: 'Nothing',
  }),
};

/** Whether changes of a posted paper are told. */
export const followUpsSetting: Setting = {
  key: 'follow-ups',
  label: 'Changes of posted papers',
  names: ['followsUp'],
  show: ({ followsUp }) => (followsUp ? 'a reply, once' : 'not told'),
  input: switchInput(
    'followsUp',
    'What should come when a posted paper gets a new version or code, is accepted, or is withdrawn?',
    { on: 'A reply to its message, once', off: 'Nothing' },
  ),
};

/** Whether digests are published to the servers that follow the channel. */
export const publishingSetting: Setting = {
  key: 'publish',
  label: 'Other servers that follow this channel',
  names: ['publishes'],
  show: ({ publishes }) => (publishes ? 'get the digests' : 'get nothing'),
  exists: ({ isAnnouncement }) => isAnnouncement,
  input: switchInput('publishes', 'Should the servers that follow this channel get its digests?', {
    on: 'Yes, publish them',
    off: 'No, keep them here',
  }),
};
