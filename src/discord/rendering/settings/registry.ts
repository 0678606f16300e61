import type { SettingValues } from '../../../store/channels.ts';
import { sourcesSetting, upvotesSetting } from './filters.ts';
import { languageSetting } from './language.ts';
import { layoutSetting, rankingSetting } from './look.ts';
import { mentionSetting } from './mention.ts';
import { followUpsSetting, publishingSetting, quietDaysSetting } from './notices.ts';
import { seenSetting } from './seen.ts';
import type { Setting, SettingsScene } from './setting.ts';
import { graceSetting, maximumSetting, scheduleSetting } from './timing.ts';
import { weeklySetting } from './weekly.ts';

/** All settings, in the order of the panel. */
const settings: readonly Setting[] = [
  scheduleSetting,
  maximumSetting,
  graceSetting,
  layoutSetting,
  rankingSetting,
  sourcesSetting,
  upvotesSetting,
  mentionSetting,
  seenSetting,
  quietDaysSetting,
  followUpsSetting,
  weeklySetting,
  publishingSetting,
  languageSetting,
];

export const settingsIn = (scene: SettingsScene): readonly Setting[] =>
  settings.filter(({ exists }) => exists === undefined || exists(scene));

/** The setting of that name; undefined if the channel does not have it. */
export const findSetting = (key: string | undefined, scene: SettingsScene): Setting | undefined =>
  settingsIn(scene).find((setting) => setting.key === key);

/** `Layout: Cards` */
export const showSetting = (setting: Setting, values: SettingValues, scene: SettingsScene): string =>
  scene.say('settings.line', { label: scene.say(setting.label), value: setting.show(values, scene) });

/** A setting that changes, with both values in words. */
export interface ShownChange {
  readonly setting: Setting;
  readonly before: string;
  readonly after: string;
}

/** The settings whose values in words differ. */
export const changesBetween = (
  before: { readonly values: SettingValues; readonly scene: SettingsScene },
  after: { readonly values: SettingValues; readonly scene: SettingsScene },
): readonly ShownChange[] =>
  settingsIn(after.scene)
    .map((setting) => ({
      setting,
      before: setting.show(before.values, before.scene),
      after: setting.show(after.values, after.scene),
    }))
    .filter((change) => change.before !== change.after);
