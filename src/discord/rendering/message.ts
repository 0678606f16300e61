import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';

/** The bar beside each of our embeds. It decorates: no meaning hangs on it. */
export const embedColor = 0xc8553d;

/** What a message shows. How it is sent (to whom it may ping, who may see it) is added by whoever sends it. */
export interface Message {
  readonly content?: string;
  readonly embeds?: APIEmbed[];
  /** Bits of Discord's message flags, such as those that a layout sets. */
  readonly flags?: number;
  readonly components?: APIActionRowComponent<APIComponentInMessageActionRow>[];
}
