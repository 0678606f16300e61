import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import { noHighlights } from '../../topics/matching/highlights.ts';
import { describeFound, type FoundPaper } from './found-paper.ts';
import { embedColor, type Message } from './message.ts';
import { paperLine } from './paper-card.ts';

/** How many similar papers are listed. They fit into one embed even if every text is as long as allowed. */
export const similarAtMost = 8;

const titleLength = 130;

/** The papers that are most like a paper, the most similar first. */
export function similarList(paper: Paper, similar: readonly FoundPaper[], say: Say): Message {
  const shown = paperLine(paper, noHighlights, titleLength);
  if (similar.length === 0) return { content: say('search.noneSimilar', { paper: shown }) };
  const list = similar.map((found, index) => `${index + 1}\\. ${describeFound(found, say)}`);
  return {
    content: say('search.similar', { paper: shown }),
    embeds: [{ description: list.join('\n'), color: embedColor }],
  };
}
