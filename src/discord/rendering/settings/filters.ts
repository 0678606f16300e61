import type { SettingValues } from '../../../store/channels.ts';
import { nameSources, sourceLabel } from '../paper-filter.ts';
import type { Setting, SettingsScene } from './setting.ts';

/** The sources whose papers a digest takes. */
export const sourcesSetting: Setting = {
  key: 'sources',
  label: 'settings.sources',
  names: ['sources'],
  show: ({ sources }, { say }) => (sources === null ? say('settings.sourcesAll') : say.list(nameSources(sources))),
  exists: ({ sources }) => sources.length > 0,
  input: {
    kind: 'choice',
    question: 'settings.sourcesQuestion',
    isMultiple: true,
    options: (values, scene) =>
      offered(values, scene).map((value) => ({
        value,
        label: sourceLabel(value),
        isChosen: values.sources === null || values.sources.includes(value),
      })),
    read: (chosen, { sources }) => {
      if (chosen.length === 0 || chosen.some((id) => !/^[a-z-]{1,40}$/.test(id))) return null;
      const isAll = sources.every((id) => chosen.includes(id));
      return { sources: isAll ? null : [...new Set(chosen)].sort() };
    },
  },
};

/** The sources of the bot, and those that the channel chose when the bot asked others. */
const offered = ({ sources }: SettingValues, scene: SettingsScene): readonly string[] => [
  ...new Set([...scene.sources, ...(sources ?? [])]),
];

const upvoteSteps = [0, 1, 3, 5, 10, 20, 50, 100] as const;

/** The fewest upvotes of a paper in a digest. */
export const upvotesSetting: Setting = {
  key: 'upvotes',
  label: 'settings.upvotes',
  names: ['minUpvotes'],
  show: ({ minUpvotes }, { say }) => say('settings.upvotesValue', { count: minUpvotes }),
  input: {
    kind: 'choice',
    question: 'settings.upvotesQuestion',
    options: ({ minUpvotes }, { say }) =>
      [...new Set([...upvoteSteps, minUpvotes])]
        .sort((one, other) => one - other)
        .map((step) => ({
          value: String(step),
          label: say('settings.upvotesValue', { count: step }),
          isChosen: step === minUpvotes,
        })),
    read: ([text = '']) => (/^\d{1,4}$/.test(text) ? { minUpvotes: Number(text) } : null),
  },
};
