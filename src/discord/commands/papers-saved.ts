import type { Command, CommandDefinition } from '../interactions/command.ts';
import { showSaved } from '../steps/saved-list.ts';

const definition = {
  name: 'papers saved',
  description: 'Your reading list, which only you see',
  audience: 'everyone',
  visibility: 'private',
  options: {},
} as const satisfies CommandDefinition;

export const papersSaved: Command<typeof definition> = {
  definition,
  run: async (_, context) => ({ kind: 'message', visibility: 'private', message: await showSaved(0, context) }),
};
