import { discussPaper } from '../steps/discuss-paper.ts';
import { onlyPaper, type PaperAction } from './action.ts';

/** The action Discuss: opens the thread in which the channel discusses the paper, or finds it. */
export const discussAction: PaperAction = {
  name: 'discuss',
  takes: 'one',
  run: (request, context) => discussPaper(onlyPaper(request), context),
};
