import type { APIEmbed } from 'discord.js';
import type { DigestItem } from '../../../digests/digest-item.ts';
import type { Say } from '../../../language/say.ts';
import { memoByObject } from '../../../memo.ts';
import { withLateness } from '../lateness.ts';
import { embedTextLength, messageLimits } from '../message-limits.ts';
import { paperCard } from '../paper-card.ts';
import { type Card, type DigestMessage, type Layout, lastLine, type SimplerMessage } from './layout.ts';

/** Cards: an embed for each paper, with its summary and the reasons why it matches. */
export const cardsLayout: Layout = {
  label: 'Cards: summary, reason and picture of each paper',
  pack: (items, { namesTopics, say }) =>
    packCards(items.map((namesTopics ? cardsThatNameTopics : cardsWithoutTopics)(say))).map((cards) => ({
      lines: [],
      cards,
    })),
  owns: ({ embeds, thread }) => embeds.length > 0 && thread?.opens !== 'thread',
  simplify,
  links: linksOf,
};

// Channels share their items, and so their cards in each language.
const cardsThatNameTopics = memoByObject((say: Say) => memoByObject((item: DigestItem) => makeCard(item, true, say)));
const cardsWithoutTopics = memoByObject((say: Say) => memoByObject((item: DigestItem) => makeCard(item, false, say)));

function makeCard(item: DigestItem, namesTopics: boolean, say: Say): Card {
  const embed = withLateness(paperCard(item.paper, { ...item, namesTopics }, say), item, say);
  return { embed, json: JSON.stringify(embed) };
}

/**
 * Cards in their order, in as few messages as the limits allow. Two embeds of one message must not share a URL, because
 * Discord would show only the first.
 * @internal
 */
export function packCards<Packed extends Pick<Card, 'embed'>>(
  cards: readonly Packed[],
): readonly (readonly Packed[])[] {
  const groups: Packed[][] = [[]];
  let room: number = messageLimits.embedText;
  for (const card of cards) {
    const length = embedTextLength(card.embed);
    const group = groups.at(-1) ?? [];
    const isTaken = group.some(({ embed: { url } }) => url !== undefined && url === card.embed.url);
    if (group.length === messageLimits.embeds || length > room || isTaken) {
      groups.push([card]);
      room = messageLimits.embedText - length;
    } else {
      group.push(card);
      room -= length;
    }
  }
  return groups;
}

/** The link of each card. In a simplified card it is the last line. */
function linksOf({ embeds }: DigestMessage): readonly string[] {
  return embeds
    .map(({ url, description = '' }) => url ?? lastLine(description))
    .filter((link) => link.startsWith('https://'));
}

/**
 * The same message with the refused fields simplified. A card becomes its title and link as plain text, then its bare
 * link, and is then removed. A header becomes its reference. Null if nothing is left to simplify.
 */
function simplify(message: DigestMessage, fields: readonly string[]): SimplerMessage | null {
  const isAll = fields.length === 0 || !fields.every((field) => /^(embeds\.\d|content\b)/.test(field));
  const blames = (name: string) => isAll || fields.some((field) => field === name || field.startsWith(`${name}.`));
  const embeds = message.embeds.flatMap((embed, index) => (blames(`embeds.${index}`) ? simplerEmbed(embed) : [embed]));
  if (embeds.length === 0) return null;
  const simpler: DigestMessage = {
    ...message,
    // If everything is blamed, the papers are simplified first, because a header is rarely at fault.
    // The last line of a header has the reference and stays.
    content: !isAll && blames('content') ? lastLine(message.content) : message.content,
    embeds,
  };
  if (JSON.stringify(simpler) === JSON.stringify(message)) return null;
  const kept = new Set(linksOf(simpler));
  return { message: simpler, leftOut: linksOf(message).filter((link) => !kept.has(link)) };
}

/** The next simpler form: a card → `title, link` → `link` → nothing. Texts of a card are escaped already. */
function simplerEmbed({ title, url = '', description = '' }: APIEmbed): APIEmbed[] {
  if (title !== undefined) return [{ description: `${title}\n${url}` }];
  const link = lastLine(description);
  return link === description ? [] : [{ description: link }];
}
