import type { APIEmbed } from 'discord.js';
import { deliveryNonce } from '../../digests/delivery-nonce.ts';
import type { Digest } from '../../digests/digest.ts';
import type { DigestItem } from '../../digests/digest-item.ts';
import type { Paper } from '../../papers/paper.ts';
import { idsOf, parsePaperId } from '../../papers/paper-id.ts';
import { showCompleteness } from './completeness.ts';
import { digestNotes, withLateness } from './digest-notes.ts';
import { escapeToFit } from './escape.ts';
import type { Message } from './message.ts';
import { embedTextLength, messageLimits } from './message-limits.ts';
import { count, showNumber } from './numbers.ts';
import { paperCard } from './paper-card.ts';
import { showDate } from './time.ts';

/** How much of the topics the header names, in characters, and how much of one. */
const headerLimits = { topics: 250, topic: 60 };

/** A message of a digest, as JSON that Discord takes. */
export interface DigestMessage {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly allowed_mentions: { readonly parse: readonly [] };
  readonly nonce: string;
  readonly enforce_nonce: true;
}

/**
 * The messages of a digest as they are sent, in order, one or more, each within Discord's limits. The same digest, the
 * same messages. Each has a nonce that follows from channel, date and part; its text ends with a reference made of that
 * nonce: by it the part is found again in the channel's history, which does not tell nonces.
 */
export const composeDigest = (digest: Digest): readonly DigestMessage[] =>
  partsOf(digest).map(({ content, nonce, cards }) => ({
    content,
    embeds: cards.map(({ embed }) => embed),
    allowed_mentions: { parse: [] },
    nonce,
    enforce_nonce: true,
  }));

/** The messages of `composeDigest` as JSON texts, each with its nonce. A card is written once, whoever gets it. */
export const serializeDigest = (digest: Digest): readonly { readonly json: string; readonly nonce: string }[] =>
  partsOf(digest).map(({ content, nonce, cards }) => {
    const [text, embeds] = [JSON.stringify(content), cards.map(({ json }) => json).join(',')];
    const rest = `"allowed_mentions":{"parse":[]},"nonce":"${nonce}","enforce_nonce":true`;
    return { json: `{"content":${text},"embeds":[${embeds}],${rest}}`, nonce };
  });

/** The same messages for somebody to look at: they say that they are not posted, and have nothing to be found by. */
export const previewDigest = (digest: Digest): readonly Message[] =>
  partsOf(digest, 'preview').map(({ content, cards }, index) => ({
    content: `${index === 0 ? '**Preview. Nothing is posted.**\n' : ''}${content}`,
    embeds: cards.map(({ embed }) => embed),
  }));

/** What differs between the messages of digests. */
interface DigestPart {
  readonly content: string;
  readonly nonce: string;
  readonly cards: readonly Card[];
}

function partsOf(digest: Digest, use: 'send' | 'preview' = 'send'): readonly DigestPart[] {
  const namesTopics = digest.topics.length > 1;
  const groups = packCards(digest.items.map((item) => cardOf(item, namesTopics)));
  return groups.map((cards, index) => {
    const nonce = deliveryNonce(digest.channelId, digest.date, index + 1);
    const part = groups.length > 1 ? [`Part ${index + 1} of ${groups.length}`] : [];
    const small = [
      ...(index === 0 ? counts(digest) : []),
      ...part,
      ...(use === 'send' ? [digestReference(nonce)] : []),
    ];
    return { content: [...(index === 0 ? header(digest) : []), `-# ${small.join(' · ')}`].join('\n'), nonce, cards };
  });
}

interface Card {
  readonly embed: APIEmbed;
  readonly json: string;
}

// Memos and no state: channels share their items, and so their cards.
const cardsThatNameTopics = new WeakMap<DigestItem, Card>();
const cardsWithoutTopics = new WeakMap<DigestItem, Card>();

function cardOf(item: DigestItem, namesTopics: boolean): Card {
  const cards = namesTopics ? cardsThatNameTopics : cardsWithoutTopics;
  const card = cards.get(item) ?? makeCard(item, namesTopics);
  cards.set(item, card);
  return card;
}

function makeCard(item: DigestItem, namesTopics: boolean): Card {
  const embed = withLateness(paperCard(item.paper, { ...item, namesTopics }), item);
  return { embed, json: JSON.stringify(embed) };
}

/** As many characters as a reference takes of a nonce: 12 of 62 kinds do not meet by chance in one channel. */
const referenceLength = 12;

/** What the text of a part ends with, by which it is recognised. Letters and digits only, which no markdown changes. */
export const digestReference = (nonce: string): string =>
  `ref ${nonce.replace(/[^A-Za-z0-9]/g, '').slice(0, referenceLength)}`;

/** Date, and how many papers on which topics. */
const header = (digest: Digest): string[] => [
  `## Papers for ${showDate(digest.date)}`,
  `${showShare(digest)} on ${showTopics(digest.topics)}`,
  ...digestNotes(digest),
];

/** `3 new papers`, `The best 10 of 16 new papers` */
function showShare({ matchedCount, items }: Digest): string {
  if (items.length >= matchedCount) return count(matchedCount, 'new paper');
  return `The best${items.length === 1 ? '' : ` ${showNumber(items.length)}`} of ${count(matchedCount, 'new paper')}`;
}

/** `**diffusion**`, or `your topics: **diffusion**, **robot** and 3 more` */
function showTopics(topics: readonly string[]): string {
  const shown: string[] = [];
  let length = 0;
  for (const topic of topics) {
    const text = `**${escapeToFit(topic, headerLimits.topic)}**`;
    length += text.length + 2;
    if (length > headerLimits.topics) break;
    shown.push(text);
  }
  const rest = topics.length - shown.length;
  const more = rest === 0 ? '' : ` and ${showNumber(rest)} more`;
  return `${topics.length === 1 ? '' : 'your topics: '}${shown.join(', ')}${more}`;
}

/** How many papers were announced and match, and where those are that are not shown. */
function counts({ announcedCount, matchedCount, items, notes }: Digest): string[] {
  const hidden = matchedCount - items.length;
  return [
    `${showNumber(announcedCount)} announced`,
    `${showNumber(matchedCount)} match`,
    ...showCompleteness(notes?.told ?? []),
    ...(hidden > 0 ? [`${showNumber(hidden)} not shown: /papers search finds ${hidden === 1 ? 'it' : 'them'}`] : []),
  ];
}

/**
 * Cards in their order, in as few messages as the limits allow. Two embeds of one message must not share a URL: Discord
 * would show the first alone.
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

/** Pages of the papers that a part shows: where a card leads, or what is left of one that Discord did not take. */
export function paperLinks(payload: unknown): readonly string[] {
  const { embeds = [] } = payload as Partial<DigestMessage>;
  return embeds
    .map(({ url, description = '' }) => url ?? lastLine(description))
    .filter((link) => link.startsWith('https://'));
}

/** Whether one of these pages is the paper's, under whichever of its ids. */
export function leadToPaper(links: readonly string[], paper: Paper): boolean {
  const ids = idsOf(paper);
  return links.some((link) => ids.includes(parsePaperId(link)?.id ?? ''));
}

/** Whether a part, as it was frozen, shows this paper. */
export const holdsPaper = (payload: unknown, paper: Paper): boolean => leadToPaper(paperLinks(payload), paper);

export const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);
