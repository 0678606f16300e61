import { type Say, sayIn } from '../../language/say.ts';
import { trendWindowMs } from '../../papers/upvotes.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { CommandContext } from '../interactions/context.ts';
import { cardComponents } from '../rendering/action-menu.ts';
import { paperCard } from '../rendering/paper-card.ts';
import { foundPaper, paperOption, readPaperId } from '../steps/paper-reference.ts';

const definition = {
  name: 'papers show',
  audience: 'everyone',
  visibility: 'public',
  options: { paper: paperOption },
} as const satisfies CommandDefinition;

/** A card that is alone in its message has room for a whole abstract, and for a summary above it. */
const textLimit = 3_000;

export const papersShow: Command<typeof definition> = {
  definition,
  async run({ paper: text }, context) {
    const id = readPaperId(text);
    const paper = foundPaper(id, await context.services.lookUpPaper(id));
    const trends = await context.store.upvoteTrends([paper.id], { now: context.clock(), ms: trendWindowMs });
    const trend = trends.get(paper.id);
    const duplicates = await context.store.duplicates(paper.id);
    const shown = { textLimit, hasAbstract: true, duplicates, ...(trend === undefined ? {} : { trend }) };
    const embeds = [paperCard(paper, shown, context.say)];
    return {
      kind: 'message',
      visibility: 'public',
      message: { embeds, components: cardComponents(paper.id, wordsOf(context)) },
    };
  },
};

/** The words for everyone here: in direct messages, those of the person. */
const wordsOf = ({ guildId, guildLanguage, say }: CommandContext): Say =>
  guildId === null ? say : sayIn(guildLanguage);
