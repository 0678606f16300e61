import { type CitationFormatName, citationFormats } from '../../citations/registry.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { savedExport } from '../rendering/saved-export.ts';
import { savedAtMost } from '../steps/limits.ts';
import { showSaved } from '../steps/saved-list.ts';

const formats = Object.fromEntries(citationFormats.map(({ name, shown }) => [name, shown])) as Readonly<
  Record<CitationFormatName, string>
>;

const definition = {
  name: 'papers saved',
  audience: 'everyone',
  visibility: 'private',
  options: { format: { type: 'choice', choices: formats } },
} as const satisfies CommandDefinition;

export const papersSaved: Command<typeof definition> = {
  definition,
  async run({ format }, context) {
    const { store, userId, say } = context;
    const { papers } =
      format === undefined ? { papers: [] } : await store.savedPapers(userId, { offset: 0, limit: savedAtMost });
    const message =
      format === undefined || papers.length === 0 ? await showSaved(0, context) : savedExport(papers, format, say);
    return { kind: 'message', visibility: 'private', message };
  },
};
