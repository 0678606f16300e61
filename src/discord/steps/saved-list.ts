import type { SavedPaper } from '../../store/reading-lists.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { Message } from '../rendering/message.ts';
import { type SavedList, savedList, savedPageLength, savedReference } from '../rendering/saved-list.ts';
import { savedAtMost } from './limits.ts';

type ListContext = Pick<CommandContext, 'store' | 'userId' | 'say'>;

/** A page of the person's reading list. The last page is shown if this one no longer exists. */
export async function showSaved(page: number, context: ListContext, notice?: SavedList['notice']): Promise<Message> {
  const { store, userId, say } = context;
  const { papers, total } = await store.savedPapers(userId, {
    offset: page * savedPageLength,
    limit: savedPageLength,
  });
  if (papers.length === 0 && page > 0) {
    return showSaved(Math.min(page - 1, Math.ceil(total / savedPageLength)), context, notice);
  }
  return savedList({ papers, total, page, ...(notice === undefined ? {} : { notice }) }, say);
}

/** The paper of the person's list that a button or a menu names; null if it is not on the list. */
export async function findSaved(reference: string, { store, userId }: ListContext): Promise<SavedPaper | null> {
  const saved = await store.savedPaper(userId, reference);
  if (saved !== null) return saved;
  const { papers } = await store.savedPapers(userId, { offset: 0, limit: savedAtMost });
  return papers.find(({ paper }) => savedReference(paper) === reference) ?? null;
}
