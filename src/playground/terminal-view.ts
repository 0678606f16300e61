import {
  type Block,
  clockTime,
  linkColor,
  type ReaderContext,
  readInline,
  readMarkdown,
  shortUrl,
} from './terminal-markdown.ts';
import type { ShownComponent, ShownEmbed, ShownField, ShownMessage } from './terminal-message.ts';
import {
  clipText,
  type Line,
  lineWidth,
  padLine,
  renderLine,
  type Span,
  span,
  textWidth,
  wrapSpans,
} from './terminal-text.ts';

/** The terminal and the reader for whom messages are drawn. */
export interface ViewOptions {
  /** Whether escape codes give the text colours and links. */
  readonly color: boolean;
  /** Columns of the terminal: the longest line. Fewer than 24 count as 24. */
  readonly width: number;
  /** Names by id, without `@` and `#`. */
  readonly users?: ReadonlyMap<string, string>;
  readonly channels?: ReadonlyMap<string, string>;
  readonly roles?: ReadonlyMap<string, string>;
  /** The reader's IANA zone; by default UTC. */
  readonly timeZone?: string;
  /** Milliseconds since 1970, for relative times and for messages without a time. */
  readonly now?: number;
}

interface View extends ReaderContext {
  readonly color: boolean;
  readonly width: number;
}

const blurple = 0x5865f2;
const embedMaximum = 104;
const narrowest = 24;
const ephemeralFlag = 64;

/** Draws messages as text, as a reader sees them in Discord. It ends with a line break unless there are none. */
export function showMessages(messages: readonly ShownMessage[], options: ViewOptions): string {
  const view: View = {
    users: options.users ?? new Map(),
    channels: options.channels ?? new Map(),
    roles: options.roles ?? new Map(),
    timeZone: options.timeZone ?? 'UTC',
    now: options.now ?? null,
    color: options.color,
    spellsLinks: !options.color,
    width: Math.max(narrowest, options.width),
  };
  const lines = messages.flatMap((message, index) => {
    const isContinued = continues(message, messages[index - 1]);
    return [...(index > 0 ? [[]] : []), ...showMessage(message, isContinued, view)];
  });
  return lines.map((line) => `${renderLine(line, options.color)}\n`).join('');
}

const sevenMinutesMs = 420_000;

/** Whether Discord shows a message under the author's name of the previous one, which was shortly before. */
function continues(message: ShownMessage, previous: ShownMessage | undefined): boolean {
  if (!previous || message.interaction || isEphemeral(message) !== isEphemeral(previous)) return false;
  const isClose = Date.parse(message.timestamp ?? '') - Date.parse(previous.timestamp ?? '') < sevenMinutesMs;
  const haveNoTimes = !message.timestamp && !previous.timestamp;
  return authorName(message) === authorName(previous) && (isClose || haveNoTimes);
}

const isEphemeral = (message: ShownMessage): boolean => ((message.flags ?? 0) & ephemeralFlag) !== 0;

const authorName = ({ author }: ShownMessage): string => author?.global_name ?? author?.username ?? 'Paperboy';

function showMessage(message: ShownMessage, isContinued: boolean, view: View): Line[] {
  const width = view.width - 2;
  const content = message.content ?? '';
  const body = [
    ...(content ? blockLines(readMarkdown(content, view), width) : []),
    ...(message.attachments ?? []).map((file): Line => [span(`▤ ${file.filename}`, { color: linkColor })]),
    ...(message.embeds ?? []).flatMap((embed) => showEmbed(embed, Math.min(width, embedMaximum), view)),
    ...(message.components ?? []).flatMap((component) => showComponent(component, width, view)),
    ...(isEphemeral(message) ? [[span('Only you can see this', { dim: true, italic: true })]] : []),
  ];
  return [...(isContinued ? [] : showHeader(message, view)), ...body.map((line) => indented(line))];
}

const indented = (line: Line): Line => (line.length > 0 ? [span('  '), ...line] : line);

function showHeader(message: ShownMessage, view: View): Line[] {
  const isApp = message.author?.bot ?? message.author === undefined;
  const time = message.timestamp ? Date.parse(message.timestamp) : view.now;
  const header = [
    span(authorName(message), { bold: true, ...(isApp && { color: blurple }) }),
    ...(isApp
      ? [span(' '), span(view.color ? ' APP ' : '[APP]', { bold: true, color: 0xffffff, background: blurple })]
      : []),
    ...(time === null ? [] : [span(` ${clockTime(time, view)}`, { dim: true })]),
  ];
  const { interaction } = message;
  const asked = interaction ? `╭ ${interaction.user.global_name ?? interaction.user.username} used ` : '';
  return [
    ...(interaction ? [[span(asked, { dim: true }), span(`/${interaction.name}`, { color: blurple })]] : []),
    ...wrapSpans(header, view.width),
  ];
}

function blockLines(blocks: readonly Block[], width: number): Line[] {
  return blocks.flatMap(({ first, rest, spans }) =>
    wrapSpans(spans, width - first.length).map((line, index) => {
      const prefix = index === 0 ? first : rest;
      return prefix ? [span(prefix, { dim: prefix.trim() === '▎' }), ...line] : line;
    }),
  );
}

/** A box whose left side is the embed's coloured bar. */
function showEmbed(embed: ShownEmbed, width: number, view: View): Line[] {
  const bar = { color: embed.color ?? 0x8a8f98 };
  const side = { dim: true };
  const inner = width - 4;
  const rule = '─'.repeat(width - 2);
  return [
    [span('┎', bar), span(`${rule}╮`, side)],
    ...embedLines(embed, inner, view).map((line) => [span('┃ ', bar), ...padLine(line, inner), span(' │', side)]),
    [span('┖', bar), span(`${rule}╯`, side)],
  ];
}

function embedLines(embed: ShownEmbed, width: number, view: View): Line[] {
  const footer = [embed.footer?.text, embed.timestamp && clockTime(Date.parse(embed.timestamp), view)].filter(Boolean);
  const picture = embed.image ?? embed.thumbnail;
  const parts: Line[][] = [
    embed.author ? wrapSpans([span(embed.author.name, { bold: true })], width) : [],
    embed.title ? wrapSpans(titleSpans(embed.title, embed.url, view), width) : [],
    embed.description ? blockLines(readMarkdown(embed.description, view), width) : [],
    ...fieldRows(embed.fields ?? []).map((row) => showFields(row, width, view)),
    picture ? [[span(`▣ ${picture.description ?? 'picture'}`, { dim: true })]] : [],
    footer.length > 0 ? wrapSpans([span(footer.join(' · '), { dim: true })], width) : [],
  ];
  const [author = [], title = [], ...others] = parts;
  const sections = [[...author, ...title], ...others].filter((lines) => lines.length > 0);
  return sections.flatMap((lines, index) => (index > 0 && isLoose(sections, index) ? [[], ...lines] : lines));
}

/** Whether an empty line separates a section from the one before. Only the first text follows its title closely. */
const isLoose = (sections: readonly Line[][], index: number): boolean => index > 1 || sections.length === 1;

function titleSpans(title: string, url: string | null | undefined, view: View): Span[] {
  if (!url) return readInline(title, view, { bold: true });
  const shown = readInline(title, view, { bold: true, color: linkColor, link: url });
  return [...shown, span('  '), span(shortUrl(url), { dim: true, link: url })];
}

/** The fields in rows. Discord puts up to three inline fields next to each other. */
function fieldRows(fields: readonly ShownField[]): ShownField[][] {
  const rows: ShownField[][] = [];
  for (const field of fields) {
    const row = rows.at(-1);
    if (field.inline && row?.[0]?.inline && row.length < 3) row.push(field);
    else rows.push([field]);
  }
  return rows;
}

const gap = 2;
const narrowestColumn = 14;

function showFields(fields: readonly ShownField[], width: number, view: View): Line[] {
  const column = Math.floor((width - gap * (fields.length - 1)) / fields.length);
  if (fields.length > 1 && column < narrowestColumn) return fields.flatMap((field) => showFields([field], width, view));
  const columns = fields.map(({ name, value }) => [
    ...wrapSpans(readInline(name, view, { bold: true }), column),
    ...blockLines(readMarkdown(value, view), column),
  ]);
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    columns.flatMap((lines, index) => {
      const line = lines[row] ?? [];
      return index < columns.length - 1 ? padLine(line, column + gap) : line;
    }),
  );
}

const buttonColors: Readonly<Record<number, number>> = { 1: blurple, 3: 0x248046, 4: 0xda373c };
const componentTypes = { row: 1, button: 2, textInput: 4, section: 9, text: 10, thumbnail: 11 } as const;

/** A row of controls, or a text, with the picture beside it below. */
function showComponent(component: ShownComponent, width: number, view: View): Line[] {
  switch (component.type) {
    case componentTypes.text:
      return blockLines(readMarkdown(component.content ?? '', view), width);
    case componentTypes.thumbnail:
      return [[span(`▣ ${component.description ?? 'picture'}`, { dim: true })]];
    case componentTypes.section: {
      const { components = [], accessory } = component;
      const inside = accessory === undefined ? components : [...components, accessory];
      return inside.flatMap((one) => showComponent(one, width, view));
    }
    default:
      return showRow(component, width);
  }
}

function showRow(row: ShownComponent, width: number): Line[] {
  const components = row.type === componentTypes.row ? (row.components ?? []) : [row];
  const shown = components.flatMap((component) => showControl(component, width) ?? []);
  const lines: Span[][] = [];
  for (const control of shown) {
    const last = lines.at(-1);
    if (last && lineWidth([...last, span(' '), control]) <= width) last.push(span(' '), control);
    else lines.push([control]);
  }
  return lines;
}

/** A button or a select menu; null for a component that a reader cannot use. */
function showControl(component: ShownComponent, width: number): Span | null {
  const emoji = component.emoji?.name ? `${component.emoji.name} ` : '';
  if (component.type === componentTypes.button) {
    const label = clipText(`${emoji}${component.label ?? ''}${component.url ? ' ↗' : ''}`.trim(), width - 4);
    if (component.disabled) return span(`( ${label} )`, { dim: true });
    return span(`[ ${label} ]`, { color: 0xffffff, background: buttonColors[Number(component.style)] ?? 0x4e5058 });
  }
  if (component.type > componentTypes.button && component.type <= 8 && component.type !== componentTypes.textInput) {
    const chosen = component.options?.find((option) => option.default)?.label;
    const label = clipText(chosen ?? component.placeholder ?? 'Make a selection', width - 6);
    const blanks = ' '.repeat(Math.max(0, Math.min(40, width - 6) - textWidth(label)));
    return span(`[ ${label}${blanks} ▾ ]`, { background: 0x2b2d31, color: 0xdbdee1 });
  }
  return null;
}
