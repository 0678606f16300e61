import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import type { Snowflake } from '../discord/snowflake.ts';
import type { Markdown, MarkdownNode } from './page-types.ts';

/** The names behind the ids in a text. */
export interface Names {
  readonly user: (id: Snowflake) => string | undefined;
  readonly role: (id: Snowflake) => string | undefined;
  readonly channel: (id: Snowflake) => string | undefined;
}

type ParserState = { readonly prevCapture?: readonly string[] | null };
type Parsed = Readonly<Record<string, unknown>> & { readonly type: string };

/** The library has no lists. */
const listItem = {
  order: rulesExtended['heading']?.order ?? 0,
  match(source: string, { prevCapture }: ParserState) {
    const isAtStart = prevCapture == null || prevCapture[0]?.endsWith('\n') === true;
    return isAtStart ? /^ *([-*]|\d{1,3}\.) ([^\n]*)(\n|$)/.exec(source) : null;
  },
  parse: (found: readonly string[], parse: (text: string, state: ParserState) => unknown, state: ParserState) => ({
    mark: found[1],
    content: parse(found[2] ?? '', state),
  }),
};
const parser = SimpleMarkdown.parserFor({ ...rulesExtended, listItem } as Parameters<
  typeof SimpleMarkdown.parserFor
>[0]);

/** Reads Discord's markdown, as its client shows it in messages and embeds. */
export function readMarkdown(text: string, names: Names): Markdown {
  if (text === '') return [];
  return joinTexts(nodesOf(parser(text, { inline: true }), names));
}

const nodesOf = (content: unknown, names: Names): readonly MarkdownNode[] =>
  Array.isArray(content) ? (content as Parsed[]).flatMap((node) => readNode(node, names)) : [];

const wraps = {
  strong: 'strong',
  em: 'em',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
  blockQuote: 'quote',
  subtext: 'subtext',
} as const;

function readNode(node: Parsed, names: Names): MarkdownNode | readonly MarkdownNode[] {
  const inside = () => joinTexts(nodesOf(node['content'], names));
  const { type } = node;
  if (type in wraps) return { kind: wraps[type as keyof typeof wraps], inside: inside() };
  switch (type) {
    case 'heading':
      return { kind: 'heading', level: Number(node['level']), inside: inside() };
    case 'listItem':
      return { kind: 'item', mark: /\d/.test(String(node['mark'])) ? String(node['mark']) : '•', inside: inside() };
    case 'link':
    case 'url':
    case 'autolink':
      return readMessageLink(String(node['target']), names) ?? readLink(String(node['target']), inside());
    case 'inlineCode':
      return { kind: 'code', text: String(node['content']) };
    case 'codeBlock':
      return { kind: 'codeBlock', text: String(node['content']) };
    case 'br':
    case 'newline':
      return { kind: 'break' };
    case 'timestamp':
      return { kind: 'time', seconds: Number(node['timestamp']), format: String(node['format'] ?? 'f') };
    default:
      return readMention(node, names) ?? { kind: 'text', text: plainText(node) };
  }
}

/** Discord's client shows a link to a message as a mention of its channel. */
function readMessageLink(address: string, names: Names): MarkdownNode | undefined {
  const channel = /^https:\/\/discord\.com\/channels\/\d+\/(\d+)\/\d+$/.exec(address)?.[1] ?? '';
  const name = names.channel(channel);
  return name === undefined ? undefined : { kind: 'mention', text: `#${name} › message`, channel };
}

/** Discord makes links of web addresses only. */
const readLink = (address: string, inside: Markdown): MarkdownNode | Markdown =>
  isWebAddress(address) ? { kind: 'link', address, inside } : inside;

export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
}

function readMention(node: Parsed, names: Names): MarkdownNode | undefined {
  const id = String(node['id'] ?? '');
  switch (node.type) {
    case 'user':
      return { kind: 'mention', text: `@${names.user(id) ?? 'unknown-user'}` };
    case 'role':
      return { kind: 'mention', text: `@${names.role(id) ?? 'unknown-role'}` };
    case 'channel': {
      const name = names.channel(id);
      return { kind: 'mention', text: `#${name ?? 'unknown'}`, ...(name === undefined ? {} : { channel: id }) };
    }
    case 'slashCommand':
      return { kind: 'mention', text: `/${String(node['fullName'] ?? node['name'])}` };
    case 'everyone':
    case 'here':
      return { kind: 'mention', text: `@${node.type}` };
    default:
      return undefined;
  }
}

const plainText = (node: Parsed): string =>
  typeof node['content'] === 'string' ? node['content'] : String(node['name'] ?? '');

/** The library cuts texts at each sign. */
function joinTexts(nodes: readonly MarkdownNode[]): Markdown {
  const joined: MarkdownNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    else joined.push(node);
  }
  return joined;
}
