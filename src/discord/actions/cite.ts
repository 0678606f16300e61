import { citePapers } from '../steps/citing.ts';
import type { PaperAction } from './action.ts';

/** The action Cite: cites papers as BibTeX, with a menu of other formats. */
export const citeAction: PaperAction = {
  name: 'cite',
  takes: 'several',
  run: ({ papers }, context) => citePapers(papers, context),
};
