import type { ComponentBehaviour } from '../interactions/component.ts';
import { dropTopics, moveTopics } from './deleted-channel.ts';
import { turnSearchPage } from './search-pages.ts';
import { cancelDraft, confirmDraft, editDraft, editSubscription, takeHint } from './subscription-draft.ts';
import { editListed, removeListed, restoreRemoved, turnListPage } from './subscription-rows.ts';

/** Every button, menu and form. */
export const components: readonly ComponentBehaviour[] = [
  confirmDraft,
  editDraft,
  takeHint,
  cancelDraft,
  editSubscription,
  turnListPage,
  removeListed,
  editListed,
  restoreRemoved,
  moveTopics,
  dropTopics,
  turnSearchPage,
];
