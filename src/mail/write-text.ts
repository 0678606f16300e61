import type { EmailContent } from './email-content.ts';

/** The plain text of an email, for readers without HTML. */
export function writeText({ title, head, papers, counts, foot }: EmailContent): string {
  const sections = papers.map(({ title: name, url, reasons, text, small }, index) =>
    [`${index + 1}. ${name.text}`, url, ...texts(reasons), '', text.text, '', ...texts(small)].join('\n'),
  );
  const rule = '-'.repeat(60);
  return [
    [title.text, ...texts(head)].join('\n'),
    ...sections,
    counts.text,
    [rule, ...texts(foot)].join('\n'),
    '',
  ].join('\n\n');
}

const texts = (phrases: readonly { readonly text: string }[]): readonly string[] => phrases.map(({ text }) => text);
