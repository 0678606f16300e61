import type { ArgumentsOf } from '../../../language/arguments.ts';
import type { MessageKey, TextOf } from '../../../language/english.ts';
import type { Say } from '../../../language/say.ts';
import type { SourceId } from '../../../papers/paper.ts';
import type { ChangedSettings, SettingName, SettingValues } from '../../../store/channels.ts';
import type { PingProblem } from '../../role-pings.ts';
import type { SelectOption } from '../components.ts';

/** What the texts of settings depend on beside their values. */
export interface SettingsScene {
  /** Words the texts. */
  readonly say: Say;
  /** The sources that the bot asks. */
  readonly sources: readonly SourceId[];
  /** Whether other servers can follow the channel. */
  readonly isAnnouncement: boolean;
  /** Whether it is somebody's direct messages. */
  readonly isPersonal: boolean;
  /** Why the role of the settings is not pinged; null if it is, or if there is none. */
  readonly pingProblem: PingProblem | null;
}

/**
 * A setting as people see it: its line in the panel, and how it is changed. A setting is one of these, and a line in
 * `registry.ts`.
 */
export interface Setting {
  /** Its name in components. */
  readonly key: string;
  readonly label: SettingText;
  /** The stored settings that it consists of. */
  readonly names: readonly SettingName[];
  /** Its value in a few words, in markdown. */
  show(values: SettingValues, scene: SettingsScene): string;
  /** Whether it exists in the channel; absent if it exists everywhere. */
  exists?(scene: SettingsScene): boolean;
  readonly input: SettingInput;
}

/** A text of the catalogue without arguments. */
export type SettingText = {
  [Key in MessageKey]: Key extends `settings.${string}`
    ? keyof ArgumentsOf<TextOf<Key>> extends never
      ? Key
      : never
    : never;
}[MessageKey];

/** How a setting is changed: with others in a form, by a menu of roles, or by a menu of choices. */
type SettingInput = { readonly kind: 'form' } | { readonly kind: 'role' } | ChoiceInput;

export interface ChoiceInput {
  readonly kind: 'choice';
  /** What is chosen, as a sentence above the menu. */
  readonly question: SettingText;
  /** Whether more than one can be chosen. */
  readonly isMultiple?: boolean;
  options(values: SettingValues, scene: SettingsScene): readonly ChoiceOption[];
  /** The change that the chosen values mean; null for values that no menu offers. */
  read(chosen: readonly string[], scene: SettingsScene): ChangedSettings | null;
}

export interface ChoiceOption extends SelectOption {
  /** Whether it is chosen at present. */
  readonly isChosen: boolean;
}

/** A menu of two choices for a setting that is on or off. */
export function switchInput(
  name: 'saysQuietDays' | 'followsUp' | 'publishes' | 'omitsSeen',
  question: SettingText,
  labels: { readonly on: SettingText; readonly off: SettingText },
): ChoiceInput {
  return {
    kind: 'choice',
    question,
    options: (values, { say }) => [
      { value: 'on', label: say(labels.on), isChosen: values[name] === true },
      { value: 'off', label: say(labels.off), isChosen: values[name] === false },
    ],
    read: ([value]) => (value === 'on' || value === 'off' ? { [name]: value === 'on' } : null),
  };
}
