import type { CitationFormatName } from '../../citations/registry.ts';
import type { Paper } from '../../papers/paper.ts';
import { staleComponent } from '../interactions/component.ts';
import type { CommandContext } from '../interactions/context.ts';
import { citationMessage } from '../rendering/citation-message.ts';
import { formatMenu } from '../rendering/format-menu.ts';
import type { Message } from '../rendering/message.ts';
import { searchScope } from './paper-search.ts';

/** The format that citations have until a person chooses another. */
const usualFormat: CitationFormatName = 'bibtex';

/**
 * Cites papers, with a menu of other formats. A custom_id has no room for the ids of many papers, so the menu names a
 * draft that holds them for a day.
 * @throws UserError if not even a file may be so large
 */
export async function citePapers(
  papers: readonly Paper[],
  context: CommandContext,
  notes: readonly string[] = [],
): Promise<Message> {
  const { store, here, userId, clock, say } = context;
  const message = citationMessage(papers, { format: usualFormat, say, notes });
  const { id } = await store.saveDraft({
    guildId: searchScope(context),
    channelId: here.id,
    userId,
    topicText: papers.map((paper) => paper.id).join(' '),
    replaces: null,
    replacedTopic: null,
    at: clock(),
  });
  return { ...message, components: [formatMenu(id, say)] };
}

/**
 * The same papers in another format. Those that are not known any more are left out.
 * @throws UserError if none is known
 */
export async function citeAgain(
  draft: { readonly id: number; readonly topicText: string },
  format: CitationFormatName,
  { services, say }: Pick<CommandContext, 'services' | 'say'>,
): Promise<Message> {
  const found = await Promise.all(draft.topicText.split(' ').map((id) => services.lookUpPaper(id)));
  const papers = found.flatMap((outcome) => (outcome.kind === 'found' ? [outcome.paper] : []));
  if (papers.length === 0) throw staleComponent();
  return { ...citationMessage(papers, { format, say }), components: [formatMenu(draft.id, say)] };
}
