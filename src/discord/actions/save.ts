import { savePapers } from '../steps/saving.ts';
import type { PaperAction } from './action.ts';

/** The action Save: puts papers on the person's reading list. */
export const saveAction: PaperAction = {
  name: 'save',
  takes: 'several',
  run: ({ papers }, context) => savePapers(papers, context),
};
