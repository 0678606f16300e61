import type { APIGuildScheduledEvent, APIMessage, REST } from 'discord.js';
import type { Clock } from '../../ports.ts';
import type { FindOutcome } from '../../posting/poster.ts';
import type { EventProblem, MeetingProgress, ReadyMeeting } from '../../store/clubs.ts';
import { dayMs, hourMs, minuteMs } from '../../time.ts';
import { type Place, readGuildAndBot, readPlace } from '../channel-place.ts';
import { Routes } from '../discord-js.ts';
import { isEventLimit, readFailure } from '../failures.ts';
import { isForumType, isThreadType, missingPermissions, permissionsIn, threading } from '../permissions.ts';
import { searchHistory } from '../posting/message-history.ts';
import type { PartPlace } from '../posting/part-place.ts';
import { type SendOutcome, sendToPlaces } from '../posting/part-sender.ts';
import { searchPosts } from '../posting/post-search.ts';
import { blockReasons } from '../posting-problem.ts';
import {
  meetingEvent,
  meetingName,
  meetingNonce,
  meetingReference,
  openingMessage,
  papersMessage,
} from '../rendering/club-meeting.ts';
import type { Message } from '../rendering/message.ts';

/**
 * How a step of a meeting ended.
 * - `noted`: it is done, and another one follows
 * - `over`: it was the last one
 * - `gone`: the channel no longer exists
 */
export type MeetingOutcome =
  | { readonly kind: 'noted'; readonly progress: MeetingProgress }
  | { readonly kind: 'over'; readonly progress: MeetingProgress }
  | { readonly kind: 'retry'; readonly delayMs: number; readonly inDoubt: boolean; readonly reason: string }
  | { readonly kind: 'gone' };

export interface MeetingTools {
  readonly rest: Pick<REST, 'get' | 'post'>;
  readonly botUserId: string;
  readonly clock: Clock;
}

/** How long an event is tried. The papers wait for it, because their message links it. */
const eventPatienceMs = hourMs;
/** A part cannot be older than its plan. This is the tolerance for clocks that differ from Discord's. */
const clockDoubtMs = dayMs;
const blockedDelayMs = 10 * minuteMs;

/**
 * Does the next step of a meeting: the message in the channel, the event, then the papers in their thread. A step in
 * doubt is looked for first. Never throws: every failure is an outcome.
 */
export async function advanceMeeting(meeting: ReadyMeeting, tools: MeetingTools): Promise<MeetingOutcome> {
  try {
    const place = await readPlace(meeting.channelId, tools.rest);
    if (place === 'gone') return { kind: 'gone' };
    if (typeof place === 'string') return blocked('the channel cannot be seen');
    if (meeting.openingId === null) return await open(meeting, place, tools);
    if (meeting.eventId === null && meeting.eventProblem === null) return await schedule(meeting, place, tools);
    return await postPapers(meeting, place, tools);
  } catch (error) {
    return failed(readFailure(error));
  }
}

async function open(meeting: ReadyMeeting, { type }: Place, tools: MeetingTools): Promise<MeetingOutcome> {
  const { channelId, winners } = meeting;
  const name = meetingName(meeting);
  const place: PartPlace = isForumType(type)
    ? { kind: 'post', forumId: channelId, name }
    : { kind: 'channel', channelId };
  // A forum takes no message outside of posts, and nobody needs a post about nothing.
  if (winners.length === 0 && place.kind === 'post') return { kind: 'over', progress: {} };
  const sent = await postOnce(meeting, { part: 'opening', message: openingMessage(meeting), places: [place] }, tools);
  if (sent.kind !== 'sent') return failed(sent);
  // If a moderator has deleted the message, no thread can begin below it, and the channel takes the papers.
  return { kind: winners.length === 0 ? 'over' : 'noted', progress: { openingId: sent.messageId ?? channelId } };
}

async function schedule(meeting: ReadyMeeting, { name }: Place, tools: MeetingTools): Promise<MeetingOutcome> {
  const { guildId, meetsAt, inDoubt } = meeting;
  const { rest, clock } = tools;
  try {
    const found = inDoubt ? await findEvent(meeting, tools) : null;
    if (found !== null) return { kind: 'noted', progress: { eventId: found } };
    if (meetsAt <= clock() + minuteMs) return { kind: 'noted', progress: { eventProblem: 'late' } };
    const body = meetingEvent(meeting, name);
    const { id } = (await rest.post(Routes.guildScheduledEvents(guildId), { body })) as APIGuildScheduledEvent;
    return { kind: 'noted', progress: { eventId: id } };
  } catch (error) {
    const problem = problemOf(error, meeting, clock());
    return problem === null ? failed(readFailure(error)) : { kind: 'noted', progress: { eventProblem: problem } };
  }
}

/** The event of an earlier attempt. Its description ends with the reference. */
async function findEvent(meeting: ReadyMeeting, { rest, botUserId }: MeetingTools): Promise<string | null> {
  const events = (await rest.get(Routes.guildScheduledEvents(meeting.guildId))) as APIGuildScheduledEvent[];
  const reference = meetingReference(meeting, 'event');
  const isIt = ({ creator_id: creatorId, description }: APIGuildScheduledEvent): boolean =>
    creatorId === botUserId && description?.endsWith(reference) === true;
  return events.find(isIt)?.id ?? null;
}

/** Why there will be no event; null if a later attempt may succeed. */
function problemOf(error: unknown, meeting: ReadyMeeting, now: number): EventProblem | null {
  if (isEventLimit(error)) return 'limit';
  const { kind } = readFailure(error);
  if (kind === 'retry' || kind === 'unauthorized')
    return now - meeting.plannedAt > eventPatienceMs ? 'unreachable' : null;
  if (meeting.voiceChannelId !== null) return 'voice';
  return kind === 'blocked' ? 'permission' : 'refused';
}

async function postPapers(meeting: ReadyMeeting, place: Place, tools: MeetingTools): Promise<MeetingOutcome> {
  const { channelId } = meeting;
  const canHaveThread = !isForumType(place.type) && !isThreadType(place.type);
  const lacking = canHaveThread ? await lackingPermissions(meeting, place, tools) : [];
  const places = placesOf(meeting, place.type, lacking.length === 0);
  const message = papersMessage(meeting, lacking);
  const sent = await postOnce(meeting, { part: 'papers', message, places }, tools);
  if (sent.kind !== 'sent') return failed(sent);
  return { kind: 'over', progress: { threadId: sent.threadId ?? channelId } };
}

async function lackingPermissions(
  { guildId }: ReadyMeeting,
  { overwrites }: Place,
  { rest, botUserId }: MeetingTools,
): Promise<readonly string[]> {
  const [guild, member] = await readGuildAndBot(guildId, botUserId, rest);
  const inGuild = { id: guildId, ownerId: guild.owner_id, roles: guild.roles };
  return missingPermissions(
    permissionsIn({ userId: botUserId, roleIds: member.roles, guild: inGuild, overwrites }),
    threading,
  );
}

/** The places for the papers, the best first: the post or the thread of the opening, or beside it. */
function placesOf(meeting: ReadyMeeting, type: number, canHaveThread: boolean): readonly PartPlace[] {
  const { channelId, openingId } = meeting;
  const threadId = openingId ?? '';
  const name = meetingName(meeting);
  if (isForumType(type))
    return [
      { kind: 'thread', threadId, start: null },
      { kind: 'post', forumId: channelId, name },
    ];
  const channel: PartPlace = { kind: 'channel', channelId };
  if (isThreadType(type) || !canHaveThread) return [channel];
  return [{ kind: 'thread', threadId, start: { channelId, name } }, channel];
}

interface Posting {
  readonly part: 'opening' | 'papers';
  readonly message: Message;
  readonly places: readonly PartPlace[];
}

/** Posts a message at the first place that takes it. After a doubtful attempt, all of them are searched first. */
async function postOnce(
  meeting: ReadyMeeting,
  { part, message, places }: Posting,
  tools: MeetingTools,
): Promise<SendOutcome> {
  for (const place of meeting.inDoubt ? places : []) {
    const found = await search(meeting, part, place, tools);
    if (found.kind === 'found') return { ...found, kind: 'sent' };
    // It is not posted a second time where nobody can find out whether it was.
    if (found.kind === 'unreadable') return { kind: 'sent', messageId: null, threadId: threadIn(place) };
    const isGone = place.kind === 'thread' && found.kind === 'blocked' && found.reason === blockReasons.gone;
    if (found.kind !== 'absent' && !isGone) return found;
  }
  const nonce = meetingNonce(meeting, part);
  const payload = { ...message, allowed_mentions: { parse: [] }, nonce, enforce_nonce: true };
  const sent = await sendToPlaces(places, payload, tools.rest);
  // A card that Discord refuses costs the cards, and not the meeting.
  const isCard = sent.kind === 'rejected' && message.embeds !== undefined;
  return isCard ? await sendToPlaces(places, { ...payload, embeds: [] }, tools.rest) : sent;
}

function search(
  meeting: ReadyMeeting,
  part: Posting['part'],
  place: PartPlace,
  { rest, botUserId: ownId, clock }: MeetingTools,
): Promise<FindOutcome> {
  const reference = meetingReference(meeting, part);
  const since = Math.min(meeting.plannedAt, clock()) - clockDoubtMs;
  const isWanted = ({ author, content }: APIMessage): boolean => author.id === ownId && content.endsWith(reference);
  if (place.kind === 'post') return searchPosts(rest, { ...place, ownId, since, isWanted });
  const threadId = threadIn(place);
  return searchHistory(rest, { channelId: threadId ?? meeting.channelId, threadId, since, isWanted });
}

const threadIn = (place: PartPlace): string | null => (place.kind === 'thread' ? place.threadId : null);

/** Everything that is neither sent nor gone is tried again, as long as the job has patience. */
function failed(failure: Exclude<SendOutcome, { kind: 'sent' }>): MeetingOutcome {
  if (failure.kind === 'retry') return failure;
  const isGone = failure.kind === 'blocked' && failure.reason === blockReasons.gone;
  return isGone ? { kind: 'gone' } : blocked(failure.reason);
}

const blocked = (reason: string) => ({ kind: 'retry', delayMs: blockedDelayMs, inDoubt: false, reason }) as const;
