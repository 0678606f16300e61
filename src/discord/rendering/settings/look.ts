import type { LayoutName } from '../../../digests/layout-name.ts';
import type { RankingName } from '../../../digests/ranking-name.ts';
import type { MessageKey } from '../../../language/english.ts';
import type { Say } from '../../../language/say.ts';
import { layoutChoices } from '../layouts/registry.ts';
import { rankingChoices } from '../paper-place.ts';
import type { ChoiceOption, Setting } from './setting.ts';

/** The form of the digest's messages. */
export const layoutSetting: Setting = {
  key: 'layout',
  label: 'settings.layout',
  names: ['layout'],
  // Its label describes it after a colon, which some languages write wider.
  show: ({ layout }, { say }) => say(`commands.digest settings.layout.${layout}`).split(/[:：]/, 1)[0]?.trim() ?? '',
  input: {
    kind: 'choice',
    question: 'settings.layoutQuestion',
    options: ({ layout }, { say }) => optionsOf('layout', layoutChoices, layout, say),
    read: ([layout]) => (isKey(layout, layoutChoices) ? { layout } : null),
  },
};

/** The order of a digest's papers. */
export const rankingSetting: Setting = {
  key: 'ranking',
  label: 'settings.ranking',
  names: ['ranking'],
  show: ({ ranking }, { say }) => say(`commands.digest settings.ranking.${ranking}`),
  input: {
    kind: 'choice',
    question: 'settings.rankingQuestion',
    options: ({ ranking }, { say }) => optionsOf('ranking', rankingChoices, ranking, say),
    read: ([ranking]) => (isKey(ranking, rankingChoices) ? { ranking } : null),
  },
};

const optionsOf = <Name extends LayoutName | RankingName>(
  option: Name extends LayoutName ? 'layout' : 'ranking',
  choices: Readonly<Record<Name, string>>,
  chosen: Name,
  say: Say,
): ChoiceOption[] =>
  (Object.keys(choices) as Name[]).map((value) => ({
    value,
    label: say(`commands.digest settings.${option}.${value}` as MessageKey & `commands.${string}`),
    isChosen: value === chosen,
  }));

const isKey = <Key extends string>(value: string | undefined, choices: Readonly<Record<Key, string>>): value is Key =>
  value !== undefined && Object.hasOwn(choices, value);
