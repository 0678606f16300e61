import type { Instant } from '../ports.ts';

/** Verbs for servers that the bot has just joined. */
export interface OnboardingVerbs {
  /**
   * Records that the guild is greeted. False if it was greeted before, or if one of its channels is stored: then the bot
   * is not new there.
   */
  noteGreeting(guildId: string, at: Instant): Promise<boolean>;
  /** Stores a step of a set-up. Drafts older than a day are deleted. */
  saveSetupDraft(draft: NewSetupDraft): Promise<SetupDraft>;
  /** Null if there is no such draft, or if it is older than a day. */
  setupDraft(guildId: string, draftId: number, at: Instant): Promise<SetupDraft | null>;
}

/** What somebody has chosen so far while setting up a channel. */
export interface NewSetupDraft {
  readonly guildId: string;
  readonly userId: string;
  /** Null as long as none is chosen. */
  readonly channelId: string | null;
  /** The texts of the topics, in the order in which they were chosen. */
  readonly topics: readonly string[];
  /** The time of the digest; null as long as none is chosen. */
  readonly time: string | null;
  readonly zone: string | null;
  readonly at: Instant;
}

export interface SetupDraft extends NewSetupDraft {
  readonly id: number;
}
