import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { guildOf } from '../interactions/context.ts';
import { exportData } from '../steps/data-export.ts';

const definition = {
  name: 'digest export',
  audience: 'managers',
  visibility: 'private',
  options: {},
} as const satisfies CommandDefinition;

export const digestExport: Command<typeof definition> = {
  definition,
  run: async (_, context) => ({
    kind: 'message',
    visibility: 'private',
    message: await exportData({ guildId: guildOf(context) }, context),
  }),
};
