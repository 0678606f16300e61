import { describe, expect, it } from 'vitest';
import type { Club, ClubClose, NewVote } from '../../src/store/clubs.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { inventedPaper, listingOf, noon } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import { article, list } from './invented-works.ts';
import type { StorePlace } from './opened-store.ts';

const closesAt = noon + 3 * dayMs;
const meetsAt = closesAt + dayMs;
const nextClosesAt = closesAt + 7 * dayMs;

const clubWith = (fields: Partial<Club> = {}): Club => ({
  guildId: 'guild',
  channelId: 'channel',
  closes: { day: 4, time: '12:00' },
  meets: { day: 5, time: '12:00' },
  weeks: 1,
  winners: 2,
  voiceChannelId: null,
  openedAt: noon - hourMs,
  closesAt,
  ...fields,
});

/** Tests of the verbs for journal clubs. */
export function describeClubVerbs(place: () => StorePlace): void {
  /** A store whose channel has a club, and received two papers in this round. */
  async function prepared(fields: Partial<Club> = {}): Promise<Store> {
    const store = await place().open();
    await subscribed(store, 'lake');
    await store.recordListing(listingOf('a/1', 'a/2', 'a/3', 'a/4'), noon);
    await store.planDigest(planOf(1, { papers: ['a/1', 'a/2', 'a/3'] }));
    await store.startClub(clubWith(fields));
    return store;
  }
  const vote = (store: Store, paperId: string, userId: string, fields: Partial<NewVote> = {}) =>
    store.voteForPaper({ channelId: 'channel', userId, paperId, at: noon + hourMs, ...fields });
  const close = (store: Store, fields: Partial<ClubClose> = {}) =>
    store.closeClub({ channelId: 'channel', closesAt, meetsAt, nextClosesAt, at: closesAt, ...fields });
  const agendaOf = async (store: Store) =>
    (await store.clubAgenda('channel', 'ada'))?.voted.map(({ paper, votes, isMine }) => [paper.id, votes, isMine]);
  /** A store with a meeting on two papers. */
  async function closed(): Promise<Store> {
    const store = await prepared();
    await vote(store, 'a/2', 'ada');
    await vote(store, 'a/2', 'eve');
    await vote(store, 'a/1', 'eve');
    await close(store);
    return store;
  }

  describe('votes of a journal club', () => {
    it('count once for each person and paper, and a second one takes the first back', async () => {
      const store = await prepared();
      expect(await vote(store, 'a/1', 'ada')).toMatchObject({
        kind: 'voted',
        votes: 1,
        closesAt,
        paper: { id: 'a/1' },
      });
      expect(await vote(store, 'a/2', 'ada')).toMatchObject({ kind: 'voted', votes: 1 });
      expect(await vote(store, 'a/2', 'eve')).toMatchObject({ kind: 'voted', votes: 2 });
      expect(await agendaOf(store)).toEqual([
        ['a/2', 2, true],
        ['a/1', 1, true],
      ]);
      expect(await vote(store, 'a/2', 'ada')).toMatchObject({ kind: 'taken-back', votes: 1 });
      const agenda = await store.clubAgenda('channel', 'ada');
      expect(agenda?.voters).toBe(2);
      expect(agenda?.others.map(({ id }) => id)).toEqual(['a/3']);
      expect((await store.digestInput('channel')).hasClub).toBe(true);
    });

    it('are refused without a club, for other papers, for those of an earlier round, and after the close', async () => {
      const store = await prepared();
      expect(await vote(store, 'a/4', 'ada')).toEqual({ kind: 'not-in-digest' });
      expect(await vote(store, 'unheard of', 'ada')).toEqual({ kind: 'not-in-digest' });
      expect(await vote(store, 'a/1', 'ada', { channelId: 'other' })).toEqual({ kind: 'no-club' });
      expect(await vote(store, 'a/1', 'ada', { at: closesAt })).toEqual({ kind: 'closed' });
      await close(store);
      expect(await vote(store, 'a/1', 'ada', { at: closesAt + 1 })).toEqual({ kind: 'closed' });
    });

    it('stay on a paper that turns out to be another one', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      const journalId = '10.5555/tides.1';
      await list(store, article(journalId));
      await store.planDigest(planOf(1, { papers: [journalId] }));
      await store.startClub(clubWith());
      await vote(store, journalId, 'ada');
      await list(store, inventedPaper('2603.00001', { doi: journalId }), noon + 1);
      expect(await agendaOf(store)).toEqual([['2603.00001', 1, true]]);
    });

    it('are deleted with the data of their person, and with their guild', async () => {
      const store = await closed();
      await vote(store, 'a/3', 'ada');
      const [meeting] = await store.claimClubMeetings(closesAt, 1);
      await store.settleClubMeeting(meeting?.id ?? 0, { state: 'sent' });
      await store.claimPresentation({ meetingId: meeting?.id ?? 0, place: 1, userId: 'ada', at: closesAt });
      expect(Object.keys(await store.storedData({ userId: 'ada' }))).toContain('club_presenters');
      await store.eraseData({ userId: 'ada' });
      expect(await agendaOf(store)).toEqual([]);
      expect((await store.clubMeeting(meeting?.id ?? 0))?.winners[0]?.presenterId).toBeNull();
      await store.noteGuildRemoved('guild', noon);
      while (await store.deleteGuildSome('guild'));
      expect(await store.club('channel')).toBeNull();
      expect(await store.clubMeeting(meeting?.id ?? 0)).toBeNull();
    });
  });

  describe('a journal club', () => {
    it('is changed without losing its votes, and ends with them', async () => {
      const store = await prepared();
      await vote(store, 'a/1', 'ada');
      expect(await store.startClub(clubWith({ winners: 3, openedAt: noon + dayMs }))).toBe('changed');
      expect(await store.club('channel')).toEqual(clubWith({ winners: 3 }));
      expect(await agendaOf(store)).toHaveLength(1);
      expect(await store.stopClub('channel')).toBe(true);
      expect(await store.stopClub('channel')).toBe(false);
      expect(await store.clubAgenda('channel', 'ada')).toBeNull();
      await store.startClub(clubWith());
      expect(await agendaOf(store)).toEqual([]);
    });

    it('is due at its close, in the zone of its channel, unless its guild removed the bot', async () => {
      const store = await prepared();
      expect(await store.dueClubs(closesAt - 1, 5)).toEqual([]);
      expect(await store.dueClubs(closesAt, 5)).toEqual([{ ...clubWith(), zone: 'UTC' }]);
      await store.noteGuildRemoved('guild', noon);
      expect(await store.dueClubs(closesAt, 5)).toEqual([]);
    });

    it('closes each agenda once, with the papers of the most votes', async () => {
      const store = await closed();
      expect(await close(store)).toBe(false);
      const meetings = await store.claimClubMeetings(closesAt, 5);
      expect(meetings).toMatchObject([{ closedAt: closesAt, meetsAt, nextClosesAt, hasTie: false, language: 'en' }]);
      expect(meetings[0]?.winners.map(({ place: at, paper, votes }) => [at, paper.id, votes])).toEqual([
        [1, 'a/2', 2],
        [2, 'a/1', 1],
      ]);
      expect(await store.club('channel')).toMatchObject({ openedAt: closesAt, closesAt: nextClosesAt });
      expect(await agendaOf(store)).toEqual([]);
      expect(await store.claimClubMeetings(closesAt, 5)).toEqual([]);
    });

    it('prefers the earlier first vote where votes are equal, and says so', async () => {
      const store = await prepared({ winners: 1 });
      await vote(store, 'a/3', 'ada', { at: noon + 2 });
      await vote(store, 'a/1', 'eve', { at: noon + 1 });
      await close(store);
      const [meeting] = await store.claimClubMeetings(closesAt, 5);
      expect(meeting?.hasTie).toBe(true);
      expect(meeting?.winners.map(({ paper }) => paper.id)).toEqual(['a/1']);
    });

    it('plans a meeting without papers if nobody voted, and none if there was nothing to vote for', async () => {
      const store = await prepared();
      await close(store);
      expect(await store.claimClubMeetings(closesAt, 5)).toMatchObject([{ winners: [] }]);
      await close(store, { closesAt: nextClosesAt, nextClosesAt: nextClosesAt + 7 * dayMs, at: nextClosesAt });
      expect(await store.claimClubMeetings(nextClosesAt, 5)).toEqual([]);
      expect(await store.club('channel')).toMatchObject({ openedAt: nextClosesAt });
    });
  });

  describe('a meeting', () => {
    it('remembers its steps, and is in doubt after a crash', async () => {
      const store = await closed();
      const [meeting] = await store.claimClubMeetings(closesAt, 5);
      const id = meeting?.id ?? 0;
      await store.noteClubMeeting(id, { openingId: 'message', threadId: 'thread' });
      await store.recoverClubMeetings();
      expect(await store.claimClubMeetings(closesAt, 5)).toMatchObject([
        { openingId: 'message', threadId: 'thread', eventId: null, inDoubt: true, attempts: 2 },
      ]);
      await store.noteClubMeeting(id, { eventId: 'event' });
      expect(await store.clubMeeting(id)).toMatchObject({ eventId: 'event', inDoubt: false });
      await store.settleClubMeeting(id, { state: 'retry', dueAt: closesAt + 5, inDoubt: true });
      expect(await store.claimClubMeetings(closesAt + 4, 5)).toEqual([]);
      expect(await store.claimClubMeetings(closesAt + 5, 5)).toMatchObject([{ inDoubt: true }]);
      await store.settleClubMeeting(id, { state: 'sent' });
      await store.recoverClubMeetings();
      expect(await store.claimClubMeetings(closesAt + dayMs, 5)).toEqual([]);
    });

    it('is claimed together with as many as are wanted, those that were planned first', async () => {
      const store = await closed();
      for (const channelId of ['second', 'third']) {
        await subscribed(store, 'lake', { channelId });
        await store.planDigest(planOf(1, { channelId, papers: ['a/1'] }));
        await store.startClub(clubWith({ channelId }));
        await close(store, { channelId });
      }
      const claimed = await store.claimClubMeetings(closesAt, 2);
      expect(claimed.map(({ channelId }) => channelId)).toEqual(['channel', 'second']);
    });

    it('is dropped with its club if nothing of it was posted', async () => {
      const store = await closed();
      await store.stopClub('channel');
      expect(await store.claimClubMeetings(closesAt, 5)).toEqual([]);
    });

    it('has one presenter for each paper, who can give it back', async () => {
      const store = await closed();
      const [meeting] = await store.claimClubMeetings(closesAt, 5);
      const claim = { meetingId: meeting?.id ?? 0, place: 1, at: closesAt };
      const both = [
        store.claimPresentation({ ...claim, userId: 'ada' }),
        store.claimPresentation({ ...claim, userId: 'eve' }),
      ];
      const [presenter = '', same] = await Promise.all(both);
      expect(['ada', 'eve']).toContain(presenter);
      expect(same).toBe(presenter);
      const other = presenter === 'ada' ? 'eve' : 'ada';
      expect(await store.releasePresentation({ ...claim, userId: other })).toBe(false);
      expect(await store.releasePresentation({ ...claim, userId: presenter })).toBe(true);
      expect(await store.claimPresentation({ ...claim, userId: 'eve' })).toBe('eve');
      expect(await store.claimPresentation({ ...claim, place: 9, userId: 'eve' })).toBe('');
      expect((await store.clubMeeting(claim.meetingId))?.winners.map(({ presenterId }) => presenterId)).toEqual([
        'eve',
        null,
      ]);
      expect(await store.clubMeeting(99)).toBeNull();
    });
  });
}
