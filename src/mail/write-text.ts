import { type Spans, textOf } from '../wording/spans.ts';
import type { EmailContent } from './email-content.ts';

/** The plain text of an email, for readers without HTML. */
export function writeText({ title, head, papers, counts, foot }: EmailContent): string {
  const sections = papers.map(({ title: name, url, reasons, text, small }, index) =>
    [`${index + 1}. ${textOf(name)}`, url, ...reasons.map(plainOf), '', plainOf(text), '', ...small.map(plainOf)].join(
      '\n',
    ),
  );
  const rule = '-'.repeat(60);
  return [
    [textOf(title), ...head.map(plainOf)].join('\n'),
    ...sections,
    plainOf(counts),
    [rule, ...foot.map(plainOf)].join('\n'),
    '',
  ].join('\n\n');
}

/** A line without styles. The address of a link stands behind its last span. */
const plainOf = (spans: Spans): string =>
  spans
    .map(({ text, url }, index) => (url === undefined || url === spans[index + 1]?.url ? text : `${text} (${url})`))
    .join('');
