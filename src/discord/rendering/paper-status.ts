import type { Paper } from '../../papers/paper.ts';
import { publicationStatus } from '../../papers/publication-status.ts';

const marks = {
  withdrawn: { short: 'withdrawn', whole: '**Withdrawn:** its authors or its publisher took this paper back.' },
  notice: { short: 'notice', whole: '**Notice:** this is a notice of a journal, and not a research paper.' },
} as const;

/** A line for a paper that is not research: withdrawn, or a notice. Empty for research. */
export function statusLine(paper: Paper): string {
  const status = publicationStatus(paper);
  return status === null ? '' : marks[status].whole;
}

/** The same as one bold word for lists: `**withdrawn**`. */
export function statusWord(paper: Paper): string {
  const status = publicationStatus(paper);
  return status === null ? '' : `**${marks[status].short}**`;
}
