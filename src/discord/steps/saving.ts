import type { Paper } from '../../papers/paper.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { Message } from '../rendering/message.ts';
import { savedNotice } from '../rendering/saved-notice.ts';
import { savedAtMost } from './limits.ts';

/**
 * Puts papers on the person's reading list, and says what was saved, with a button that undoes it.
 * @throws UserError if the list has no room for them
 */
export async function savePapers(
  papers: readonly Paper[],
  { store, userId, clock, say }: Pick<CommandContext, 'store' | 'userId' | 'clock' | 'say'>,
): Promise<Message> {
  const outcome = await store.savePapers({ userId, papers, at: clock(), cap: savedAtMost });
  if (outcome.kind === 'cap-reached') throw listFull(outcome.total, papers.length);
  const pick = (ids: readonly string[]) => papers.filter(({ id }) => ids.includes(id));
  return savedNotice({ ...outcome, added: pick(outcome.added), already: pick(outcome.already) }, say);
}

const listFull = (papers: number, more: number): UserError =>
  new UserError('list-full', (say) => say('reading.full', { papers, limit: savedAtMost, more }));
