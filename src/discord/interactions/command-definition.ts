/** One option of a command. With suggestions, a user may still submit any text. */
export type OptionDefinition = { readonly description?: string; readonly required?: boolean } & (
  | { readonly type: 'text'; readonly maxLength: number; readonly hasSuggestions?: boolean }
  | { readonly type: 'choice'; readonly choices: Readonly<Record<string, string>> }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  /** A channel that can have digests, or a voice channel. */
  | { readonly type: 'channel'; readonly kind?: 'voice' }
  | { readonly type: 'file' }
);

/**
 * A slash command as data: its options, and how it is answered. What Discord shows of it stands in
 * `src/language/english/commands.ts`.
 */
export interface CommandDefinition {
  /** `subscribe`, or root and subcommand: `digest settings`. */
  readonly name: string;
  readonly description?: string;
  /** `managers`: needs Manage Channels on servers; elsewhere, it is about the user's personal digest. */
  readonly audience: 'managers' | 'everyone';
  /** Who sees the answer. */
  readonly visibility: 'private' | 'public';
  /** The options by name, in Discord's order. Required ones come first. */
  readonly options: Readonly<Record<string, OptionDefinition>>;
}
