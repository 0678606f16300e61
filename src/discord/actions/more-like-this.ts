import { markPapers } from '../steps/marking.ts';
import type { PaperAction } from './action.ts';

/** The action More like this: later digests of the channel put papers like these first. */
export const moreLikeThisAction: PaperAction = {
  name: 'more',
  takes: 'several',
  run: ({ papers, digest }, context) => markPapers('more', papers, digest?.channelId ?? context.here.id, context),
};
