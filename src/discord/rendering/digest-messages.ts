import { deliveryNonce } from '../../digests/delivery-nonce.ts';
import type { Digest } from '../../digests/digest.ts';
import { defaultLayout } from '../../digests/layout-name.ts';
import { showCompleteness } from './completeness.ts';
import { digestNotes } from './digest-notes.ts';
import { escapeToFit } from './escape.ts';
import type { Card, DigestMessage } from './layouts/layout.ts';
import { layouts } from './layouts/registry.ts';
import type { Message } from './message.ts';
import { messageLimits } from './message-limits.ts';
import { count, showNumber } from './numbers.ts';
import { showDate } from './time.ts';

/** How much of the topics the header names, in characters, and how much of one. */
const headerLimits = { topics: 250, topic: 60 };

/** What comes with the text of a preview's first message. */
const previewLine = '**Preview. Nothing is posted.**\n';
/** What is kept free in the text of a message: for the line of a preview, and for `Part 10 of 12`. */
const reserve = previewLine.length + 30;

/**
 * The messages of a digest as they are sent, in order, one or more, each within Discord's limits. The same digest gives
 * the same messages. Each has a nonce that follows from channel, date and part; its text ends with a reference made of
 * that nonce. The part is found again in the channel's history by this reference, since the history holds no nonces.
 */
export const composeDigest = (digest: Digest): readonly DigestMessage[] =>
  partsOf(digest).map(({ content, nonce, cards, flags }) => ({
    content,
    embeds: cards.map(({ embed }) => embed),
    ...(flags === undefined ? {} : { flags }),
    allowed_mentions: { parse: [] },
    nonce,
    enforce_nonce: true,
  }));

/** The messages of `composeDigest` as JSON texts, each with its nonce. */
export const serializeDigest = (digest: Digest): readonly { readonly json: string; readonly nonce: string }[] =>
  partsOf(digest).map(({ content, nonce, cards, flags }) => {
    const [text, embeds] = [JSON.stringify(content), cards.map(({ json }) => json).join(',')];
    const flag = flags === undefined ? '' : `"flags":${flags},`;
    const rest = `${flag}"allowed_mentions":{"parse":[]},"nonce":"${nonce}","enforce_nonce":true`;
    return { json: `{"content":${text},"embeds":[${embeds}],${rest}}`, nonce };
  });

/** The same messages for somebody to look at: they say that they are not posted, and hold no reference. */
export const previewMessages = (digest: Digest): readonly Message[] =>
  partsOf(digest, 'preview').map(({ content, cards, flags }, index) => ({
    content: `${index === 0 ? previewLine : ''}${content}`,
    embeds: cards.map(({ embed }) => embed),
    ...(flags === undefined ? {} : { flags }),
  }));

/** What differs between the messages of digests. */
interface DigestPart {
  readonly content: string;
  readonly nonce: string;
  readonly cards: readonly Card[];
  readonly flags?: number;
}

function partsOf(digest: Digest, use: 'send' | 'preview' = 'send'): readonly DigestPart[] {
  const { pack, flags } = layouts[digest.layout ?? defaultLayout];
  const head = header(digest);
  const first = counts(digest);
  const room = (index: number): number => {
    const fixed = index === 0 ? [...head, first.join(' · ')].join('\n').length : 0;
    return messageLimits.content - reserve - referenceLength - fixed;
  };
  const bodies = pack(digest.items, { namesTopics: digest.topics.length > 1, room });
  return bodies.map(({ lines, cards }, index) => {
    const nonce = deliveryNonce(digest.channelId, digest.date, index + 1);
    const part = bodies.length > 1 ? [`Part ${index + 1} of ${bodies.length}`] : [];
    const small = [...(index === 0 ? first : []), ...part, ...(use === 'send' ? [digestReference(nonce)] : [])];
    const content = [...(index === 0 ? head : []), ...lines, `-# ${small.join(' · ')}`].join('\n');
    return { content, nonce, cards, ...(flags === undefined ? {} : { flags }) };
  });
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
