import { findSimilar } from '../steps/similar-papers.ts';
import { onlyPaper, type PaperAction } from './action.ts';

/** The action Similar: lists the stored papers that are most like the paper. */
export const similarAction: PaperAction = {
  name: 'similar',
  takes: 'one',
  run: (request, context) => findSimilar(onlyPaper(request), context),
};
