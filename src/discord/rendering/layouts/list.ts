import type { DigestItem } from '../../../digests/digest-item.ts';
import type { Say } from '../../../language/say.ts';
import { memoByObject } from '../../../memo.ts';
import { showFirstAuthor } from '../byline.ts';
import { linkDuplicates } from '../duplicates.ts';
import { escapeToFit } from '../escape.ts';
import { suppressEmbeds } from '../message.ts';
import { codeLink, paperLine } from '../paper-card.ts';
import { statusWord } from '../paper-status.ts';
import {
  type DigestMessage,
  type Layout,
  lastLine,
  type PackOptions,
  type PartBody,
  type SimplerMessage,
} from './layout.ts';

/** How many characters of a title and of the topics a line shows. */
const lineLimits = { title: 160, topics: 60 };

/** A list: the title of each paper, and a line in small letters below it, short enough for a phone. */
export const listLayout: Layout = {
  label: 'List: title and a small line for each paper',
  flags: suppressEmbeds,
  pack: packLines,
  owns: ({ flags = 0 }) => (flags & suppressEmbeds) !== 0,
  simplify,
  links: linksOf,
};

function packLines(items: readonly DigestItem[], { namesTopics, room, say }: PackOptions): PartBody[] {
  const parts: string[][] = [[]];
  let left = room(0);
  for (const item of items) {
    const line = (namesTopics ? linesThatNameTopics : linesWithoutTopics)(say)(item);
    // Below a long header there may be no room for even one line.
    if (line.length + 1 > left && (parts.length === 1 || parts.at(-1)?.length !== 0)) {
      left = room(parts.length);
      parts.push([]);
    }
    parts.at(-1)?.push(line);
    left -= line.length + 1;
  }
  return parts.map((lines) => ({ lines, cards: [] }));
}

// Channels share their items, and so their lines in each language.
const linesThatNameTopics = memoByObject((say: Say) => memoByObject((item: DigestItem) => showItem(item, true, say)));
const linesWithoutTopics = memoByObject((say: Say) => memoByObject((item: DigestItem) => showItem(item, false, say)));

/** `- [Title](link)`, and below it `-# First Author and 3 others · 134 upvotes · Code · cs.CV` */
function showItem(
  { paper, duplicates = [], highlights, matches, isLate }: DigestItem,
  namesTopics: boolean,
  say: Say,
): string {
  const { upvotes } = paper.extras;
  const topics = say.join(
    matches.map(({ canonical }) => canonical),
    'names',
  );
  const title = [paperLine(paper, highlights, lineLimits.title), statusWord(paper, say)];
  const small = [
    duplicates.length === 0 ? '' : say('cards.alsoAs', { places: linkDuplicates(duplicates, say) }),
    showFirstAuthor(paper.authors, say),
    upvotes === null ? '' : say('cards.upvotes', { n: upvotes }),
    codeLink(paper, say),
    escapeToFit(paper.categories[0] ?? '', 40),
    namesTopics ? `*${escapeToFit(topics, lineLimits.topics)}*` : '',
    isLate === true ? say('cards.late') : '',
  ];
  const [first, second] = [title, small].map((parts) => parts.filter((part) => part !== '').join(' · '));
  return `- ${first}${second === '' ? '' : `\n-# ${second}`}`;
}

/** The link of a line is the paper's. Foreign text is escaped, so it cannot contain a link. */
const paperLink = /^- .*?\]\((https:\/\/[^()\s]+)\)/;
const bareLink = /^<(https:\/\/[^<>\s]+)>$/;

function linksOf({ content }: DigestMessage): readonly string[] {
  return content.split('\n').flatMap((line) => (paperLink.exec(line) ?? bareLink.exec(line))?.[1] ?? []);
}

/** The papers become bare links, and the header is removed. Null if that was done before. */
function simplify(message: DigestMessage): SimplerMessage | null {
  const links = linksOf(message).map((link) => `<${link}>`);
  const content = [...links, lastLine(message.content)].join('\n');
  return content === message.content ? null : { message: { ...message, content }, leftOut: [] };
}
