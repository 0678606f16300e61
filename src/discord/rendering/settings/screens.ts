import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';
import type { SettingValues } from '../../../store/channels.ts';
import { button, customId, row, type SelectOption, select } from '../components.ts';
import type { Message } from '../message.ts';
import { type ShownChange, settingsIn } from './registry.ts';
import type { ChoiceInput, Setting, SettingsScene } from './setting.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const roleSelectType = 6;

/** The names in the menu of settings of what is not one setting. */
export const formKey = 'form';

/** The menu of all settings. The timing of the digest is one entry, because its settings share a form. */
export function settingsMenu(draftId: number, scene: SettingsScene, placeholder: string): Row {
  const others = settingsIn(scene).filter(({ input }) => input.kind !== 'form');
  const options: SelectOption[] = [
    { value: formKey, label: 'Time, zone, days, maximum, waiting' },
    ...others.map(({ key, label }) => ({ value: key, label })),
  ];
  return row(select(customId('change-setting', draftId), placeholder, options));
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
  const menu = select(customId('set-setting', draftId, setting.key), setting.label, options);
  const menuWithChoices = {
    ...menu,
    max_values: input.isMultiple === true ? menu.options.length : 1,
    options: menu.options.map((option, index) => ({ ...option, default: options[index]?.isChosen === true })),
  };
  return { content: headOf(screen, input.question), components: [row(menuWithChoices), row(backButton(draftId))] };
}

export function roleScreen(screen: SettingScreen): Message {
  const { draftId, setting, values } = screen;
  const chosen = values.mentionRoleId;
  const menu = {
    type: roleSelectType,
    custom_id: customId('set-setting', draftId, setting.key),
    placeholder: 'Choose a role',
    min_values: 1,
    max_values: 1,
    ...(chosen === null ? {} : { default_values: [{ id: chosen, type: 'role' }] }),
  } as APIComponentInMessageActionRow;
  const nobody = button(customId('set-setting', draftId, setting.key, 'nobody'), 'Ping nobody');
  const question = 'Whom should each digest ping? Everyone who has the role gets a notification.';
  return { content: headOf(screen, question), components: [row(menu), row(nobody, backButton(draftId))] };
}

const headOf = ({ channelId, setting, values, scene }: SettingScreen, question: string): string =>
  [`**Digest of <#${channelId}>**`, question, `At present: ${setting.show(values, scene)}`].join('\n');

const backButton = (draftId: number) => button(customId('show-settings', draftId), 'Back');

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
  const lines = [
    ...notes,
    `**Change the digest of <#${channelId}>?**`,
    ...changes.map(showChange),
    ...(newRoleId === null
      ? []
      : [
          `Each digest will notify everyone who has the role <@&${newRoleId}>. Days without papers and previews will not.`,
        ]),
    '-# Nothing is changed until you save.',
  ];
  const save = button(customId('save-settings', draftId), 'Save', 'primary');
  const cancel = button(customId('cancel-settings', draftId), 'Cancel');
  return {
    content: lines.join('\n'),
    components: [row(save, cancel), settingsMenu(draftId, scene, 'Change another setting…')],
  };
}

/** `Layout: Cards → **List**` */
export const showChange = ({ setting, before, after }: ShownChange): string =>
  `${setting.label}: ${before} → **${after}**`;
