import { parseArxivId } from '../../papers/arxiv-id.ts';
import { UserError } from '../errors.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { paperCard } from '../rendering/paper-card.ts';
import type { Command, CommandDefinition } from './command.ts';

const definition = {
  name: 'papers show',
  description: 'Show a paper to everybody here',
  audience: 'everyone',
  visibility: 'public',
  options: {
    paper: {
      type: 'text',
      description: 'Its arXiv id or address, such as 2406.01234 or https://arxiv.org/abs/2406.01234',
      required: true,
      maxLength: 200,
    },
  },
} as const satisfies CommandDefinition;

/** A card alone in its message has room for a whole abstract. */
const wholeAbstract = 3_000;

export const papersShow: Command<typeof definition> = {
  definition,
  async run({ paper: text }, context) {
    const parsed = parseArxivId(text);
    if (parsed === null) {
      const shown = escapeToFit(text, 80);
      throw new UserError(
        'bad-paper-id',
        `“${shown}” is no arXiv id or address. Give it as in \`2406.01234\`, or search with \`/papers search\`.`,
      );
    }
    const paper = await context.services.lookUpPaper(parsed.id);
    if (paper === null) {
      const reason = `I know no paper \`${parsed.id}\`, and neither does arXiv.`;
      throw new UserError('unknown-paper', `${reason} Check the id, or search with \`/papers search\`.`);
    }
    const embeds = [paperCard(paper, { textLimit: wholeAbstract })];
    return { kind: 'message', visibility: 'public', message: { embeds } };
  },
};
