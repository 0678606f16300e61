import {
  type ClubTimes,
  datesAfterClose,
  dayAfter,
  isAfterClose,
  nextWeekTime,
  parseWeekTime,
  startOfRound,
  type WeekTime,
} from '../../digests/club.ts';
import type { Say } from '../../language/say.ts';
import type { Club } from '../../store/clubs.ts';
import { UserError } from '../errors.ts';
import { type ChannelAccess, type CommandContext, guildOf, type PickedChannel } from '../interactions/context.ts';
import type { Announcement } from '../interactions/reply.ts';
import { hasPermission, isForumType, isThreadType, missingPermissions, threading } from '../permissions.ts';
import { namePermissions } from '../rendering/block.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { timestamp } from '../rendering/time.ts';
import { sayInChannel } from './channel-language.ts';

/** What a manager wants of a club. */
export interface ClubWish {
  readonly closes: string;
  /** Null: a day after the close. */
  readonly meets: string | null;
  readonly papers: number;
  readonly weeks: number;
  readonly voice: PickedChannel | null;
}

/** What was done, for the person who did it and for the channel. */
interface ClubStep {
  readonly text: string;
  readonly announcement: Announcement;
}

const voiceType = 2;

/**
 * Starts the journal club of a channel, or changes it.
 * @throws UserError that says what to do
 */
export async function startClub(channel: ChannelAccess, wish: ClubWish, context: CommandContext): Promise<ClubStep> {
  const { store, clock, say, userId } = context;
  const { id: channelId } = channel;
  const guildId = serverOf(context);
  const record = await store.channel(channelId);
  if (record === null || (await store.subscriptions(guildId, channelId)).length === 0)
    throw new UserError('no-digest', (words) => words('club.noDigest', { channel: `<#${channelId}>` }));
  const times = readTimes(wish);
  const { zone } = record.schedule;
  const closesAt = nextWeekTime(times.closes, zone, clock());
  const club: Club = {
    ...{ guildId, channelId, ...times, winners: wish.papers, voiceChannelId: readVoice(wish) },
    ...{ closesAt, openedAt: startOfRound(times, closesAt) },
  };
  const outcome = await store.startClub(club);
  const lines = [
    say(`club.${outcome}`, { channel: `<#${channelId}>` }),
    say('club.plan', { ...showDates(club, zone), zone }),
    say('club.rounds', { weeks: times.weeks }),
    ...showLacking(channel, say),
  ];
  const announced = outcome === 'started' ? 'club.startAnnounced' : 'club.changeAnnounced';
  const content = sayInChannel(record, context)(announced, { person: `<@${userId}>`, ...showDates(club, zone) });
  return { text: lines.join('\n'), announcement: { channelId, message: { content } } };
}

/**
 * Ends the journal club of a channel.
 * @throws UserError if it has none
 */
export async function stopClub({ id: channelId }: ChannelAccess, context: CommandContext): Promise<ClubStep> {
  const { store, say, userId } = context;
  const channel = `<#${channelId}>`;
  if (!(await store.stopClub(channelId))) throw noClub(channelId);
  const content = sayInChannel(await store.channel(channelId), context)('club.stopAnnounced', {
    person: `<@${userId}>`,
  });
  return { text: say('club.stopped', { channel }), announcement: { channelId, message: { content } } };
}

/** When the agenda of a club closes, and when it meets then, as everybody sees it in their own zone. */
export const showDates = (club: ClubTimes & Pick<Club, 'closesAt'>, zone: string) => ({
  closes: timestamp(club.closesAt, 'F'),
  meets: timestamp(datesAfterClose(club, zone, club.closesAt, club.closesAt).meetsAt, 'F'),
});

export const noClub = (channelId: string): UserError =>
  new UserError('no-club', (say) => say('club.none', { channel: `<#${channelId}>` }));

/** @throws UserError outside of servers */
export function serverOf(context: CommandContext): string {
  if (context.guildId === null) throw new UserError('no-club-here', (say) => say('club.noServer'));
  return guildOf(context);
}

function readTimes({ closes: closesText, meets: meetsText, weeks }: ClubWish): ClubTimes {
  const closes = readWeekTime(closesText);
  const meets = meetsText === null ? dayAfter(closes) : readWeekTime(meetsText);
  if (!isAfterClose({ closes, meets })) throw new UserError('club-too-soon', (say) => say('club.tooSoon'));
  return { closes, meets, weeks };
}

function readWeekTime(text: string): WeekTime {
  const found = parseWeekTime(text);
  if (found !== null) return found;
  throw new UserError('bad-week-time', (say) => say('club.badTime', { typed: escapeToFit(text, 40) }));
}

function readVoice({ voice }: ClubWish): string | null {
  if (voice === null) return null;
  if (voice.type === voiceType) return voice.id;
  throw new UserError('bad-voice', (say) => say('club.badVoice', { channel: `<#${voice.id}>` }));
}

/** What will be missing, because the bot lacks a permission. */
function showLacking({ id, type, bot }: ChannelAccess, say: Say): readonly string[] {
  const canSchedule = hasPermission(bot, 'createEvents') || hasPermission(bot, 'manageEvents');
  const lacking = isForumType(type) || isThreadType(type) ? [] : missingPermissions(bot, threading);
  return [
    ...(canSchedule ? [] : [say('club.lacksEvents')]),
    ...(lacking.length === 0
      ? []
      : [say('club.lacksThreads', { channel: `<#${id}>`, ...namePermissions(lacking, say) })]),
  ];
}
