import type { APIEmbed } from 'discord.js';
import type { DigestItem } from '../../../digests/digest-item.ts';
import type { Say } from '../../../language/say.ts';
import type { MessageRow } from '../action-menu.ts';
import type { Display } from '../displays.ts';

/** A message of a digest, as the JSON that is sent to Discord. */
export interface DigestMessage {
  /** Empty in a message of components alone, where Discord takes neither it nor embeds. The poster does not send them. */
  readonly content: string;
  readonly embeds: APIEmbed[];
  /** Bits of Discord's message flags; absent if the layout sets none. */
  readonly flags?: number;
  /** Nothing in a text pings. The one role that a digest pings is named here. */
  readonly allowed_mentions: { readonly parse: readonly []; readonly roles?: readonly string[] };
  /** Set where the digest has a separate thread. The poster reads it, and does not send it. */
  readonly thread?: DigestThread;
  readonly nonce: string;
  readonly enforce_nonce: true;
  /** Displays, if the message consists of components alone. The menu of paper actions, unless Discord refused it. */
  readonly components?: readonly (Display | MessageRow)[];
}

/** The thread of a digest. The first message opens a post of a forum, or stands in the channel above the thread. */
export interface DigestThread {
  readonly opens: 'post' | 'thread';
  /** At most 80 characters, so that the poster can add which part it is. */
  readonly name: string;
}

/**
 * How the papers of a digest look in its messages. A layout is one file with one of these and one line in
 * `registry.ts`. The header, the counts and the reference of each message are the same in all layouts.
 */
export interface Layout {
  /** The name that people see, at most 100 characters. */
  readonly label: string;
  /** The flags of its messages; absent if it sets none. */
  readonly flags?: number;
  /** Spreads the papers over one or more messages, in order, each within Discord's limits. */
  pack(items: readonly DigestItem[], options: PackOptions): readonly PartBody[];
  /** Whether a message of the outbox has this layout, simplified or not. No two layouts own the same message. */
  owns(message: DigestMessage): boolean;
  /**
   * The same message with the refused fields simplified; null if nothing is left to simplify.
   * @param fields as named by Discord: `embeds.2.title`, `components.3.accessory`. If it is empty or has an unknown name,
   * all is simplified.
   */
  simplify(message: DigestMessage, fields: readonly string[]): SimplerMessage | null;
  /** The page of each paper in a message, in order. */
  links(message: DigestMessage): readonly string[];
}

export interface PackOptions {
  /** Words the texts in the language of the channel. */
  readonly say: Say;
  /** Whether each paper names the topics that it matches. Channels with several topics need that. */
  readonly namesTopics: boolean;
  /** How many characters of text are left in the message of that index, which counts from 0. */
  room(index: number): number;
}

/** The papers of one message. */
export interface PartBody {
  /** Lines of text between the header and the last line. */
  readonly lines: readonly string[];
  readonly cards: readonly Card[];
  /** Set if the message consists of components alone. Then it has no lines and no cards. */
  readonly displays?: readonly WrittenDisplay[];
}

/** A paper's embed, and its JSON, which is written once for all channels. */
export interface Card {
  readonly embed: APIEmbed;
  readonly json: string;
}

/** A paper's display, and its JSON, which is written once for all channels. */
export interface WrittenDisplay {
  readonly display: Display;
  readonly json: string;
}

export interface SimplerMessage {
  readonly message: DigestMessage;
  /** The pages of the papers that were removed, because nothing of them was left to simplify. */
  readonly leftOut: readonly string[];
}

/** The last line of a message: the one that holds the reference. */
export const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);
