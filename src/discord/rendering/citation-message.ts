import { type CitationFormatName, citationFormat, cite } from '../../citations/registry.ts';
import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import { UserError } from '../errors.ts';
import type { Message } from './message.ts';
import { messageLimits } from './message-limits.ts';

export interface CitationOptions {
  readonly format: CitationFormatName;
  readonly say: Say;
  /** Further lines, such as what was left out. */
  readonly notes?: readonly string[];
}

/**
 * A message with the citations of papers: in a block of code if they fit, otherwise in a file.
 * @throws UserError if not even a file may be so large
 */
export function citationMessage(papers: readonly Paper[], { format, say, notes = [] }: CitationOptions): Message {
  const { shown, fileName, contentType } = citationFormat(format);
  const text = cite(papers, format);
  const facts = { papers: papers.length, format: format === 'plain' ? say('cite.plainText') : shown };
  const inBlock = [say('cite.shown', facts), `\`\`\`\n${text.trimEnd()}\n\`\`\``, ...notes].join('\n');
  if (inBlock.length <= messageLimits.content && !text.includes('``')) return { content: inBlock };
  const data = Buffer.from(text, 'utf8');
  if (data.byteLength > messageLimits.fileBytes) throw tooLarge();
  return { content: [say('cite.inFile', facts), ...notes].join('\n'), files: [{ name: fileName, contentType, data }] };
}

const bytesOfMegabyte = 1024 * 1024;

const tooLarge = (): UserError =>
  new UserError('citations-too-large', (say) =>
    say('cite.tooLarge', { limit: messageLimits.fileBytes / bytesOfMegabyte }),
  );
