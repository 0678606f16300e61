import { endOfPause, type PauseEnd, readPauseEnd } from '../../digests/pause.ts';
import type { Say } from '../../language/say.ts';
import { UserError } from '../errors.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { privately } from '../interactions/reply.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { pauseDigest } from '../steps/pausing.ts';

const definition = {
  name: 'digest pause',
  audience: 'managers',
  visibility: 'private',
  options: {
    until: { type: 'text', maxLength: 40, hasSuggestions: true },
    channel: { type: 'channel' },
  },
} as const satisfies CommandDefinition;

const examples = ['tomorrow', '3 days', '1 week', '2 weeks', 'monday', '1 month'];

export const digestPause: Command<typeof definition, ChannelAccess> = {
  definition,
  async run({ until }, context, { id }) {
    const endOf = (zone: string, now: number) =>
      until === undefined ? null : endOfPause(readEnd(until, zone, now), zone);
    const { text, announcement } = await pauseDigest(id, endOf, context);
    return { ...privately(text), announcement };
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
  throw new UserError('bad-pause-end', (say) => refusalOf(escapeToFit(text, 40), reading, say));
}

function refusalOf(typed: string, reading: PauseEnd, say: Say): string {
  const hint = say('pause.hint');
  if (reading.kind === 'unknown') return say('pause.unreadable', { typed, hint });
  if (reading.kind === 'today') return say('pause.today', { typed, hint });
  return say(reading.kind === 'far' ? 'pause.far' : 'pause.past', { typed, day: say.date(reading.day), hint });
}
