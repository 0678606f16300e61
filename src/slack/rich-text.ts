import type { Span, Spans } from '../wording/spans.ts';
import { writeText } from './escape.ts';
import type { Block, RichElement, RichText } from './message.ts';

/** The most spans of a line that keep their styles. A line with more is hostile, and each span takes room. */
const mostSpans = 60;

/** Lines below each other as one block. Null if there are none. */
export function richText(lines: readonly Spans[]): RichText | null {
  const elements = lines
    .filter((line) => line.length > 0)
    .flatMap((line, index) => [...(index === 0 ? [] : [lineBreak]), ...merged(line).map(elementOf)]);
  return elements.length === 0 ? null : { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

const lineBreak: RichElement = { type: 'text', text: '\n' };

function elementOf({ text, url, isBold, isItalic, isCode }: Span): RichElement {
  const style = {
    ...(isBold === true ? { bold: true as const } : {}),
    ...(isItalic === true ? { italic: true as const } : {}),
    ...(isCode === true ? { code: true as const } : {}),
  };
  const styled = Object.keys(style).length === 0 ? {} : { style };
  return url === undefined ? { type: 'text', text, ...styled } : { type: 'link', url, text, ...styled };
}

/** The line, without styles if it has very many. */
function merged(line: Spans): Spans {
  if (line.length <= mostSpans) return line;
  const spans: Span[] = [];
  for (const { text, url } of line) {
    const last = spans.at(-1);
    if (last !== undefined && last.url === url) spans[spans.length - 1] = { ...last, text: last.text + text };
    else spans.push({ text, ...(url === undefined ? {} : { url }) });
  }
  return spans;
}

/** A block as an escaped text. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'header':
      return writeText([{ text: block.text.text }]);
    case 'rich_text':
      return writeText(block.elements[0].elements);
    case 'divider':
      return '';
  }
}
