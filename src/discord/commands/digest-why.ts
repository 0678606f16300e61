import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { paperTrail } from '../rendering/paper-trail.ts';
import { paperOption, readPaperId } from '../steps/paper-reference.ts';
import { findTrail } from '../steps/paper-trail.ts';

const definition = {
  name: 'digest why',
  audience: 'managers',
  visibility: 'private',
  options: {
    paper: paperOption,
    channel: { type: 'channel' },
  },
} as const satisfies CommandDefinition;

export const digestWhy: Command<typeof definition, ChannelAccess> = {
  definition,
  async run({ paper }, context, { id: channelId }) {
    const id = readPaperId(paper);
    const message = paperTrail(await findTrail(id, channelId, context), context.say);
    return { kind: 'message', visibility: 'private', message };
  },
};
