import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { foundPaper, paperOption, readPaperId } from '../steps/paper-reference.ts';
import { findSimilar } from '../steps/similar-papers.ts';

const definition = {
  name: 'papers similar',
  audience: 'everyone',
  visibility: 'private',
  options: { paper: paperOption },
} as const satisfies CommandDefinition;

export const papersSimilar: Command<typeof definition> = {
  definition,
  async run({ paper: text }, context) {
    const id = readPaperId(text);
    const paper = foundPaper(id, await context.services.lookUpPaper(id));
    return { kind: 'message', visibility: 'private', message: await findSimilar(paper, context) };
  },
};
