/** The JSON that the page gets from its server, and sends to it. The page's own code imports these types only. */

/** Discord's markdown, parsed. */
export type Markdown = readonly MarkdownNode[];

export type MarkdownNode =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'codeBlock'; readonly text: string }
  | {
      readonly kind: 'strong' | 'em' | 'underline' | 'strike' | 'spoiler' | 'quote' | 'subtext';
      readonly inside: Markdown;
    }
  | { readonly kind: 'heading'; readonly level: number; readonly inside: Markdown }
  /** `mark` is `•` or a number. */
  | { readonly kind: 'item'; readonly mark: string; readonly inside: Markdown }
  /** An http or https address. */
  | { readonly kind: 'link'; readonly address: string; readonly inside: Markdown }
  | { readonly kind: 'break' }
  | { readonly kind: 'mention'; readonly text: string; readonly channel?: string }
  /** Seconds since 1970, and one of Discord's formats. */
  | { readonly kind: 'time'; readonly seconds: number; readonly format: string };

export interface PageEmbed {
  readonly color: string | null;
  readonly author: string;
  readonly title: Markdown;
  readonly address: string | null;
  readonly description: Markdown;
  readonly fields: readonly { readonly name: Markdown; readonly value: Markdown; readonly isInline: boolean }[];
  readonly image: PagePicture | null;
  readonly thumbnail: PagePicture | null;
  readonly footer: string;
  /** Milliseconds since 1970. */
  readonly at: number | null;
}

/** A picture. The page shows those of Discord itself; others are on the internet, which it never asks. */
export interface PagePicture {
  readonly address: string;
  readonly isLocal: boolean;
  readonly description: string;
}

export interface PageOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly isChosen?: boolean;
}

/** A menu: of texts, or of people, roles or channels. */
export interface PageMenu {
  readonly kind: 'menu';
  readonly id: string;
  readonly label: string;
  readonly options: readonly PageOption[];
  readonly least: number;
  readonly most: number;
  readonly isDisabled: boolean;
}

export type PageComponent =
  | { readonly kind: 'row' | 'container'; readonly inside: readonly PageComponent[]; readonly color?: string }
  | { readonly kind: 'section'; readonly inside: readonly PageComponent[]; readonly beside: PageComponent | null }
  | {
      readonly kind: 'button';
      readonly id: string;
      readonly label: string;
      readonly style: 'primary' | 'secondary' | 'success' | 'danger' | 'link';
      readonly address: string | null;
      readonly isDisabled: boolean;
    }
  | PageMenu
  | { readonly kind: 'words'; readonly text: Markdown }
  | { readonly kind: 'pictures'; readonly pictures: readonly PagePicture[] }
  | { readonly kind: 'separator' };

export interface PageFile {
  readonly name: string;
  readonly address: string;
  readonly bytes: number;
  readonly isPicture: boolean;
  readonly description: string;
}

export interface PageMessage {
  readonly id: string;
  readonly author: { readonly name: string; readonly isApp: boolean };
  readonly at: number;
  readonly isEdited: boolean;
  /** Whether only this person sees it. */
  readonly isPrivate: boolean;
  readonly isThinking: boolean;
  readonly usedBy: { readonly name: string; readonly command: string } | null;
  readonly text: Markdown;
  readonly embeds: readonly PageEmbed[];
  readonly components: readonly PageComponent[];
  readonly files: readonly PageFile[];
  readonly thread: { readonly id: string; readonly name: string; readonly messages: number } | null;
}

export interface PageChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'announcement' | 'forum' | 'thread' | 'direct';
  readonly mayWrite: boolean;
  /** The channel of a thread, or the forum of a post. */
  readonly parent: string | null;
}

export interface PageGuild {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly PageChannel[];
}

/** An option of a command, by Discord's number of its type. */
export interface PageCommandOption {
  readonly name: string;
  readonly description: string;
  readonly type: number;
  readonly isRequired: boolean;
  readonly hasSuggestions: boolean;
  readonly choices: readonly PageOption[];
  readonly least?: number;
  readonly most?: number;
  readonly longest?: number;
}

/** A chat command, down to its sub-command: `digest settings`. Or one of the menu of a message. */
export interface PageCommand {
  readonly name: string;
  readonly description: string;
  readonly kind: 'chat' | 'message';
  readonly options: readonly PageCommandOption[];
}

/** What a person sees beside messages. */
export interface PageWorld {
  /** The time in this Discord, in milliseconds since 1970. */
  readonly now: number;
  readonly isRunning: boolean;
  readonly person: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly title: string }[];
  readonly guilds: readonly PageGuild[];
  /** The direct message with the bot. */
  readonly direct: PageChannel;
  /** The open channel. */
  readonly channel: string;
  readonly commands: readonly PageCommand[];
}

export const troubles = ['discord-down', 'source-down', 'rate-limited', 'permission', 'bot-killed'] as const;
export type Trouble = (typeof troubles)[number];

export const steps = ['next-digest', 'tomorrow', 'week'] as const;
export type TimeStep = (typeof steps)[number];

/** What happens inside the bot, for the panel. */
export interface Inside {
  /** Which papers there are, and why. */
  readonly papers: string;
  /** What the bot is doing, in a sentence. */
  readonly doing: string;
  readonly isBusy: boolean;
  readonly troubles: readonly Trouble[];
  /** Channels in which the bot may not write at present. */
  readonly closed: readonly string[];
  readonly listings: readonly {
    readonly source: string;
    readonly date: string;
    readonly state: string;
    readonly papers: number;
  }[];
  readonly channels: readonly {
    readonly id: string;
    readonly topics: number;
    readonly nextDigest: number;
    readonly state: string;
  }[];
  readonly deliveries: readonly {
    readonly id: number;
    readonly channel: string;
    readonly part: string;
    readonly state: string;
    readonly attempts: number;
    readonly reason: string;
  }[];
  /** The latest requests of the bot to Discord, the newest first. */
  readonly requests: readonly { readonly at: number; readonly line: string; readonly status: number }[];
}

/** A form that the bot opened. */
export interface PageForm {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly PageField[];
}

export type PageField = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly isRequired: boolean;
} & (
  | { readonly kind: 'text'; readonly value: string; readonly isLong: boolean; readonly longest: number }
  | { readonly kind: 'menu'; readonly menu: PageMenu }
);

/** The answer to an action. A refusal is what Discord's client would say. */
export interface ActionAnswer {
  readonly refusal?: string;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly form?: PageForm;
}
