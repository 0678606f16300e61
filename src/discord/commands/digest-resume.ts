import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { privately } from '../interactions/reply.ts';
import { resumeDigest } from '../steps/pausing.ts';

const definition = {
  name: 'digest resume',
  audience: 'managers',
  visibility: 'private',
  options: { channel: { type: 'channel' } },
} as const satisfies CommandDefinition;

export const digestResume: Command<typeof definition, ChannelAccess> = {
  definition,
  async run(_args, context, { id }) {
    const { text, announcement } = await resumeDigest(id, context);
    return { ...privately(text), announcement };
  },
};
