import { deliveryNonce } from '../../digests/delivery-nonce.ts';
import type { Digest } from '../../digests/digest.ts';
import { defaultLayout } from '../../digests/layout-name.ts';
import { type Say, sayIn } from '../../language/say.ts';
import { showCompleteness } from '../../wording/completeness.ts';
import { digestNotes } from '../../wording/digest-notes.ts';
import { type DigestMenu, digestComponents, digestComponentsJson } from './action-menu.ts';
import { type Display, isComponentsV2, textDisplay } from './displays.ts';
import { escapeToFit } from './escape.ts';
import type { Card, DigestMessage, DigestThread, PartBody, WrittenDisplay } from './layouts/layout.ts';
import { layouts } from './layouts/registry.ts';
import { mentionLine, mentionsOf, noMentions } from './mention-line.ts';
import type { Message } from './message.ts';
import { messageLimits } from './message-limits.ts';
import { showTimeOfDay } from './time.ts';

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
  partsOf(digest).map(({ content, nonce, cards, displays, flags, mentions, menu, thread }) => {
    const components = [
      ...displays.map(({ display }) => display),
      ...(menu === undefined ? [] : digestComponents(menu, sayFor(digest))),
    ];
    return {
      content,
      embeds: cards.map(({ embed }) => embed),
      ...(flags === undefined ? {} : { flags }),
      ...(thread === undefined ? {} : { thread }),
      allowed_mentions: mentions,
      nonce,
      enforce_nonce: true,
      ...(components.length === 0 ? {} : { components }),
    };
  });

/** The messages of `composeDigest` as JSON texts, each with its nonce. */
export const serializeDigest = (digest: Digest): readonly { readonly json: string; readonly nonce: string }[] =>
  partsOf(digest).map(({ content, nonce, cards, displays, flags, mentions, menu, thread }) => {
    const text = JSON.stringify(content);
    const flag = flags === undefined ? '' : `"flags":${flags},`;
    const room = thread === undefined ? '' : `"thread":${JSON.stringify(thread)},`;
    const rest = `${flag}${room}"allowed_mentions":${JSON.stringify(mentions)},"nonce":"${nonce}","enforce_nonce":true`;
    const rows = menu === undefined ? [] : [{ json: digestComponentsJson(menu, sayFor(digest)) }];
    const inside = listed([...displays, ...rows]);
    const components = inside === '' ? '' : `,"components":[${inside}]`;
    return { json: `{"content":${text},"embeds":[${listed(cards)}],${rest}${components}}`, nonce };
  });

/** Texts with commas between them. They are added up, because joining would copy them, and storing copies them anyway. */
function listed(written: readonly { readonly json: string }[]): string {
  let list = '';
  for (const { json } of written) list += list === '' ? json : `,${json}`;
  return list;
}

/** The same messages as a preview. The first one says that nothing is posted, and none has a reference. */
export const previewMessages = (digest: Digest): readonly Message[] =>
  partsOf(digest, 'preview').map(({ content, cards, displays, flags }) => ({
    content,
    embeds: cards.map(({ embed }) => embed),
    ...(flags === undefined ? {} : { flags }),
    ...(displays.length === 0 ? {} : { components: displays.map(({ display }) => display) }),
  }));

/** The properties that differ between the messages of digests. */
interface DigestPart {
  readonly content: string;
  readonly nonce: string;
  readonly cards: readonly Card[];
  /** The whole text in displays, if the message consists of components alone. Empty otherwise. */
  readonly displays: readonly WrittenDisplay[];
  readonly flags?: number;
  /** The menu of paper actions. Only the last part that is sent has it. */
  readonly menu?: DigestMenu;
  readonly mentions: DigestMessage['allowed_mentions'];
  readonly thread?: DigestThread;
}

function partsOf(digest: Digest, use: 'send' | 'preview' = 'send'): readonly DigestPart[] {
  const { pack, flags } = layouts[digest.layout ?? defaultLayout];
  const { mentionRoleId: roleId } = digest;
  const isPinging = use === 'send' && roleId !== undefined;
  const say = sayFor(digest);
  const thread = threadOf(digest, say);
  const more = { ...(flags === undefined ? {} : { flags }), ...(thread === null ? {} : { thread }) };
  const first: PartFrame = {
    head: [...(isPinging ? [mentionLine(roleId)] : []), ...header(digest, say)],
    small: counts(digest, use, say),
    mentions: isPinging ? mentionsOf(roleId) : noMentions,
  };
  const frameOf = (index: number): PartFrame => (index === 0 ? first : laterPart);
  const limit = isComponentsV2(more) ? messageLimits.displayText : messageLimits.content;
  const room = (index: number): number => limit - reserve - referenceLength - lengthOf(frameOf(index));
  const bodies = pack(digest.items, { namesTopics: digest.topics.length > 1, room, say });
  return bodies.map((body, index) => {
    const { head, small, mentions } = frameOf(index);
    const nonce = deliveryNonce(digest.channelId, digest.date, index + 1);
    const foot = [...small, ...showPart(index, bodies, say), ...(use === 'send' ? [digestReference(nonce)] : [])];
    const menu = use === 'send' && index === bodies.length - 1 ? { menu: menuOf(digest) } : {};
    const above = use === 'preview' && index === 0 ? [say('digest.preview'), ...head] : head;
    return { ...textsOf(body, above, `-# ${foot.join(' · ')}`), nonce, cards: body.cards, mentions, ...more, ...menu };
  });
}

/** The text of a part: its head, its papers and its foot, as content or as displays. */
function textsOf(
  { lines, displays }: PartBody,
  head: readonly string[],
  foot: string,
): Pick<DigestPart, 'content' | 'displays'> {
  if (displays !== undefined) {
    const above = head.length === 0 ? [] : [written(textDisplay(head.join('\n')))];
    return { content: '', displays: [...above, ...displays, written(textDisplay(foot))] };
  }
  // Below lines in small letters, those of the counts need a gap.
  const gap = lines.length === 0 ? [] : [''];
  return { content: [...head, ...lines, ...gap, foot].join('\n'), displays: [] };
}

const written = (display: Display): WrittenDisplay => ({ display, json: JSON.stringify(display) });

/** What surrounds the papers of a part: lines above them, texts of the small line below them, and whom it pings. */
interface PartFrame {
  readonly head: readonly string[];
  readonly small: readonly string[];
  readonly mentions: DigestMessage['allowed_mentions'];
}

/** The frame of every part after the first. */
const laterPart: PartFrame = { head: [], small: [], mentions: noMentions };

const lengthOf = ({ head, small }: PartFrame): number =>
  head.length === 0 ? 0 : [...head, small.join(' · ')].join('\n').length;

/** The menu of paper actions. The nonce of the first part names the digest. */
const menuOf = ({ channelId, date, leftOut = [], hasClub = false }: Digest): DigestMenu => ({
  nonce: deliveryNonce(channelId, date, 1),
  leftOut: leftOut.length,
  hasClub,
});

function threadOf({ date, isPost, layout }: Digest, say: Say): DigestThread | null {
  if (!isPost && layout !== 'thread') return null;
  return { opens: isPost ? 'post' : 'thread', name: say('digest.postName', { day: say.date(date) }) };
}

/** `Part 2 of 3`, if the papers are spread over several messages. A header that stands alone is not counted. */
function showPart(index: number, bodies: readonly PartBody[], say: Say): string[] {
  const papers = bodies.flatMap(({ lines, cards, displays = [] }, place) =>
    lines.length + cards.length + displays.length === 0 ? [] : place,
  );
  const part = papers.indexOf(index) + 1;
  return part > 0 && papers.length > 1 ? [say('digest.part', { part, parts: papers.length })] : [];
}

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
  ...digestNotes(digest, say, showTimeOfDay),
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
  const names = say.join(shown, 'names');
  const named = rest === 0 ? names : say('digest.topicsAndMore', { topics: names, n: rest });
  return topics.length === 1 ? named : say('digest.yourTopics', { topics: named });
}

/**
 * How many papers were announced, how completely, and how to find those that are not shown. A digest that is sent has a
 * button for these.
 */
function counts(
  { announcedCount, matchedCount, items, notes, leftOut = [] }: Digest,
  use: 'send' | 'preview',
  say: Say,
): string[] {
  const hidden = use === 'send' && leftOut.length > 0 ? 0 : matchedCount - items.length;
  return [
    say('digest.announced', { n: announcedCount }),
    ...showCompleteness(notes?.counted ?? [], say),
    ...(hidden === 1 ? [asSmallPrint(say('digest.findOther'))] : []),
    ...(hidden > 1 ? [asSmallPrint(say('digest.findOthers', { n: hidden }))] : []),
  ];
}

/** Code in small print would stand out. */
const asSmallPrint = (text: string): string => text.replaceAll('`', '');
