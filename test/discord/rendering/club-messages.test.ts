import { describe, expect, it } from 'vitest';
import {
  meetingEvent,
  meetingName,
  openingMessage,
  papersMessage,
} from '../../../src/discord/rendering/club-meeting.ts';
import { clubStatus } from '../../../src/discord/rendering/club-status.ts';
import type { Message } from '../../../src/discord/rendering/message.ts';
import { embedTextLength, messageLimits } from '../../../src/discord/rendering/message-limits.ts';
import { languageNames } from '../../../src/language/names.ts';
import { sayIn } from '../../../src/language/say.ts';
import type { Club, ReadyMeeting } from '../../../src/store/clubs.ts';
import { inventPaper } from '../../support/invented-papers.ts';

const [guildId, channelId, userId] = ['9'.repeat(20), '8'.repeat(20), '7'.repeat(20)];
const paperOf = (number: number, titleLength: number, idLength: number) =>
  inventPaper({
    id: `10.1234/${number}${'x'.repeat(idLength)}`,
    title: `*@everyone* ${'_long_ '.repeat(titleLength / 7)}`,
    abstract: 'An abstract [of](http://x.example) words. '.repeat(400),
  });
const papers = (titleLength: number, idLength: number) =>
  Array.from({ length: 30 }, (_, index) => paperOf(index, titleLength, idLength));
const kinds = [
  ['short', papers(7, 1)],
  ['long', papers(700, 130)],
  ['endless', papers(7_000, 900)],
] as const;

/** A meeting that says everything that it can say. */
const meetingOn = (found: ReturnType<typeof papers>, language: ReadyMeeting['language']): ReadyMeeting => ({
  ...{ id: 12_345, guildId, channelId, closedAt: 0, plannedAt: 1e12, meetsAt: 2e12, nextClosesAt: 3e12, language },
  ...{ voiceChannelId: channelId, hasTie: true, inDoubt: false, attempts: 1 },
  ...{ openingId: channelId, threadId: null, eventId: null, eventProblem: 'voice' },
  winners: found.slice(0, 3).map((paper, index) => ({ place: index + 1, paper, votes: 1_000, presenterId: userId })),
});
const checkMessage = ({ content = '', embeds = [] }: Message): void => {
  expect(content.length).toBeLessThanOrEqual(messageLimits.content);
  expect(content).not.toMatch(/(?<!\\)@everyone/);
  expect(embeds.reduce((sum, embed) => sum + embedTextLength(embed), 0)).toBeLessThanOrEqual(6_000);
};

describe.each(languageNames)('what a club shows fits Discord’s limits in the language %s', (language) => {
  it.each(kinds)('with %s titles and ids', (_, found) => {
    const meeting = meetingOn(found, language);
    checkMessage(openingMessage(meeting));
    checkMessage(papersMessage(meeting, ['Create Public Threads', 'Send Messages in Threads']));
    const { description, entity_metadata: place } = meetingEvent({ ...meeting, voiceChannelId: null }, 'n'.repeat(100));
    expect(String(description).length).toBeLessThanOrEqual(1_000);
    expect((place as { readonly location: string }).location.length).toBeLessThanOrEqual(100);
    expect(meetingName(meeting).length).toBeLessThanOrEqual(100);
    const club: Club = {
      guildId,
      channelId,
      closes: { day: 4, time: '17:00' },
      meets: { day: 5, time: '14:00' },
      weeks: 1,
      winners: 3,
      voiceChannelId: null,
      openedAt: 0,
      closesAt: 1e12,
    };
    const voted = found.slice(0, 20).map((paper) => ({ paper, votes: 1_000, isMine: true }));
    const agenda = { club, voted, voters: 1_000, others: found.slice(20) };
    const dates = { closes: '<t:1000000000:F>', meets: '<t:1000000000:F>' };
    checkMessage(clubStatus({ agenda, ...dates, notice: 'x'.repeat(600) }, sayIn(language)));
  });
});
