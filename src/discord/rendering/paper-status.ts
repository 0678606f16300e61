import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import { publicationStatus } from '../../papers/publication-status.ts';

/** A line for a paper that is not research: withdrawn, or a notice. Empty for research. */
export function statusLine(paper: Paper, say: Say): string {
  const status = publicationStatus(paper);
  return status === null ? '' : say(`cards.${status}`);
}

/** The same as one bold word for lists: `**withdrawn**`. */
export function statusWord(paper: Paper, say: Say): string {
  const status = publicationStatus(paper);
  return status === null ? '' : say(`cards.${status}Word`);
}
