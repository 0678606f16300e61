import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { pingList } from '../rendering/ping-list.ts';

const definition = {
  name: 'papers pings',
  audience: 'everyone',
  visibility: 'private',
  options: {},
} as const satisfies CommandDefinition;

export const papersPings: Command<typeof definition> = {
  definition,
  async run(_, { store, userId, say }) {
    return { kind: 'message', visibility: 'private', message: pingList(await store.pings(userId), say) };
  },
};
