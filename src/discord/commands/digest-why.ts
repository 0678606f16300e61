import type { Command, CommandDefinition } from '../interactions/command.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { paperTrail } from '../rendering/paper-trail.ts';
import { paperOption, readPaperId } from '../steps/paper-reference.ts';
import { findTrail } from '../steps/paper-trail.ts';

const definition = {
  name: 'digest why',
  description: 'Why a paper is in the digest, or why it is not',
  audience: 'managers',
  visibility: 'private',
  options: {
    paper: paperOption,
    channel: { type: 'channel', description: 'Whose digest (this channel, if you leave it out)' },
  },
} as const satisfies CommandDefinition;

export const digestWhy: Command<typeof definition, ChannelAccess> = {
  definition,
  async run({ paper }, context, { id: channelId }) {
    const id = readPaperId(paper);
    const message = paperTrail(await findTrail(id, channelId, context));
    return { kind: 'message', visibility: 'private', message };
  },
};
