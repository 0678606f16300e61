import type { Instant } from '../ports.ts';
import type { ChangedSettings, ChannelDefaults, ChannelRecord } from './channels.ts';

/** Verbs for changes of settings that users see before they confirm them. */
export interface SettingsDraftVerbs {
  /** Stores a change that the user has not confirmed yet. Drafts older than a day are deleted. */
  saveSettingsDraft(draft: NewSettingsDraft): Promise<SettingsDraft>;
  /** Null if there is no such draft, or if it is older than a day. */
  settingsDraft(guildId: string, draftId: number, at: Instant): Promise<SettingsDraft | null>;
  /**
   * Makes the change of a draft and deletes the draft. If one of its settings is not as the user saw it any more, nothing
   * changes, and the draft stays. Null if there is no such draft, or if it is older than a day.
   */
  confirmSettings(confirmation: SettingsConfirmation): Promise<ConfirmedSettings | null>;
}

export interface NewSettingsDraft {
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  /** Empty if nothing is chosen yet. */
  readonly changes: ChangedSettings;
  /** The values of the same settings before the change, as the user saw them. */
  readonly seen: ChangedSettings;
  readonly at: Instant;
}

export interface SettingsDraft extends NewSettingsDraft {
  readonly id: number;
}

export interface SettingsConfirmation {
  readonly guildId: string;
  readonly draftId: number;
  readonly defaults: ChannelDefaults;
  readonly at: Instant;
}

export type ConfirmedSettings =
  | { readonly kind: 'saved'; readonly channel: ChannelRecord }
  | { readonly kind: 'changed-meanwhile'; readonly channel: ChannelRecord };
