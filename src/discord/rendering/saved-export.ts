import { markdownText } from '../../citations/formats/markdown.ts';
import { type CitationFormatName, citationFormat, cite } from '../../citations/registry.ts';
import type { Say } from '../../language/say.ts';
import { plainLine } from './escape.ts';
import type { Message } from './message.ts';
import type { SavedList } from './saved-list.ts';

/** A whole reading list in a file. A list in Markdown has the notes as well. */
export function savedExport(papers: SavedList['papers'], format: CitationFormatName, say: Say): Message {
  const { shown, fileName, contentType } = citationFormat(format);
  const text =
    format === 'markdown'
      ? inMarkdown(papers)
      : cite(
          papers.map(({ paper }) => paper),
          format,
        );
  const content = say('reading.exported', {
    papers: papers.length,
    format: format === 'plain' ? say('cite.plainText') : shown,
  });
  return { content, files: [{ name: fileName, contentType, data: Buffer.from(text, 'utf8') }] };
}

const inMarkdown = (papers: SavedList['papers']): string =>
  papers
    .map(({ paper, note }) => {
      const line = cite([paper], 'markdown').trimEnd();
      return note === null ? `${line}\n` : `${line}\n  ${markdownText(plainLine(note))}\n`;
    })
    .join('');
