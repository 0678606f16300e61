import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import { noHighlights } from '../../topics/matching/highlights.ts';
import { escapeToFit } from './escape.ts';
import { describeFound, type FoundPaper } from './found-paper.ts';
import { embedColor, type Message } from './message.ts';
import { paperLine } from './paper-card.ts';

/** How many similar papers are listed. They fit into one embed even if every text is as long as allowed. */
export const similarAtMost = 8;
/** How many words are named that two papers have in common. */
export const commonAtMost = 5;

/** How many characters are shown of the title, and of the words in common. */
const lengths = { title: 130, common: 80 };

/** A paper that is like another one. */
export interface SimilarPaper extends FoundPaper {
  /** The most telling words that both have. */
  readonly common: readonly string[];
}

/** The papers that are most like a paper, the most similar first. */
export function similarList(paper: Paper, similar: readonly SimilarPaper[], say: Say): Message {
  const shown = paperLine(paper, noHighlights, lengths.title);
  if (similar.length === 0) return { content: say('search.noneSimilar', { paper: shown }) };
  const list = similar.map((found, index) => `${index + 1}\\. ${describeFound(found, say)}${inCommon(found, say)}`);
  return {
    content: say('search.similar', { paper: shown }),
    embeds: [{ description: list.join('\n'), color: embedColor }],
  };
}

const inCommon = ({ common }: SimilarPaper, say: Say): string =>
  common.length === 0
    ? ''
    : `\n-# ${say('actions.inCommon', { words: escapeToFit(say.join(common, 'names'), lengths.common) })}`;
