import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { privately } from '../interactions/reply.ts';
import { startClub } from '../steps/clubs.ts';

/** The most papers of an agenda, and the most weeks between two. */
const most = { papers: 3, weeks: 8 };

const definition = {
  name: 'club start',
  audience: 'managers',
  visibility: 'private',
  options: {
    closes: { type: 'text', required: true, maxLength: 40, hasSuggestions: true },
    meets: { type: 'text', maxLength: 40, hasSuggestions: true },
    papers: { type: 'integer', min: 1, max: most.papers },
    weeks: { type: 'integer', min: 1, max: most.weeks },
    voice: { type: 'channel', kind: 'voice' },
    channel: { type: 'channel' },
  },
} as const satisfies CommandDefinition;

const examples = ['Mon 09:00', 'Wed 17:00', 'Thu 12:00', 'Thu 17:00', 'Fri 10:00', 'Fri 14:00', 'Sun 20:00'];

export const clubStart: Command<typeof definition, ChannelAccess> = {
  definition,
  async run({ closes, meets = null, papers = 1, weeks = 1, voice = null }, context, channel) {
    const { text, announcement } = await startClub(channel, { closes, meets, papers, weeks, voice }, context);
    return { ...privately(text), announcement };
  },
  async suggest(_option, typed) {
    const wanted = typed.trim();
    const fitting = examples.filter((one) => one.toLowerCase().includes(wanted.toLowerCase()));
    const values = wanted === '' || fitting.includes(wanted) ? fitting : [wanted, ...fitting];
    return values.map((value) => ({ name: value, value }));
  },
};
