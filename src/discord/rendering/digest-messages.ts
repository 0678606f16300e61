import { deliveryNonce } from '../../digests/delivery-nonce.ts';
import type { Digest } from '../../digests/digest.ts';
import { defaultLayout } from '../../digests/layout-name.ts';
import { type Say, sayIn } from '../../language/say.ts';
import { showCompleteness } from './completeness.ts';
import { digestNotes } from './digest-notes.ts';
import { escapeToFit } from './escape.ts';
import type { Card, DigestMessage, DigestThread } from './layouts/layout.ts';
import { layouts } from './layouts/registry.ts';
import { mentionLine, mentionsOf, noMentions } from './mention-line.ts';
import type { Message } from './message.ts';
import { messageLimits } from './message-limits.ts';

/** How much the header shows of all topics together, and of one topic, in characters. */
const headerLimits = { topics: 250, topic: 60 };

/** Characters that are kept free in each message for the line of a preview, a gap, and `Part 10 of 12`. */
const reserve = 100;

/**
 * The messages of a digest as they are sent, in order, one or more, each within Discord's limits. The same digest gives
 * the same messages. Each has a nonce made from channel, date and part. Its text ends with a reference made from that
 * nonce: the poster finds the part in the channel's history by it, because the history holds no nonces.
 */
export const composeDigest = (digest: Digest): readonly DigestMessage[] =>
  partsOf(digest).map(({ content, nonce, cards, flags, mentions, thread }) => ({
    content,
    embeds: cards.map(({ embed }) => embed),
    ...(flags === undefined ? {} : { flags }),
    ...(thread === undefined ? {} : { thread }),
    allowed_mentions: mentions,
    nonce,
    enforce_nonce: true,
  }));

/** The messages of `composeDigest` as JSON texts, each with its nonce. */
export const serializeDigest = (digest: Digest): readonly { readonly json: string; readonly nonce: string }[] =>
  partsOf(digest).map(({ content, nonce, cards, flags, mentions, thread }) => {
    const [text, embeds] = [JSON.stringify(content), cards.map(({ json }) => json).join(',')];
    const flag = flags === undefined ? '' : `"flags":${flags},`;
    const room = thread === undefined ? '' : `"thread":${JSON.stringify(thread)},`;
    const rest = `${flag}${room}"allowed_mentions":${JSON.stringify(mentions)},"nonce":"${nonce}","enforce_nonce":true`;
    return { json: `{"content":${text},"embeds":[${embeds}],${rest}}`, nonce };
  });

/** The same messages as a preview. The first one says that nothing is posted, and none has a reference. */
export const previewMessages = (digest: Digest): readonly Message[] =>
  partsOf(digest, 'preview').map(({ content, cards, flags }, index) => ({
    content: index === 0 ? `${sayFor(digest)('digest.preview')}\n${content}` : content,
    embeds: cards.map(({ embed }) => embed),
    ...(flags === undefined ? {} : { flags }),
  }));

/** The properties that differ between the messages of digests. */
interface DigestPart {
  readonly content: string;
  readonly nonce: string;
  readonly cards: readonly Card[];
  readonly flags?: number;
  readonly mentions: DigestMessage['allowed_mentions'];
  readonly thread?: DigestThread;
}

function partsOf(digest: Digest, use: 'send' | 'preview' = 'send'): readonly DigestPart[] {
  const { pack, flags } = layouts[digest.layout ?? defaultLayout];
  const { mentionRoleId: roleId } = digest;
  const isPinging = use === 'send' && roleId !== undefined;
  const say = sayFor(digest);
  const head = [...(isPinging ? [mentionLine(roleId)] : []), ...header(digest, say)];
  const first = counts(digest, say);
  const thread = threadOf(digest, say);
  const room = (index: number): number => {
    const fixed = index === 0 ? [...head, first.join(' · ')].join('\n').length : 0;
    return messageLimits.content - reserve - referenceLength - fixed;
  };
  const more = { ...(flags === undefined ? {} : { flags }), ...(thread === null ? {} : { thread }) };
  const bodies = pack(digest.items, { namesTopics: digest.topics.length > 1, room, say });
  return bodies.map(({ lines, cards }, index) => {
    const nonce = deliveryNonce(digest.channelId, digest.date, index + 1);
    const part = bodies.length > 1 ? [say('digest.part', { part: index + 1, parts: bodies.length })] : [];
    const small = [...(index === 0 ? first : []), ...part, ...(use === 'send' ? [digestReference(nonce)] : [])];
    // Below lines in small letters, those of the counts need a gap.
    const gap = lines.length === 0 ? [] : [''];
    const content = [...(index === 0 ? head : []), ...lines, ...gap, `-# ${small.join(' · ')}`].join('\n');
    const mentions = index === 0 && isPinging ? mentionsOf(roleId) : noMentions;
    return { content, nonce, cards, mentions, ...more };
  });
}

const threadOf = ({ date, isPost }: Digest, say: Say): DigestThread | null =>
  isPost ? { opens: 'post', name: say('digest.postName', { day: say.date(date) }) } : null;

/** How many characters of a nonce a reference has. With 62 different characters, 12 do not collide in a channel. */
const referenceLength = 12;

/** The reference at the end of a part's text. It has only letters and digits, which no markdown changes. */
export const digestReference = (nonce: string): string =>
  `ref ${nonce.replace(/[^A-Za-z0-9]/g, '').slice(0, referenceLength)}`;

/** Words of the channel's language. */
const sayFor = ({ language }: Digest): Say => sayIn(language ?? 'en');

/** The date, the number of papers, the topics, and the notes. */
const header = (digest: Digest, say: Say): string[] => [
  say('digest.title', { day: say.date(digest.date) }),
  showShare(digest, say),
  ...digestNotes(digest, say),
];

/** `3 new papers on **diffusion**`, `The best 10 of 16 new papers on your topics: …` */
function showShare({ matchedCount: n, items, topics: all }: Digest, say: Say): string {
  const topics = showTopics(all, say);
  if (items.length >= n) return say('digest.all', { n, topics });
  if (items.length === 1) return say('digest.bestOne', { n, topics });
  return say('digest.best', { n, topics, shown: items.length });
}

/** `**diffusion**`, or `your topics: **diffusion**, **robot** and 3 more` */
function showTopics(topics: readonly string[], say: Say): string {
  const shown: string[] = [];
  let length = 0;
  for (const topic of topics) {
    const text = `**${escapeToFit(topic, headerLimits.topic)}**`;
    length += text.length + 2;
    if (length > headerLimits.topics) break;
    shown.push(text);
  }
  const rest = topics.length - shown.length;
  const names = shown.join(', ');
  const named = rest === 0 ? names : say('digest.topicsAndMore', { topics: names, n: rest });
  return topics.length === 1 ? named : say('digest.yourTopics', { topics: named });
}

/** How many papers were announced, how completely, and how to find those that are not shown. */
function counts({ announcedCount, matchedCount, items, notes }: Digest, say: Say): string[] {
  const hidden = matchedCount - items.length;
  return [
    say('digest.announced', { n: announcedCount }),
    ...showCompleteness(notes?.counted ?? [], say),
    ...(hidden === 1 ? [asSmallPrint(say('digest.findOther'))] : []),
    ...(hidden > 1 ? [asSmallPrint(say('digest.findOthers', { n: hidden }))] : []),
  ];
}

/** Code in small print would stand out. */
const asSmallPrint = (text: string): string => text.replaceAll('`', '');
