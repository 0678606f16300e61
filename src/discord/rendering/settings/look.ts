import type { LayoutName } from '../../../digests/layout-name.ts';
import type { RankingName } from '../../../digests/ranking-name.ts';
import { layoutChoices } from '../layouts/registry.ts';
import { rankingChoices } from '../paper-place.ts';
import type { ChoiceOption, Setting } from './setting.ts';

/** The form of the digest's messages. */
export const layoutSetting: Setting = {
  key: 'layout',
  label: 'settings.layout',
  names: ['layout'],
  // Its label describes it after a colon.
  show: ({ layout }) => layoutChoices[layout].split(':', 1)[0] ?? '',
  input: {
    kind: 'choice',
    question: 'settings.layoutQuestion',
    options: ({ layout }) => optionsOf(layoutChoices, layout),
    read: ([layout]) => (isKey(layout, layoutChoices) ? { layout } : null),
  },
};

/** The order of a digest's papers. */
export const rankingSetting: Setting = {
  key: 'ranking',
  label: 'settings.ranking',
  names: ['ranking'],
  show: ({ ranking }) => rankingChoices[ranking],
  input: {
    kind: 'choice',
    question: 'settings.rankingQuestion',
    options: ({ ranking }) => optionsOf(rankingChoices, ranking),
    read: ([ranking]) => (isKey(ranking, rankingChoices) ? { ranking } : null),
  },
};

const optionsOf = (choices: Readonly<Record<string, string>>, chosen: LayoutName | RankingName): ChoiceOption[] =>
  Object.entries(choices).map(([value, label]) => ({ value, label, isChosen: value === chosen }));

const isKey = <Key extends string>(value: string | undefined, choices: Readonly<Record<Key, string>>): value is Key =>
  value !== undefined && Object.hasOwn(choices, value);
