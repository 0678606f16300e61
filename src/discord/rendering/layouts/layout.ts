import type { APIEmbed } from 'discord.js';
import type { DigestItem } from '../../../digests/digest-item.ts';

/** A message of a digest, as JSON that Discord takes. */
export interface DigestMessage {
  readonly content: string;
  readonly embeds: APIEmbed[];
  /** Bits of Discord's message flags; absent where the layout sets none. */
  readonly flags?: number;
  readonly allowed_mentions: { readonly parse: readonly [] };
  readonly nonce: string;
  readonly enforce_nonce: true;
}

/**
 * How the papers of a digest look in its messages. A layout is one file with one of these and one line in
 * `registry.ts`. The header, the counts and the reference of each message are the same in all layouts.
 */
export interface Layout {
  /** The name that people choose by, at most 100 characters. */
  readonly label: string;
  /** The flags of its messages; absent where it sets none. */
  readonly flags?: number;
  /** Spreads the papers over messages, in their order: one or more, each within Discord's limits. */
  pack(items: readonly DigestItem[], options: PackOptions): readonly PartBody[];
  /** Whether a message of the outbox has this layout, simplified or not. No two layouts own the same message. */
  owns(message: DigestMessage): boolean;
  /**
   * The same message with what Discord refused made simpler, or null where nothing is left that can be simpler.
   * @param fields as Discord named them: `embeds.2.title`; where it named none, or one that is not ours, all is simpler
   */
  simplify(message: DigestMessage, fields: readonly string[]): SimplerMessage | null;
  /** The pages of the papers that a message shows, one for each, in their order. */
  links(message: DigestMessage): readonly string[];
}

export interface PackOptions {
  /** Whether each paper names the topics that it matched: needed where the channel follows several. */
  readonly namesTopics: boolean;
  /** How many characters of text the message of that index has left, counted from 0. */
  room(index: number): number;
}

/** The papers of one message. */
export interface PartBody {
  /** Lines of text between the header and the last line. */
  readonly lines: readonly string[];
  readonly cards: readonly Card[];
}

/** A paper's embed, and the same as JSON: it is written once, however many channels get it. */
export interface Card {
  readonly embed: APIEmbed;
  readonly json: string;
}

export interface SimplerMessage {
  readonly message: DigestMessage;
  /** Pages of the papers that it lacks, since nothing of them is left that could be made simpler. */
  readonly leftOut: readonly string[];
}

/** The last line of a message: the one that holds the reference. */
export const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);
