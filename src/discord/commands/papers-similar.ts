import type { Command, CommandDefinition } from '../interactions/command.ts';
import { similarAtMost, similarList } from '../rendering/similar-list.ts';
import { foundPaper, paperOption, readPaperId } from '../steps/paper-reference.ts';
import { listedPaper } from '../steps/paper-search.ts';

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
    const stored = await context.store.similarPapers(id, similarAtMost);
    const similar = stored ?? (await nearestTo(`${paper.title} ${paper.abstract}`));
    const message = similarList(
      paper,
      similar.map((each) => listedPaper(each, null)),
      context.say,
    );
    return { kind: 'message', visibility: 'private', message };

    /** For a paper that a source knows and that is not stored. */
    async function nearestTo(texts: string) {
      return (await context.store.papersAbout(texts, similarAtMost)).map((about) => about.paper);
    }
  },
};
