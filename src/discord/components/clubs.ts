import { sayIn } from '../../language/say.ts';
import type { ReadyMeeting } from '../../store/clubs.ts';
import type { ClubPaper } from '../authorization/club-rules.ts';
import { UserError } from '../errors.ts';
import type { ComponentBehaviour } from '../interactions/component.ts';
import { staleComponent } from '../interactions/component.ts';
import type { CommandContext } from '../interactions/context.ts';
import { papersMessage } from '../rendering/club-meeting.ts';
import { escapeToFit } from '../rendering/escape.ts';
import type { Message } from '../rendering/message.ts';
import { showAgenda, voteForPapers } from '../steps/club-votes.ts';

const titleLength = 150;

/** The menu of `/club status`: votes for a paper, or takes the vote back. */
export const pickClubPaper: ComponentBehaviour<'club-pick', string> = {
  verb: 'club-pick',
  deferral: 'update',
  async run({ values }, context, channelId) {
    const { content } = await voteForPapers(values, channelId, context);
    return { kind: 'update', message: await showAgenda(channelId, context, content) };
  },
};

/** The button Present below the papers of a meeting: the first person who presses it presents the paper. */
export const presentPaper: ComponentBehaviour<'club-present', ClubPaper> = {
  verb: 'club-present',
  deferral: 'update',
  async run(_press, context, { meeting, paper: { place } }) {
    const { store, userId, clock } = context;
    const presenter = await store.claimPresentation({ meetingId: meeting.id, place, userId, at: clock() });
    if (presenter !== userId)
      throw new UserError('presented-already', (say) => say('club.presentedAlready', { person: `<@${presenter}>` }));
    return { kind: 'update', message: await shownAgain(meeting, context) };
  },
};

/** The button Give back: somebody else can present the paper. If a manager does that, everybody reads it. */
export const releasePaper: ComponentBehaviour<'club-release', ClubPaper> = {
  verb: 'club-release',
  deferral: 'update',
  async run(_press, context, { meeting, paper: { place, paper, presenterId } }) {
    const { store, userId, here } = context;
    if (presenterId !== null) await store.releasePresentation({ meetingId: meeting.id, place, userId: presenterId });
    const message = await shownAgain(meeting, context);
    if (presenterId === null || presenterId === userId) return { kind: 'update', message };
    const content = sayIn(meeting.language)('club.givenBackFor', {
      manager: `<@${userId}>`,
      person: `<@${presenterId}>`,
      paper: `**${escapeToFit(paper.title, titleLength)}**`,
    });
    return { kind: 'update', message, announcement: { channelId: here.id, message: { content } } };
  },
};

/** The message of the papers, as it is now. */
async function shownAgain({ id }: ReadyMeeting, { store }: Pick<CommandContext, 'store'>): Promise<Message> {
  const meeting = await store.clubMeeting(id);
  if (meeting === null) throw staleComponent();
  return papersMessage(meeting);
}
