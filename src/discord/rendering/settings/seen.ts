import { type Setting, switchInput } from './setting.ts';

/** Whether a personal digest leaves out papers that a server showed its owner. */
export const seenSetting: Setting = {
  key: 'seen',
  label: 'settings.seen',
  names: ['omitsSeen'],
  show: ({ omitsSeen }, { say }) => say(omitsSeen ? 'settings.seenOmitted' : 'settings.seenRepeated'),
  exists: ({ isPersonal }) => isPersonal,
  input: switchInput('omitsSeen', 'settings.seenQuestion', {
    on: 'settings.seenChoiceOmit',
    off: 'settings.seenChoiceRepeat',
  }),
};
