import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { button, customId, row } from '../rendering/components.ts';

const definition = {
  name: 'papers privacy',
  audience: 'everyone',
  visibility: 'private',
  options: {},
} as const satisfies CommandDefinition;

export const papersPrivacy: Command<typeof definition> = {
  definition,
  async run(_, { say }) {
    const buttons = row(
      button(customId('export-mine'), say('data.exportMine')),
      button(customId('erase-mine'), say('data.eraseMine'), 'danger'),
    );
    return { kind: 'message', visibility: 'private', message: { content: say('data.privacy'), components: [buttons] } };
  },
};
