import type { Paper } from '../../papers/paper.ts';
import { noHighlights } from '../../topics/matching/highlights.ts';
import { describeFound, type FoundPaper } from './found-paper.ts';
import { embedColor, type Message } from './message.ts';
import { paperLine } from './paper-card.ts';

/** How many similar papers are listed. They fit into one embed even if every text is as long as allowed. */
export const similarAtMost = 8;

const titleLength = 130;

/** The papers that are most like a paper, the most similar first. */
export function similarList(paper: Paper, similar: readonly FoundPaper[]): Message {
  const shown = paperLine(paper, noHighlights, titleLength);
  if (similar.length === 0) return { content: `I have no paper that is like ${shown}.` };
  const list = similar.map((found, index) => `${index + 1}\\. ${describeFound(found)}`);
  return {
    content: `Papers like ${shown}, the most similar first:`,
    embeds: [{ description: list.join('\n'), color: embedColor }],
  };
}
