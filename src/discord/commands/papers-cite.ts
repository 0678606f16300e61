import { type CitationFormatName, citationFormats } from '../../citations/registry.ts';
import { UserError } from '../errors.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { citationMessage } from '../rendering/citation-message.ts';
import { digestPapersOf, namedPapers } from '../steps/cited-papers.ts';
import { suggestPastDays } from '../steps/past-days.ts';

const formats = Object.fromEntries(citationFormats.map(({ name, shown }) => [name, shown])) as Readonly<
  Record<CitationFormatName, string>
>;

const definition = {
  name: 'papers cite',
  audience: 'everyone',
  visibility: 'private',
  options: {
    id: { type: 'text', maxLength: 1_000 },
    format: { type: 'choice', choices: formats },
    since: { type: 'text', maxLength: 40, hasSuggestions: true },
    until: { type: 'text', maxLength: 40, hasSuggestions: true },
  },
} as const satisfies CommandDefinition;

export const papersCite: Command<typeof definition> = {
  definition,
  async run({ id, format = 'bibtex', since, until }, context) {
    const hasDays = since !== undefined || until !== undefined;
    if (id !== undefined && hasDays) throw new UserError('both-named', (say) => say('cite.bothNamed'));
    if (id === undefined && !hasDays) throw new UserError('nothing-named', (say) => say('cite.nothingNamed'));
    const { papers, notes } =
      id === undefined ? await digestPapersOf({ since, until }, context) : await namedPapers(id, context);
    const message = citationMessage(papers, { format, notes, say: context.say });
    return { kind: 'message', visibility: 'private', message };
  },
  async suggest(_option, typed) {
    return suggestPastDays(typed);
  },
};
