import { dayMs, hourMs, minuteMs } from '../time.ts';
import { plain, type Span, span, type TextStyle } from './terminal-text.ts';

/** The names behind the ids in a message, and the reader's clock. */
export interface ReaderContext {
  /** Names of users, channels and roles by id, without `@` and `#`. */
  readonly users: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
  /** The reader's IANA zone. */
  readonly timeZone: string;
  /** Milliseconds since 1970, for times such as "in 3 hours"; null shows those as dates. */
  readonly now: number | null;
  /** Whether a link's address is spelled out, because the terminal cannot follow links. */
  readonly spellsLinks: boolean;
}

/** A paragraph, which is wrapped as one. `first` stands before its first line, `rest` before the others. */
export interface Block {
  readonly first: string;
  readonly rest: string;
  readonly spans: readonly Span[];
}

const mention: TextStyle = { color: 0x5865f2, bold: true };
/** The colour of links, 0xRRGGBB. */
export const linkColor = 0x5b9bf5;
const codeStyle: TextStyle = { color: 0xe0a458 };

const codeFence = /```(?:\w*\n)?([\s\S]*?)\n?```\n?/;

/** Reads Discord's markdown: headings, subtext, quotes, lists, code blocks, and the markup inside a line. */
export function readMarkdown(text: string, context: ReaderContext, style: TextStyle = plain): Block[] {
  // The pattern has one group, so `split` puts the code at the odd places.
  return text.split(codeFence).flatMap((part, index) => {
    if (index % 2 === 1) return part.split('\n').map((line) => block('  ', [span(line, codeStyle)]));
    const prose = part.replace(/\n$/, '');
    return prose === '' ? [] : prose.split('\n').map((line) => readLine(line, context, style));
  });
}

function readLine(line: string, context: ReaderContext, style: TextStyle): Block {
  const [, marker = '', rest = ''] = /^(#{1,3} |-# |> |\s*[-*] |\s*\d+\. )?(.*)$/s.exec(line) ?? [];
  if (marker.startsWith('#')) return block('', readInline(rest, context, { ...style, bold: true }));
  if (marker === '-# ') return block('', readInline(rest, context, { ...style, dim: true }));
  if (marker === '> ') return { ...block('▎ ', readInline(rest, context, style)), rest: '▎ ' };
  const indent = /^\s*/.exec(marker)?.[0] ?? '';
  if (/^\s*[-*] $/.test(marker)) return block(`${indent}• `, readInline(rest, context, style));
  return block(marker, readInline(rest, context, style));
}

const block = (first: string, spans: readonly Span[]): Block => ({ first, rest: ' '.repeat(first.length), spans });

interface Found {
  readonly spans: readonly Span[];
  /** Where reading continues. */
  readonly end: number;
}

type Rule = (text: string, at: number, context: ReaderContext, style: TextStyle) => Found | null;

/** Reads the markup inside a line or a title: emphasis, code, links, mentions, times, escaped characters. */
export function readInline(text: string, context: ReaderContext, style: TextStyle = plain): Span[] {
  const spans: Span[] = [];
  let literal = '';
  let at = 0;
  const flush = () => {
    if (literal) spans.push(span(literal, style));
    literal = '';
  };
  while (at < text.length) {
    const found = firstFound(text, at, context, style);
    if (found) {
      flush();
      spans.push(...found.spans);
      at = found.end;
    } else if (text[at] === '\\' && /[^0-9A-Za-z\s]/.test(text[at + 1] ?? '')) {
      literal += text[at + 1];
      at += 2;
    } else {
      literal += text[at];
      at += 1;
    }
  }
  flush();
  return spans;
}

function firstFound(text: string, at: number, context: ReaderContext, style: TextStyle): Found | null {
  if (!'`*_~|[<h'.includes(text[at] ?? '')) return null;
  for (const rule of rules) {
    const found = rule(text, at, context, style);
    if (found) return found;
  }
  return null;
}

const code: Rule = (text, at, _context, style) => {
  const found = matchAt(/(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/y, text, at);
  return found && { spans: [span(found[2] ?? '', { ...style, ...codeStyle })], end: at + found[0].length };
};

const emphasis: readonly (readonly [mark: string, style: TextStyle])[] = [
  ['**', { bold: true }],
  ['__', { underline: true }],
  ['~~', { strike: true }],
  ['||', { dim: true }],
  ['*', { italic: true }],
  ['_', { italic: true }],
];

const emphasized: Rule = (text, at, context, style) => {
  for (const [mark, added] of emphasis) {
    if (!text.startsWith(mark, at) || /^(\s|$)/.test(text.slice(at + mark.length, at + mark.length + 1))) continue;
    const end = closing(text, at + mark.length, mark);
    if (end < 0) continue;
    const inner = readInline(text.slice(at + mark.length, end), context, { ...style, ...added });
    return { spans: inner, end: end + mark.length };
  }
  return null;
};

/** Where the mark closes. It is not escaped, in code, or half of a double mark; an underscore is not inside a word. */
function closing(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') at += (matchAt(/(`+)[^`][\s\S]*?\1(?!`)/y, text, at)?.[0].length ?? 1) - 1;
    else if (mark.length === 1 && text.startsWith(mark + mark, at)) at += 1;
    else if (text.startsWith(mark, at) && at > from && !isInsideWord(text, at, mark)) return at;
  }
  return -1;
}

const isInsideWord = (text: string, at: number, mark: string): boolean => mark === '_' && /\w/.test(text[at + 1] ?? '');

const maskedLink: Rule = (text, at, context, style) => {
  const found = matchAt(/\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?(?: "[^"]*")?\)/y, text, at);
  if (!found) return null;
  const url = found[2] ?? '';
  const shown = readInline(found[1] ?? '', context, { ...style, color: linkColor, link: url });
  const address = context.spellsLinks ? [span(` (${shortUrl(url)})`, style)] : [];
  return { spans: [...shown, ...address], end: at + found[0].length };
};

const bareLink: Rule = (text, at, _context, style) => {
  const found = matchAt(/<?(https?:\/\/[^\s<>]*[^\s<>.,:;"')\]])>?/y, text, at);
  if (!found) return null;
  const url = found[1] ?? '';
  return { spans: [span(url, { ...style, color: linkColor, link: url })], end: at + found[0].length };
};

const token: Rule = (text, at, context, style) => {
  const found = matchAt(/<(@&|@!?|#|t:|\/|a?:)([^<>\s][^<>]*)>/y, text, at);
  if (!found) return null;
  const shown = showToken(found[1] ?? '', found[2] ?? '', context);
  if (shown === null) return null;
  const look = found[1] === 't:' ? style : { ...style, ...mention };
  return { spans: [span(shown, look)], end: at + found[0].length };
};

function showToken(kind: string, rest: string, context: ReaderContext): string | null {
  if (kind === 't:') return showTime(rest, context);
  if (kind === '/') return `/${rest.split(':')[0]}`;
  if (kind === '#') return /^\d+$/.test(rest) ? `#${context.channels.get(rest) ?? 'unknown'}` : null;
  if (kind === '@&') return `@${context.roles.get(rest) ?? 'unknown-role'}`;
  if (kind.startsWith('@')) return /^\d+$/.test(rest) ? `@${context.users.get(rest) ?? 'unknown-user'}` : null;
  return `:${rest.split(':')[0]}:`;
}

const rules: readonly Rule[] = [code, emphasized, maskedLink, bareLink, token];

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A URL without its scheme, `www.` and last slash. */
export const shortUrl = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

const timeFormats: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { hour: '2-digit', minute: '2-digit' },
  T: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  d: { day: '2-digit', month: '2-digit', year: 'numeric' },
  D: { day: 'numeric', month: 'long', year: 'numeric' },
  f: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  F: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};

/** `1618953630:R`, as Discord's English client shows it; null if it is not a time. */
function showTime(rest: string, context: ReaderContext): string | null {
  const [, seconds, style = 'f'] = /^(-?\d{1,12})(?::([tTdDfFR]))?$/.exec(rest) ?? [];
  if (seconds === undefined) return null;
  const time = Number(seconds) * 1000;
  if (style === 'R' && context.now !== null) return relativeTime(time - context.now);
  return formatTime(time, timeFormats[style] ?? timeFormats['f'] ?? {}, context.timeZone);
}

/** `09:00`, in the reader's zone. */
export const clockTime = (time: number, context: ReaderContext): string =>
  formatTime(time, timeFormats['t'] ?? {}, context.timeZone);

const formatTime = (time: number, format: Intl.DateTimeFormatOptions, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { ...format, timeZone }).format(time);

const units = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', minuteMs],
  ['second', 1000],
] as const;

function relativeTime(differenceMs: number): string {
  const [unit, size] = units.find(([, unitMs]) => Math.abs(differenceMs) >= unitMs) ?? (['second', 1000] as const);
  return new Intl.RelativeTimeFormat('en', { numeric: 'always' }).format(Math.round(differenceMs / size), unit);
}
