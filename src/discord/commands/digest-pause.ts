import { endOfPause, parsePauseEnd } from '../../digests/pause.ts';
import { UserError } from '../errors.ts';
import type { Command, CommandDefinition } from '../interactions/command.ts';
import { type ChannelAccess, guildOf } from '../interactions/context.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { timestamp } from '../rendering/time.ts';

const definition = {
  name: 'digest pause',
  description: 'Stop the digest for a while; subscriptions stay',
  audience: 'managers',
  visibility: 'private',
  options: {
    until: {
      type: 'text',
      description: 'When it comes again, such as: 2 weeks, monday, 2027-01-07',
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
  const day = parsePauseEnd(text, zone, now);
  if (day !== null) return day;
  const hint = 'Give a day after today and within a year, as in `2 weeks`, `monday` or `2027-01-07`.';
  throw new UserError('bad-pause-end', `“${escapeToFit(text, 40)}” is not a day that I can read. ${hint}`);
}
