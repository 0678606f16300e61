import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { privately } from '../interactions/reply.ts';
import { stopClub } from '../steps/clubs.ts';

const definition = {
  name: 'club stop',
  audience: 'managers',
  visibility: 'private',
  options: { channel: { type: 'channel' } },
} as const satisfies CommandDefinition;

export const clubStop: Command<typeof definition, ChannelAccess> = {
  definition,
  async run(_args, context, channel) {
    const { text, announcement } = await stopClub(channel, context);
    return { ...privately(text), announcement };
  },
};
