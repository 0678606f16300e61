import type { APIEmbed } from 'discord.js';
import type { MessageRow } from './action-menu.ts';
import type { Display } from './displays.ts';

/** The colour of the bar beside each embed. It is decoration and carries no meaning. */
export const embedColor = 0xc8553d;

/** Discord's flag SUPPRESS_EMBEDS: Discord shows no previews of the links below the message. */
export const suppressEmbeds = 1 << 2;

/** A file beside a message. */
interface MessageFile {
  readonly name: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  /** What a picture shows, for those who do not see it. */
  readonly description?: string;
}

/** The visible content of a message. The sender adds who may see it and whom it may ping. */
export interface Message {
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  /** Bits of Discord's message flags, such as those that a layout sets. */
  readonly flags?: number;
  /** Displays only if the flags say that the message consists of components alone. Then content and embeds are empty. */
  readonly components?: (Display | MessageRow)[];
  readonly files?: readonly MessageFile[];
}
