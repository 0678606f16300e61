import type { ClubDates, ClubTimes } from '../digests/club.ts';
import type { LanguageName } from '../language/names.ts';
import type { Paper, PaperId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';

/** Verbs for journal clubs: their votes, the close of their agendas, and their meetings. */
export interface ClubVerbs {
  /** Starts the club of a channel, or changes the one that it has, which keeps its votes. */
  startClub(club: Club): Promise<'started' | 'changed'>;
  /** The club of a channel; null if it has none. */
  club(channelId: string): Promise<Club | null>;
  /** Ends the club of a channel, and drops meetings of which nothing was posted. False if there is none. */
  stopClub(channelId: string): Promise<boolean>;
  /** Votes for a paper of the present round. A second vote of the same person takes the first one back. */
  voteForPaper(vote: NewVote): Promise<VoteOutcome>;
  /** The agenda of a channel's club as a person sees it; null if there is no club. */
  clubAgenda(channelId: string, userId: string): Promise<ClubAgenda | null>;
  /** Clubs whose agendas have to close, the longest due first. Their guilds have the bot. */
  dueClubs(now: Instant, limit: number): Promise<readonly DueClub[]>;
  /**
   * Closes an agenda once: chooses the papers with the most votes, and of equal ones that with the earlier first vote;
   * plans the meeting; deletes the votes; begins the next round. A round without digests plans nothing. False if the
   * agenda was closed or changed meanwhile.
   */
  closeClub(close: ClubClose): Promise<boolean>;
  /** Claims meetings whose next step is due, and marks them `sending`. */
  claimClubMeetings(now: Instant, limit: number): Promise<readonly ReadyMeeting[]>;
  /** Remembers that a step of a claimed meeting is done. */
  noteClubMeeting(id: number, progress: MeetingProgress): Promise<void>;
  settleClubMeeting(id: number, settlement: MeetingSettlement): Promise<void>;
  /** Puts meetings that are `sending` back in line, in doubt. The caller knows that nobody does their next step. */
  recoverClubMeetings(): Promise<void>;
  /** A meeting, for the buttons below its papers; null if there is none. */
  clubMeeting(id: number): Promise<ReadyMeeting | null>;
  /** Lets a person present a paper of a meeting. The result is who presents it: somebody else can have been faster. */
  claimPresentation(claim: PresentationClaim): Promise<string>;
  /** Gives a paper back. False if that person does not present it any more. */
  releasePresentation(claim: Omit<PresentationClaim, 'at'>): Promise<boolean>;
}

/** The journal club of a channel. */
export interface Club extends ClubTimes {
  readonly guildId: string;
  readonly channelId: string;
  /** How many papers the agenda has at most. */
  readonly winners: number;
  /** The voice channel of the meetings, or null. */
  readonly voiceChannelId: string | null;
  /** Digests from this moment on belong to the present round. */
  readonly openedAt: Instant;
  readonly closesAt: Instant;
}

interface DueClub extends Club {
  /** The zone of its channel. */
  readonly zone: string;
}

export interface NewVote {
  readonly channelId: string;
  readonly userId: string;
  readonly paperId: PaperId;
  readonly at: Instant;
}

/**
 * - `voted` and `taken-back`: `votes` is how many the paper has now
 * - `closed`: the agenda with this paper is closed
 */
export type VoteOutcome =
  | {
      readonly kind: 'voted' | 'taken-back';
      readonly paper: Paper;
      readonly votes: number;
      readonly closesAt: Instant;
    }
  | { readonly kind: 'no-club' | 'closed' | 'not-in-digest' };

export interface ClubAgenda {
  readonly club: Club;
  /** The papers with votes, in the order in which they would be chosen. */
  readonly voted: readonly {
    readonly paper: Paper;
    readonly votes: number;
    /** Whether the person voted for it. */
    readonly isMine: boolean;
  }[];
  /** How many people voted. */
  readonly voters: number;
  /** Papers of the round without votes, newest first, at most 25. */
  readonly others: readonly Paper[];
}

export interface ClubClose extends ClubDates {
  readonly channelId: string;
  /** The close that the caller saw. */
  readonly closesAt: Instant;
  readonly at: Instant;
}

/** Why a meeting has no event. `late`: its time has passed; `unreachable`: Discord did not answer for an hour. */
export type EventProblem = 'permission' | 'voice' | 'limit' | 'late' | 'unreachable' | 'refused';

/** What exists of a meeting at Discord. Null is what was not done yet. */
export interface MeetingProgress {
  /** The message in the channel, or the post of a forum. */
  readonly openingId?: string | null;
  /** Where its papers are: its thread, or the channel if there can be no thread. */
  readonly threadId?: string | null;
  readonly eventId?: string | null;
  readonly eventProblem?: EventProblem | null;
}

/** A meeting whose agenda is closed. */
export interface ReadyMeeting extends Required<MeetingProgress> {
  readonly id: number;
  readonly guildId: string;
  readonly channelId: string;
  /** When the agenda had to close. */
  readonly closedAt: Instant;
  /** When it was closed. */
  readonly plannedAt: Instant;
  readonly meetsAt: Instant;
  readonly nextClosesAt: Instant;
  readonly voiceChannelId: string | null;
  /** Whether equal votes decided the papers or their order. */
  readonly hasTie: boolean;
  /** The papers, in order. None if nobody voted. */
  readonly winners: readonly MeetingPaper[];
  /** The language of its channel. */
  readonly language: LanguageName;
  /** Whether an earlier attempt may have done the next step. */
  readonly inDoubt: boolean;
  readonly attempts: number;
}

/** A paper of a meeting. */
export interface MeetingPaper {
  /** 1 is the first. */
  readonly place: number;
  readonly paper: Paper;
  readonly votes: number;
  /** The person who presents it, or null. */
  readonly presenterId: string | null;
}

export type MeetingSettlement =
  | (MeetingProgress & { readonly state: 'sent' | 'dropped' })
  | { readonly state: 'retry'; readonly dueAt: Instant; readonly inDoubt: boolean };

export interface PresentationClaim {
  readonly meetingId: number;
  readonly place: number;
  readonly userId: string;
  readonly at: Instant;
}
