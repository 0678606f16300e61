import { type Backoff, backoffMs } from '../backoff.ts';
import { datesAfterClose } from '../digests/club.ts';
import type { MeetingOutcome } from '../discord/notices/club-meeting.ts';
import type { Clock, Logger } from '../ports.ts';
import type { ReadyMeeting } from '../store/clubs.ts';
import type { Store } from '../store/store.ts';
import { dayMs, hourMs, minuteMs } from '../time.ts';

export interface ClubMeetingTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** Does the next step of a meeting. */
  readonly advance: (meeting: ReadyMeeting) => Promise<MeetingOutcome>;
}

const atOnce = 50;
/** How long a meeting is tried, at least: longer if it is later. */
const keptMs = dayMs;
const backoff: Backoff = { firstMs: minuteMs, longestMs: hourMs };

/**
 * Makes the job that closes the agendas of journal clubs, and lets their meetings appear at Discord. It runs once at a
 * time.
 */
export function createClubMeetings(tools: ClubMeetingTools): (signal: AbortSignal) => Promise<void> {
  const { store, clock } = tools;
  return async (signal) => {
    // Meetings that are `sending` were left by a run that failed, or by a process that ended.
    await store.recoverClubMeetings();
    await closeDue(tools);
    for (const meeting of await store.claimClubMeetings(clock(), atOnce)) {
      if (signal.aborted)
        await store.settleClubMeeting(meeting.id, { state: 'retry', dueAt: clock(), inDoubt: meeting.inDoubt });
      else await hold(meeting, tools);
    }
  };
}

/** Closes each due agenda once, also if several closes were missed. */
async function closeDue({ store, clock, log }: ClubMeetingTools): Promise<void> {
  for (const club of await store.dueClubs(clock(), atOnce)) {
    const { channelId, guildId, closesAt, zone } = club;
    const at = clock();
    const isClosed = await store.closeClub({ channelId, closesAt, ...datesAfterClose(club, zone, closesAt, at), at });
    if (isClosed)
      log.info({ event: 'club.closed', channelId, guildId, lateMs: at - closesAt }, 'the agenda of a club is closed');
  }
}

/** Does the steps of a claimed meeting, one after another, and stores each one. */
async function hold(claimed: ReadyMeeting, tools: ClubMeetingTools): Promise<void> {
  const { store, advance } = tools;
  let meeting = claimed;
  let outcome = await advance(meeting);
  while (outcome.kind === 'noted') {
    await store.noteClubMeeting(meeting.id, outcome.progress);
    meeting = { ...meeting, ...outcome.progress, inDoubt: false };
    outcome = await advance(meeting);
  }
  await settle(meeting, outcome, tools);
}

async function settle(
  meeting: ReadyMeeting,
  outcome: Exclude<MeetingOutcome, { kind: 'noted' }>,
  { store, clock, log }: ClubMeetingTools,
): Promise<void> {
  const { id, channelId, guildId, plannedAt, meetsAt, attempts } = meeting;
  const fields = { meetingId: id, channelId, guildId };
  if (outcome.kind === 'over') {
    log.info({ event: 'club.announced', ...fields }, 'the meeting of a club was announced');
    return await store.settleClubMeeting(id, { state: 'sent', ...outcome.progress });
  }
  if (outcome.kind === 'gone') {
    log.info({ event: 'club.gone', ...fields }, 'a journal club ended with its channel');
    await store.settleClubMeeting(id, { state: 'dropped' });
    return void (await store.stopClub(channelId));
  }
  const { reason, delayMs } = outcome;
  if (clock() > Math.max(plannedAt + keptMs, meetsAt)) {
    log.warn({ event: 'club.dropped', ...fields, reason }, `a meeting could not be announced: ${reason}`);
    return await store.settleClubMeeting(id, { state: 'dropped' });
  }
  log.info({ event: 'club.retry', ...fields, reason }, `a meeting is announced later: ${reason}`);
  const dueAt = clock() + Math.max(delayMs, backoffMs(backoff, attempts));
  await store.settleClubMeeting(id, { state: 'retry', dueAt, inDoubt: meeting.inDoubt || outcome.inDoubt });
}
