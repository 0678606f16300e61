import { readLanguageName } from '../../../language/names.ts';
import type { MeetingPaper, ReadyMeeting } from '../../clubs.ts';
import { and, asc, eq, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { channels } from '../schema/channel-schema.ts';
import { clubMeetings, clubPapers, clubPresenters } from '../schema/club-schema.ts';
import { paperReader } from './paper-reader.ts';

/** Reads a meeting with its papers and their presenters. */
export function meetingReader(db: Database): (id: number) => ReadyMeeting | null {
  const papers = paperReader(db);
  const find = db
    .select({ meeting: clubMeetings, language: channels.language })
    .from(clubMeetings)
    .innerJoin(channels, eq(channels.channelId, clubMeetings.channelId))
    .where(eq(clubMeetings.id, sql.placeholder('id')))
    .prepare();
  const findPapers = db
    .select({ paper: clubPapers, presenterId: clubPresenters.userId })
    .from(clubPapers)
    .leftJoin(
      clubPresenters,
      and(eq(clubPresenters.meetingId, clubPapers.meetingId), eq(clubPresenters.place, clubPapers.place)),
    )
    .where(eq(clubPapers.meetingId, sql.placeholder('id')))
    .orderBy(asc(clubPapers.place))
    .prepare();

  const papersOf = (id: number): readonly MeetingPaper[] =>
    findPapers.all({ id }).flatMap(({ paper: { place, paperNumber, votes }, presenterId }) => {
      const [paper] = papers.read([paperNumber]);
      return paper === undefined ? [] : [{ place, paper, votes, presenterId }];
    });

  return (id) => {
    const found = find.get({ id });
    if (found === undefined) return null;
    const { state: _state, dueAt: _dueAt, ...meeting } = found.meeting;
    return { ...meeting, winners: papersOf(id), language: readLanguageName(found.language) };
  };
}
