import { hash } from 'node:crypto';
import { type Say, sayIn } from '../../language/say.ts';
import type { EventProblem, MeetingPaper, ReadyMeeting } from '../../store/clubs.ts';
import { hourMs } from '../../time.ts';
import { paperUrl } from '../../wording/paper-url.ts';
import { namePermissions } from './block.ts';
import { button, customId, row } from './components.ts';
import { digestReference } from './digest-messages.ts';
import { cutAtWord, escapeToFit, plainLine } from './escape.ts';
import type { Message } from './message.ts';
import { paperCard } from './paper-card.ts';
import { timestamp } from './time.ts';

/** What appears at Discord for a meeting, each at most once. */
type MeetingPart = 'opening' | 'event' | 'papers';

const nonceLength = 25;
const titleLength = 150;
const addressLength = 150;
/** The longest name of threads and events. */
const nameLength = 100;
/** Later than this, the message says that the agenda closed late. */
const lateMs = hourMs;
/** Room of the abstracts of all cards together. */
const abstractsLength = 3_000;
/** How long a meeting takes. Discord wants an end for events outside of its channels. */
const meetingMs = hourMs;

/** The nonce of a part of a meeting: the same at every attempt. */
export const meetingNonce = ({ channelId, closedAt }: ReadyMeeting, part: MeetingPart): string =>
  hash('sha256', `club/${channelId}/${closedAt}/${part}`, 'base64url').slice(0, nonceLength);

/** The text at the end of a part, by which it is found again. */
export const meetingReference = (meeting: ReadyMeeting, part: MeetingPart): string =>
  digestReference(meetingNonce(meeting, part));

/** The message that says in the channel which papers won, or that nobody voted. */
export function openingMessage(meeting: ReadyMeeting): Message {
  const { winners, hasTie, closedAt, plannedAt, nextClosesAt, language } = meeting;
  const say = sayIn(language);
  const lines =
    winners.length === 0
      ? [say('club.noVotes', { next: timestamp(nextClosesAt, 'F') })]
      : [say('club.agendaClosed', { papers: winners.length }), ...winners.map((one) => votedLine(one, say))];
  const small = [
    ...(hasTie ? [say('club.tie')] : []),
    ...(plannedAt - closedAt > lateMs ? [say('club.late', { closed: timestamp(closedAt, 'F') })] : []),
    meetingReference(meeting, 'opening'),
  ];
  return { content: [...lines, `-# ${small.join(' · ')}`].join('\n') };
}

const votedLine = ({ place, paper, votes }: MeetingPaper, say: Say): string =>
  `${place}. ${linkTo(paper)} · ${say('club.votes', { votes })}`;

/** The title with its link. The rare paper with a very long address has its link on the card alone. */
function linkTo(paper: MeetingPaper['paper']): string {
  const [title, url] = [escapeToFit(paper.title, titleLength), paperUrl(paper)];
  return url.length > addressLength ? title : `[${title}](<${url}>)`;
}

/** The name of the thread and the event of a meeting, as a plain text. */
export function meetingName({ winners, language }: ReadyMeeting): string {
  const say = sayIn(language);
  const more = winners.length - 1;
  const named = (paper: string): string =>
    more > 0 ? say('club.meetingNameMore', { paper, n: more }) : say('club.meetingName', { paper });
  const title = plainLine(winners[0]?.paper.title ?? '');
  return cutAtWord(named(cutAtWord(title, nameLength - named('').length)), nameLength);
}

/**
 * The papers of a meeting as cards, with its time, its event, and a button for each paper.
 * @param lacking the permissions for a thread that the bot lacks
 */
export function papersMessage(meeting: ReadyMeeting, lacking: readonly string[] = []): Message {
  const { id, meetsAt, winners, language } = meeting;
  const say = sayIn(language);
  const textLimit = Math.floor(abstractsLength / Math.max(1, winners.length));
  return {
    content: [
      say('club.meets', { when: timestamp(meetsAt, 'F'), relative: timestamp(meetsAt, 'R') }),
      ...eventLines(meeting, say),
      ...(lacking.length === 0 ? [] : [say('club.noThread', namePermissions(lacking, say))]),
      ...winners.map((one) => presenterLine(one, say)),
      `-# ${meetingReference(meeting, 'papers')}`,
    ].join('\n'),
    embeds: winners.map(({ paper }) => paperCard(paper, { textLimit, hasAbstract: true }, say)),
    components: [
      row(
        ...winners.map(({ place, presenterId }) => {
          const verb = presenterId === null ? 'club-present' : 'club-release';
          return button(customId(verb, id, place), buttonLabel(place, presenterId !== null, winners.length, say));
        }),
      ),
    ],
  };
}

function buttonLabel(place: number, isTaken: boolean, papers: number, say: Say): string {
  if (papers === 1) return say(isTaken ? 'club.giveBack' : 'club.present');
  return say(isTaken ? 'club.giveBackPlace' : 'club.presentPlace', { place });
}

const presenterLine = ({ place, paper, presenterId }: MeetingPaper, say: Say): string =>
  `${place}. ${linkTo(paper)} · ${presenterId === null ? say('club.free') : say('club.presentedBy', { person: `<@${presenterId}>` })}`;

function eventLines({ guildId, eventId, eventProblem, voiceChannelId }: ReadyMeeting, say: Say): readonly string[] {
  if (eventId !== null) return [say('club.event', { link: `https://discord.com/events/${guildId}/${eventId}` })];
  return eventProblem === null ? [] : [problemTexts[eventProblem](say, `<#${voiceChannelId}>`)];
}

const problemTexts: Readonly<Record<EventProblem, (say: Say, voice: string) => string>> = {
  permission: (say) => say('club.permissionProblem'),
  voice: (say, voice) => say('club.voiceProblem', { voice }),
  limit: (say) => say('club.limitProblem'),
  late: (say) => say('club.lateProblem'),
  unreachable: (say) => say('club.unreachableProblem'),
  refused: (say) => say('club.refusedProblem'),
};

/** The longest description of an event. */
const descriptionLength = 1_000;

/** Discord's numbers for the places of an event, and for who sees it. */
const eventType = { voice: 2, external: 3 } as const;
const guildOnly = 2;

/**
 * The event of a meeting, in Discord's form. Without a voice channel, its place is the channel of the club.
 * @param place the name of the channel; null if it is not known
 */
export function meetingEvent(meeting: ReadyMeeting, place: string | null): Readonly<Record<string, unknown>> {
  const { guildId, channelId, meetsAt, voiceChannelId, winners, openingId, language } = meeting;
  const say = sayIn(language);
  const link = `https://discord.com/channels/${guildId}/${channelId}/${openingId}`;
  const foot = [say('club.agenda', { link }), meetingReference(meeting, 'event')].join('\n');
  const named = winners.map(({ paper }) => `[${escapeToFit(paper.title, titleLength)}](${paperUrl(paper)})\n`);
  const common = {
    name: meetingName(meeting),
    description: `${fitting(named, descriptionLength - foot.length)}${foot}`,
    privacy_level: guildOnly,
    scheduled_start_time: new Date(meetsAt).toISOString(),
    scheduled_end_time: new Date(meetsAt + meetingMs).toISOString(),
  };
  if (voiceChannelId !== null) return { ...common, entity_type: eventType.voice, channel_id: voiceChannelId };
  const location = place === null ? link : `#${place}`;
  return { ...common, entity_type: eventType.external, entity_metadata: { location: location.slice(0, nameLength) } };
}

/** The first of the lines, as many as fit. */
function fitting(lines: readonly string[], room: number): string {
  let text = '';
  for (const line of lines) {
    if (text.length + line.length > room) break;
    text += line;
  }
  return text;
}
