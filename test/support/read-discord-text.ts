/** What Discord would make of a text, apart from bold, italics and the like. */
export interface ReadText {
  /** The ids of users, roles and channels that it mentions. */
  readonly mentions: readonly string[];
  /** The hosts of its links, masked ones and bare ones. */
  readonly hosts: readonly string[];
  /** Headings, quotes, pings of everybody, commands, emoji and open code. */
  readonly others: readonly string[];
  /** The contents of its code blocks. */
  readonly blocks: readonly string[];
}

/** Code, and signs after a backslash, in the order of the text: nothing in them means anything. */
const literal =
  /```(?<block>(?:(?!```)[\s\S])+)```|(?<ticks>`+)(?!`)[^`](?:[\s\S]*?[^`])?\k<ticks>(?!`)|\\[^\p{L}\p{N}\s]/gu;

const marks = [
  /(?<![\w.])@(?:everyone|here)\b/g,
  // The header of a digest is one, at the very beginning.
  /(?<=\n) {0,3}#{1,3} \S.*$/gm,
  /^#{1,2} \S.*$/g,
  /^ {0,3}>{1,3} .*$/gm,
  /<\/[^>\n]+:\d+>/g,
  /<a?:\w+:\d+>/g,
  /<id:\w+>/g,
  /`/g,
];

/**
 * Reads a message or the description of an embed, as Discord documents its markdown: mentions, links, headings, quotes and
 * code. It shares nothing with what the bot or its playground know of that.
 */
export function readDiscordText(text: string): ReadText {
  const blocks = [...text.matchAll(literal)].flatMap(({ groups }) => groups?.['block'] ?? []);
  const rest = text.replaceAll(literal, '\u0001');
  return {
    blocks,
    mentions: [...rest.matchAll(/<(?:@[!&]?|#)(\d+)>/g)].map(([, id = '']) => id),
    hosts: [...rest.matchAll(/\b[a-z][a-z+.-]*:\/\/([^\s/<>()?#]*)/gi)].map(([, host = '']) => host.toLowerCase()),
    others: marks.flatMap((mark) => [...rest.matchAll(mark)].map(([found]) => found)),
  };
}
