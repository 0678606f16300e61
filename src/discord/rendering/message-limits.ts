import type { APIEmbed } from 'discord.js';

/** Discord's limits on a message, in UTF-16 units: the documentation names no unit, and this is the strictest one. */
export const messageLimits = {
  content: 2000,
  embeds: 10,
  /** Over all embeds of a message together. */
  embedText: 6000,
  title: 256,
  description: 4096,
  buttonLabel: 80,
  selectOptions: 25,
  selectText: 100,
  choices: 25,
  choiceText: 100,
  customId: 100,
} as const;

/** What an embed counts against the 6,000 characters of a message. */
export function embedTextLength(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).reduce((sum, field) => sum + field.name.length + field.value.length, 0);
  const { title = '', description = '', footer, author } = embed;
  return title.length + description.length + (footer?.text.length ?? 0) + (author?.name.length ?? 0) + fields;
}
