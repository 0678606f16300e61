import type { DigestItem } from '../../../digests/digest-item.ts';
import type { Say } from '../../../language/say.ts';
import { memoByObject } from '../../../memo.ts';
import { showLead } from '../byline.ts';
import {
  componentsV2,
  countDisplay,
  type Display,
  isComponentsV2,
  isDisplay,
  textBesidePicture,
  textDisplay,
  textOfDisplay,
} from '../displays.ts';
import { linkDuplicates } from '../duplicates.ts';
import { escapeToFit } from '../escape.ts';
import { messageLimits } from '../message-limits.ts';
import { codeLink, paperLine, showFirstSentence, showShortReason, thumbnailOf } from '../paper-card.ts';
import { statusWord } from '../paper-status.ts';
import type { DigestMessage, Layout, PackOptions, PartBody, SimplerMessage, WrittenDisplay } from './layout.ts';

/** How many characters of a title, a category and the reasons are shown. */
const limits = { title: 160, category: 40, reason: 60 };

/** How many characters of a sentence are shown. The shorter one is for papers that would need another message. */
const sentenceLimits = [140, 100] as const;

/** How many components the papers of one message take. Header, foot, menu and two buttons take the others. */
const componentsOfPapers = messageLimits.components - 7;

/**
 * Compact, for the phone: each paper has a linked title, a line in small letters, one sentence, and its picture if there
 * is one. The messages are of Components V2: see decision 78.
 */
export const compactLayout: Layout = {
  label: 'Compact: title, one sentence and picture of each paper, for the phone',
  flags: componentsV2,
  pack: packDisplays,
  owns: isComponentsV2,
  simplify,
  links: linksOf,
};

/** The papers in as few messages as the limits allow. Sentences are shorter if that saves a message. */
function packDisplays(items: readonly DigestItem[], { namesTopics, room, say }: PackOptions): PartBody[] {
  const packWith = ({ withReason, withoutReason }: (typeof displayMakers)['long']): PartBody[] =>
    spread(items.map((namesTopics ? withReason : withoutReason)(say)), room);
  const long = packWith(displayMakers.long);
  if (long.length === 1) return long;
  const short = packWith(displayMakers.short);
  return short.length < long.length ? short : long;
}

function spread(displays: readonly WrittenDisplay[], room: PackOptions['room']): PartBody[] {
  const parts: WrittenDisplay[][] = [[]];
  let left = { text: room(0), components: componentsOfPapers };
  for (const one of displays) {
    const size = { text: textOfDisplay(one.display).length, components: countDisplay(one.display) };
    const isFull = size.text > left.text || size.components > left.components;
    // Below a long header there may be no room for even one paper.
    if (isFull && (parts.length === 1 || parts.at(-1)?.length !== 0)) {
      left = { text: room(parts.length), components: componentsOfPapers };
      parts.push([]);
    }
    parts.at(-1)?.push(one);
    left = { text: left.text - size.text, components: left.components - size.components };
  }
  return parts.map((papers) => ({ lines: [], cards: [], displays: papers }));
}

function makeIn(limit: number, namesTopics: boolean) {
  return memoByObject((say: Say) =>
    memoByObject((item: DigestItem): WrittenDisplay => {
      const display = showItem(item, limit, namesTopics, say);
      return { display, json: JSON.stringify(display) };
    }),
  );
}

// Channels share their items, and so their displays in each language.
const [long, short] = sentenceLimits;
const displayMakers = {
  long: { withReason: makeIn(long, true), withoutReason: makeIn(long, false) },
  short: { withReason: makeIn(short, true), withoutReason: makeIn(short, false) },
};

function showItem(item: DigestItem, sentenceLimit: number, namesTopics: boolean, say: Say): Display {
  const { paper, highlights } = item;
  const title = [paperLine(paper, highlights, limits.title), statusWord(paper, say)];
  const lines = [
    title.filter((part) => part !== '').join(' · '),
    small(detailsOf(item, say)),
    showFirstSentence(paper, { highlights, limit: sentenceLimit }, say),
    namesTopics ? small([showShortReason(item.matches, limits.reason, say)]) : '',
  ];
  const text = lines.filter((line) => line !== '').join('\n');
  const picture = thumbnailOf(paper);
  return picture === null ? textDisplay(text) : textBesidePicture(text, picture, say('cards.thumbnail'));
}

/** `First Author +3`, `▲134`, `Code`, `cs.CV` */
function detailsOf({ paper, duplicates = [], isLate }: DigestItem, say: Say): readonly string[] {
  const { upvotes } = paper.extras;
  return [
    showLead(paper.authors, say),
    upvotes === null ? '' : say('cards.upvotesShort', { n: upvotes }),
    codeLink(paper, say),
    escapeToFit(paper.categories[0] ?? '', limits.category),
    isLate === true ? say('cards.late') : '',
    duplicates.length === 0 ? '' : say('cards.alsoAs', { places: linkDuplicates(duplicates, say) }),
  ];
}

function small(parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '').join(' · ');
  return text === '' ? '' : `-# ${text}`;
}

/** The link of a paper begins its text. Foreign text is escaped, so it cannot contain a link. */
const paperLink = /^\[.*?\]\((https:\/\/[^()\s]+)\)/;
const bareLink = /^<(https:\/\/[^<>\s]+)>$/;

function linkOf(display: Display): string | null {
  const text = textOfDisplay(display);
  return (paperLink.exec(text) ?? bareLink.exec(text))?.[1] ?? null;
}

const displaysOf = ({ components = [] }: DigestMessage): readonly Display[] => components.filter(isDisplay);

function linksOf(message: DigestMessage): readonly string[] {
  return displaysOf(message).flatMap((display) => linkOf(display) ?? []);
}

/**
 * The same message with the refused displays simplified. A paper becomes its title without the picture, then its bare
 * link, and is then removed. The header is removed if it is blamed. The foot has the reference and stays. Null if nothing
 * is left to simplify.
 */
function simplify(message: DigestMessage, fields: readonly string[]): SimplerMessage | null {
  const { components = [] } = message;
  const links = linksOf(message);
  const places = fields.map((field) => Number(/^components\.(\d+)\b/.exec(field)?.[1] ?? Number.NaN));
  const isAll = places.length === 0 || places.some(Number.isNaN);
  const foot = displaysOf(message).at(-1);
  const simpler = components.flatMap((component, place) => {
    if (!isDisplay(component) || component === foot || !(isAll || places.includes(place))) return [component];
    // If everything is blamed, the papers are simplified first, because a header is rarely at fault.
    if (linkOf(component) === null) return isAll && links.length > 0 ? [component] : [];
    return simplerPaper(component);
  });
  const next = { ...message, components: simpler };
  const kept = new Set(linksOf(next));
  const isEmpty = links.length > 0 && kept.size === 0;
  if (isEmpty || JSON.stringify(next) === JSON.stringify(message)) return null;
  return { message: next, leftOut: links.filter((link) => !kept.has(link)) };
}

/** The next simpler form: a paper → its title → its bare link → nothing. */
function simplerPaper(display: Display): Display[] {
  const text = textOfDisplay(display);
  const [title = ''] = text.split('\n');
  const link = linkOf(display);
  if (title !== text || countDisplay(display) > 1) return [textDisplay(title)];
  return bareLink.test(text) ? [] : [textDisplay(`<${link}>`)];
}
