import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { showFeeds } from '../steps/feeds.ts';

const definition = {
  name: 'digest feed',
  audience: 'managers',
  visibility: 'private',
  options: {
    channel: { type: 'channel' },
  },
} as const satisfies CommandDefinition;

export const digestFeed: Command<typeof definition, ChannelAccess> = {
  definition,
  run: async (_, context, { id }) => ({
    kind: 'message',
    visibility: 'private',
    message: await showFeeds(id, 0, context),
  }),
};
