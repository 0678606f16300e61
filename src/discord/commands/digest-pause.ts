import { endOfPause, type PauseEnd, readPauseEnd } from '../../digests/pause.ts';
import { UserError } from '../errors.ts';
import type { Command, CommandDefinition } from '../interactions/command.ts';
import { type ChannelAccess, guildOf } from '../interactions/context.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { showDate, timestamp } from '../rendering/time.ts';

const definition = {
  name: 'digest pause',
  description: 'Stop the digest for a while; subscriptions stay',
  audience: 'managers',
  visibility: 'private',
  options: {
    until: {
      type: 'text',
      description: 'When it comes again, such as: 2 weeks, next monday, 1 July',
      maxLength: 40,
      hasSuggestions: true,
    },
    channel: { type: 'channel', description: 'Whose digest (this channel, if you leave it out)' },
  },
} as const satisfies CommandDefinition;

const examples = ['tomorrow', '3 days', '1 week', '2 weeks', 'monday', '1 month'];

export const digestPause: Command<typeof definition, ChannelAccess> = {
  definition,
  async run({ until }, context, { id }) {
    const stored = await context.store.channel(id);
    if (stored === null || (await context.store.subscriptions(guildOf(context), id)).length === 0) {
      const text = `<#${id}> has no subscription, so there is no digest to pause. Make one with \`/subscribe\`.`;
      throw new UserError('nothing-to-pause', text);
    }
    const now = context.clock();
    const { zone } = stored.schedule;
    const end = until === undefined ? null : endOfPause(readEnd(until, zone, now), zone);
    await context.store.pauseChannel(id, now, end);
    const how = end === null ? 'until someone runs `/digest resume`' : `until ${timestamp(end, 'F')}`;
    const content = `Done: <#${id}> gets no digests ${how}. Its subscriptions stay as they are.`;
    const line = `<@${context.userId}> paused the digest of this channel ${how}.`;
    return {
      kind: 'message',
      visibility: 'private',
      message: { content },
      announcement: { channelId: id, message: { content: line } },
    };
  },
  async suggest(_option, typed) {
    const wanted = typed.trim();
    const fitting = examples.filter((one) => one.includes(wanted.toLowerCase()));
    return (wanted === '' ? examples : [wanted, ...fitting]).map((value) => ({ name: value, value }));
  },
};

function readEnd(text: string, zone: string, now: number): string {
  const reading = readPauseEnd(text, zone, now);
  if (reading.kind === 'day') return reading.day;
  const typed = `“${escapeToFit(text, 40)}”`;
  const hint = 'Give a day after today and within a year, as in `2 weeks`, `next monday`, `1 July` or `2027-01-07`.';
  throw new UserError('bad-pause-end', `${refusalOf(typed, reading)} ${hint}`);
}

function refusalOf(typed: string, reading: PauseEnd): string {
  if (reading.kind === 'unknown') return `${typed} is not a day that I can read.`;
  const day = showDate(reading.day);
  if (reading.kind === 'far') return `${typed} is too far ahead (${day}).`;
  return reading.kind === 'today' ? `${typed} is today.` : `${typed} is past (${day}).`;
}
