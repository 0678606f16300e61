import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { channelHere } from '../steps/channel-here.ts';
import { showAgenda } from '../steps/club-votes.ts';
import { serverOf } from '../steps/clubs.ts';

const definition = {
  name: 'club status',
  audience: 'everyone',
  visibility: 'private',
  options: {},
} as const satisfies CommandDefinition;

export const clubStatus: Command<typeof definition> = {
  definition,
  async run(_args, context) {
    serverOf(context);
    const message = await showAgenda(await channelHere(context), context);
    return { kind: 'message', visibility: 'private', message };
  },
};
