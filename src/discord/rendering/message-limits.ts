import type { APIEmbed } from 'discord.js';

/** Discord's limits on a message, in UTF-16 units. The documentation names no unit, and this is the strictest. */
export const messageLimits = {
  content: 2000,
  embeds: 10,
  /** The limit for all embeds of a message together. */
  embedText: 6000,
  /** The limit for all texts together in a message of Components V2. */
  displayText: 4000,
  /** The limit of components in such a message, nested ones included. */
  components: 40,
  title: 256,
  description: 4096,
  buttonLabel: 80,
  selectOptions: 25,
  selectText: 100,
  choices: 25,
  choiceText: 100,
  customId: 100,
  /** The limit of one file, in bytes: 10 MiB. */
  fileBytes: 10 * 1024 * 1024,
  fileDescription: 1024,
} as const;

/** How many of a message's 6,000 characters an embed uses. */
export function embedTextLength(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).reduce((sum, field) => sum + field.name.length + field.value.length, 0);
  const { title = '', description = '', footer, author } = embed;
  return title.length + description.length + (footer?.text.length ?? 0) + (author?.name.length ?? 0) + fields;
}

/** The text with the first of the details that makes it fit into `limit` characters; with the last one if none does. */
export function showToFit<Detail>(details: readonly Detail[], show: (detail: Detail) => string, limit: number): string {
  let text = '';
  for (const detail of details) {
    text = show(detail);
    if (text.length <= limit) break;
  }
  return text;
}
