import { channelHere } from '../steps/channel-here.ts';
import { voteForPapers } from '../steps/club-votes.ts';
import type { PaperAction } from './action.ts';

/** The action Vote: votes for papers for the agenda of the channel's journal club. */
export const voteAction: PaperAction = {
  name: 'vote',
  takes: 'several',
  async run({ papers, digest }, context) {
    const channelId = digest?.channelId ?? (await channelHere(context));
    return await voteForPapers(
      papers.map(({ id }) => id),
      channelId,
      context,
    );
  },
};
