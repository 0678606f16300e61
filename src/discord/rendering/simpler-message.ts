import type { APIEmbed } from 'discord.js';
import { type DigestMessage, lastLine, paperLinks } from './digest-messages.ts';

export interface SimplerMessage {
  readonly message: DigestMessage;
  /** Pages of the papers that it lacks, since nothing of them is left that could be made simpler. */
  readonly leftOut: readonly string[];
}

/**
 * The same message with what Discord did not take made simpler: a paper's card becomes its title and link as plain
 * text, then its bare link, and then it goes; a header becomes its reference alone. The rest stays as it is, where it
 * is. Null where nothing is left that could be made simpler.
 * @param fields as Discord named them: `embeds.2.title`; where it named none, or one that is not ours, all is simpler
 */
export function simplerMessage(message: DigestMessage, fields: readonly string[]): SimplerMessage | null {
  const isAll = fields.length === 0 || !fields.every((field) => /^(embeds\.\d|content\b|components\b)/.test(field));
  const blames = (name: string) => isAll || fields.some((field) => field === name || field.startsWith(`${name}.`));
  const embeds = message.embeds.flatMap((embed, index) => (blames(`embeds.${index}`) ? simplerEmbed(embed) : [embed]));
  if (embeds.length === 0) return null;
  const { components, ...rest } = message as DigestMessage & { readonly components?: unknown };
  const simpler: DigestMessage = {
    ...rest,
    ...(components === undefined || blames('components') ? {} : { components }),
    // Where all is blamed, the papers are made simpler first: a header is rarely at fault.
    // Of a header, the last line stays, which has the reference.
    content: !isAll && blames('content') ? lastLine(message.content) : message.content,
    embeds,
  };
  if (JSON.stringify(simpler) === JSON.stringify(message)) return null;
  const kept = new Set(paperLinks(simpler));
  return { message: simpler, leftOut: paperLinks(message).filter((link) => !kept.has(link)) };
}

/** A card with its title → `title, link` → `link` → nothing. What a card shows is escaped already. */
function simplerEmbed({ title, url = '', description = '' }: APIEmbed): APIEmbed[] {
  if (title !== undefined) return [{ description: `${title}\n${url}` }];
  const link = lastLine(description);
  return link === description ? [] : [{ description: link }];
}
