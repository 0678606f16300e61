/*
 * A personal digest is stored like that of a channel: its channel is the person's direct messages with the bot, and its
 * guild is the person alone (docs/adr/0070-a-person-is-a-guild.md).
 */

const mark = '@';

/** The guild of a person's own digest. No id of Discord looks like it. */
export const personalGuildOf = (userId: string): string => `${mark}${userId}`;

/** The person whose own digest a guild is for; null for a server. */
export const ownerOf = (guildId: string): string | null => (guildId.startsWith(mark) ? guildId.slice(1) : null);
