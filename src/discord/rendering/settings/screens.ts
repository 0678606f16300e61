import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';
import type { Say } from '../../../language/say.ts';
import type { SettingValues } from '../../../store/channels.ts';
import { button, customId, row, type SelectOption, select } from '../components.ts';
import type { Message } from '../message.ts';
import { type ShownChange, settingsIn } from './registry.ts';
import type { ChoiceInput, Setting, SettingsScene, SettingText } from './setting.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const roleSelectType = 6;

/** The names in the menu of settings of what is not one setting. */
export const formKey = 'form';

/** The menu of all settings. The timing of the digest is one entry, because its settings share a form. */
export function settingsMenu(draftId: number, scene: SettingsScene, hint: SettingText): Row {
  const others = settingsIn(scene).filter(({ input }) => input.kind !== 'form');
  const options: SelectOption[] = [
    { value: formKey, label: scene.say('settings.menuForm') },
    ...others.map(({ key, label }) => ({ value: key, label: scene.say(label) })),
  ];
  return row(select(customId('change-setting', draftId), scene.say(hint), options));
}

/** A screen on which one setting is chosen. */
export interface SettingScreen {
  readonly channelId: string;
  readonly draftId: number;
  readonly setting: Setting;
  /** With the changes that are not saved yet. */
  readonly values: SettingValues;
  readonly scene: SettingsScene;
}

export function choiceScreen({ input, ...screen }: SettingScreen & { readonly input: ChoiceInput }): Message {
  const { draftId, setting, values, scene } = screen;
  const options = input.options(values, scene);
  const menu = select(customId('set-setting', draftId, setting.key), scene.say(setting.label), options);
  const menuWithChoices = {
    ...menu,
    max_values: input.isMultiple === true ? menu.options.length : 1,
    options: menu.options.map((option, index) => ({ ...option, default: options[index]?.isChosen === true })),
  };
  return { content: headOf(screen, input.question), components: [row(menuWithChoices), row(backButton(screen))] };
}

export function roleScreen(screen: SettingScreen): Message {
  const { draftId, setting, values, scene } = screen;
  const chosen = values.mentionRoleId;
  const menu = {
    type: roleSelectType,
    custom_id: customId('set-setting', draftId, setting.key),
    placeholder: scene.say('settings.mentionMenu'),
    min_values: 1,
    max_values: 1,
    ...(chosen === null ? {} : { default_values: [{ id: chosen, type: 'role' }] }),
  } as APIComponentInMessageActionRow;
  const nobody = button(customId('set-setting', draftId, setting.key, 'nobody'), scene.say('settings.mentionClear'));
  return {
    content: headOf(screen, 'settings.mentionQuestion'),
    components: [row(menu), row(nobody, backButton(screen))],
  };
}

function headOf({ channelId, setting, values, scene }: SettingScreen, question: SettingText): string {
  const { say } = scene;
  const present = say('settings.present', { value: setting.show(values, scene) });
  return [say('settings.place', { channel: `<#${channelId}>` }), say(question), present].join('\n');
}

const backButton = ({ draftId, scene: { say } }: SettingScreen) =>
  button(customId('show-settings', draftId), say('settings.back'));

export interface ConfirmationScreen {
  readonly channelId: string;
  readonly draftId: number;
  readonly changes: readonly ShownChange[];
  /** The role that digests would ping from now on; null if that does not change. */
  readonly newRoleId: string | null;
  readonly scene: SettingsScene;
  /** What the person should know first, such as a value that could not be read. */
  readonly notes: readonly string[];
}

/** What would change, before → after, to be saved or not. */
export function confirmationScreen(screen: ConfirmationScreen): Message {
  const { channelId, draftId, changes, newRoleId, scene, notes } = screen;
  const { say } = scene;
  const lines = [
    ...notes,
    say('settings.confirm', { channel: `<#${channelId}>` }),
    ...changes.map((change) => showChange(change, say)),
    ...(newRoleId === null ? [] : [say('settings.mentionWarning', { role: `<@&${newRoleId}>` })]),
    say('settings.unsaved'),
  ];
  const save = button(customId('save-settings', draftId), say('settings.save'), 'primary');
  const cancel = button(customId('cancel-settings', draftId), say('settings.cancel'));
  return {
    content: lines.join('\n'),
    components: [row(save, cancel), settingsMenu(draftId, scene, 'settings.menuNext')],
  };
}

/** `Layout: Cards → **List**` */
export const showChange = ({ setting, before, after }: ShownChange, say: Say): string =>
  say('settings.change', { label: say(setting.label), before, after });
