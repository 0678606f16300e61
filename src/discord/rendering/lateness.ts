import type { APIEmbed } from 'discord.js';
import type { DigestItem } from '../../digests/digest-item.ts';
import type { Say } from '../../language/say.ts';

/** The card, marked as late if the paper is late. */
export function withLateness(card: APIEmbed, { isLate }: Pick<DigestItem, 'isLate'>, say: Say): APIEmbed {
  if (!isLate) return card;
  const footer = [card.footer?.text ?? '', say('cards.late')].filter((text) => text !== '').join(' · ');
  return { ...card, footer: { text: footer } };
}
