import type { Paper } from '../../papers/paper.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { Message } from '../rendering/message.ts';
import { count, showNumber } from '../rendering/numbers.ts';
import { savedNotice } from '../rendering/saved-notice.ts';
import { savedAtMost } from './limits.ts';

/**
 * Puts papers on the person's reading list, and says what was saved, with a button that undoes it.
 * @throws UserError if the list is full
 */
export async function savePapers(
  papers: readonly Paper[],
  { store, userId, clock }: Pick<CommandContext, 'store' | 'userId' | 'clock'>,
): Promise<Message> {
  const outcome = await store.savePapers({ userId, papers, at: clock(), cap: savedAtMost });
  if (outcome.kind === 'cap-reached') throw listFull(outcome.total, papers.length);
  const pick = (ids: readonly string[]) => papers.filter(({ id }) => ids.includes(id));
  return savedNotice({ ...outcome, added: pick(outcome.added), already: pick(outcome.already) });
}

const listFull = (total: number, more: number): UserError =>
  new UserError(
    'list-full',
    `Nothing was saved: your reading list has ${count(total, 'paper')}, it holds ${showNumber(savedAtMost)}, and ${count(more, 'more paper')} would be too many. Remove some from it first.`,
  );
