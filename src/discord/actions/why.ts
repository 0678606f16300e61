import { digestReasons } from '../rendering/digest-reasons.ts';
import { channelHere } from '../steps/channel-here.ts';
import { findReasons } from '../steps/digest-reasons.ts';
import { onlyPaper, type PaperAction } from './action.ts';

/**
 * The action Why: says why the paper is in the digest. Below a card, it is about the digests of this channel, or, in a
 * thread without digests, about those of the channel of the thread.
 */
export const whyAction: PaperAction = {
  name: 'why',
  takes: 'one',
  async run(request, context) {
    const channelId = request.digest?.channelId ?? (await channelHere(context));
    return digestReasons(await findReasons(onlyPaper(request), channelId, context), context.say);
  },
};
