import type { Digest } from '../digests/digest.ts';
import { type Say, sayIn } from '../language/say.ts';
import { digestLines } from '../wording/digest-lines.ts';
import { paperLines } from '../wording/paper-lines.ts';
import { cutAtWord } from '../wording/plain-text.ts';
import { bold, link, plain, type Spans, textOf } from '../wording/spans.ts';
import { escapeToFit } from './escape.ts';
import { type Block, blockMessage, type SlackMessage, slackLimits, textMessage } from './message.ts';
import { blockText, richText } from './rich-text.ts';

/** How much of the text of a paper is shown. */
const textLength = 350;

/** How many characters of a message are kept free for what stands around the blocks of the papers. */
const reserve = { json: 400, blocks: 2 } as const;

/** The messages of a digest for Slack, in order. The same digest gives the same messages. */
export function composeDigest(digest: Digest): readonly SlackMessage[] {
  const say = sayIn(digest.language ?? 'en');
  const { title, head, counts } = digestLines(digest, say);
  const above = [header(title), ...present(richText(head))];
  const options = { namesTopics: digest.topics.length > 1, textLength, say };
  const papers = digest.items.map((item) => {
    const { title: name, url, reasons, text, small } = paperLines(item, options);
    const linked = link(url, bold(plain(textOf(name))));
    return [{ type: 'divider' } as const, ...present(richText([linked, ...reasons, text, ...small]))];
  });
  const parts = packed(above, papers);
  return parts.map((blocks, index) => {
    const foot = [...(index === 0 ? [counts] : []), ...partLine(index, parts.length, say)];
    const below = present(richText(foot));
    return blockMessage(notificationOf([title, ...head]), [...blocks, { type: 'divider' }, ...below]);
  });
}

/** The same message as text alone, for a Slack that refuses its blocks. Null if it is one already. */
export function simplified({ blocks }: SlackMessage): SlackMessage | null {
  if (blocks === undefined) return null;
  const texts = blocks.map(blockText).filter((text) => text !== '');
  return textMessage(texts.join('\n\n'));
}

const present = (block: Block | null): readonly Block[] => (block === null ? [] : [block]);

const header = (title: Spans): Block => ({
  type: 'header',
  text: { type: 'plain_text', text: cutAtWord(textOf(title), slackLimits.header), emoji: false },
});

/** The first lines, as far as a notification shows them. */
const notificationOf = (lines: readonly Spans[]): string =>
  escapeToFit(lines.slice(0, 2).map(textOf).join(': '), slackLimits.text / 8);

/** `Part 2 of 3`, if there are several messages. */
const partLine = (index: number, parts: number, say: Say): readonly Spans[] =>
  parts === 1 ? [] : [plain(say('digest.part', { part: index + 1, parts }))];

/** The blocks of each message: those of a paper stay together. */
function packed(above: readonly Block[], papers: readonly (readonly Block[])[]): readonly (readonly Block[])[] {
  const parts: Block[][] = [[...above]];
  let length = lengthOf(above);
  for (const paper of papers) {
    const last = parts.at(-1) ?? [];
    const isFull =
      last.length + paper.length > slackLimits.blocks - reserve.blocks ||
      length + lengthOf(paper) > slackLimits.json - reserve.json;
    if (isFull) {
      parts.push([...paper]);
      length = lengthOf(paper);
    } else {
      last.push(...paper);
      length += lengthOf(paper);
    }
  }
  return parts;
}

const lengthOf = (blocks: readonly Block[]): number => JSON.stringify(blocks).length;
