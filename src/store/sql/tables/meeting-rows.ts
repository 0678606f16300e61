import { readLanguageName } from '../../../language/names.ts';
import type { MeetingPaper, ReadyMeeting } from '../../clubs.ts';
import type { Connection } from '../connection.ts';
import { and, asc, eq, sql } from '../drizzle.ts';
import { channels } from '../schema/channel-schema.ts';
import { clubMeetings, clubPapers, clubPresenters } from '../schema/club-schema.ts';
import { paperReader } from './paper-reader.ts';

/** Reads a meeting with its papers and their presenters. */
export function meetingReader(db: Connection): (id: number) => Promise<ReadyMeeting | null> {
  const papers = paperReader(db);
  const find = db.prepared(
    db
      .select({ meeting: clubMeetings, language: channels.language })
      .from(clubMeetings)
      .innerJoin(channels, eq(channels.channelId, clubMeetings.channelId))
      .where(eq(clubMeetings.id, sql.placeholder('id'))),
  );
  const findPapers = db.prepared(
    db
      .select({ paper: clubPapers, presenterId: clubPresenters.userId })
      .from(clubPapers)
      .leftJoin(
        clubPresenters,
        and(eq(clubPresenters.meetingId, clubPapers.meetingId), eq(clubPresenters.place, clubPapers.place)),
      )
      .where(eq(clubPapers.meetingId, sql.placeholder('id')))
      .orderBy(asc(clubPapers.place)),
  );

  async function papersOf(id: number): Promise<readonly MeetingPaper[]> {
    const rows = await findPapers.all({ id });
    const read = await papers.read(rows.map(({ paper }) => paper.paperNumber));
    return rows.flatMap(({ paper: { place, votes }, presenterId }, index) => {
      const paper = read[index];
      return paper === undefined ? [] : [{ place, paper, votes, presenterId }];
    });
  }

  return async (id) => {
    const found = await find.get({ id });
    if (found === undefined) return null;
    const { state: _state, dueAt: _dueAt, ...meeting } = found.meeting;
    return { ...meeting, winners: await papersOf(id), language: readLanguageName(found.language) };
  };
}
