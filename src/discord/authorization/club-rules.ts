import type { MeetingPaper, ReadyMeeting } from '../../store/clubs.ts';
import { UserError } from '../errors.ts';
import type { ComponentRow } from '../interactions/authorization.ts';
import { rowId, staleComponent } from '../interactions/component.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { RawPress } from '../interactions/interaction.ts';
import { managedChannel } from './managed-channel.ts';
import { canRead } from './paper-rules.ts';

/** A paper of a meeting. */
export interface ClubPaper {
  readonly meeting: ReadyMeeting;
  readonly paper: MeetingPaper;
}

/** The channel of a club, which a menu names. */
export const clubVoter: ComponentRow<string> = {
  who: 'readers of the channel of the club',
  grant: async ({ rest: [channelId = ''] }, context) => {
    const club = await context.store.club(channelId);
    if (club === null || !(await canRead(club, context))) throw staleComponent();
    return channelId;
  },
};

/** The paper of a meeting that a button names. */
export const clubReader: ComponentRow<ClubPaper> = {
  who: clubVoter.who,
  grant: async (press, context) => await readPaper(press, context),
};

/** The paper of a meeting that somebody presents. A paper that nobody presents can be given back by everybody. */
export const clubPresenter: ComponentRow<ClubPaper> = {
  who: 'the person who presents the paper, and managers of the channel of the club',
  grant: async (press, context) => {
    const found = await readPaper(press, context);
    const { presenterId } = found.paper;
    if (presenterId === null || presenterId === context.userId) return found;
    if (await isManager(found.meeting.channelId, context)) return found;
    throw new UserError('not-your-paper', (say) => say('club.notYours', { person: `<@${presenterId}>` }));
  },
};

async function readPaper({ rest: [id, place] }: RawPress, context: CommandContext): Promise<ClubPaper> {
  const meeting = await context.store.clubMeeting(rowId(id));
  const wanted = rowId(place);
  const paper = meeting?.winners.find((one) => one.place === wanted);
  // Others do not learn that there is such a meeting.
  if (meeting === null || paper === undefined || !(await canRead(meeting, context))) throw staleComponent();
  return { meeting, paper };
}

async function isManager(channelId: string, context: CommandContext): Promise<boolean> {
  try {
    await managedChannel({ id: channelId }, context);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
