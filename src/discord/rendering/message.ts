import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';

/** The colour of the bar beside each embed. It is decoration and carries no meaning. */
export const embedColor = 0xc8553d;

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
  readonly components?: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly files?: readonly MessageFile[];
}
