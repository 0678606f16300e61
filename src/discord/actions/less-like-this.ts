import { markPapers } from '../steps/marking.ts';
import type { PaperAction } from './action.ts';

/** The action Less like this: later digests of the channel put papers like these last. */
export const lessLikeThisAction: PaperAction = {
  name: 'less',
  takes: 'several',
  run: ({ papers, digest }, context) => markPapers('less', papers, digest?.channelId ?? context.here.id, context),
};
