import type { PaperId } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import { type ComponentBehaviour, staleComponent } from '../interactions/component.ts';
import { count } from '../rendering/numbers.ts';

/** The button Undo below what was saved. */
export const undoSave: ComponentBehaviour<'unsave', Instant> = {
  verb: 'unsave',
  deferral: 'update',
  async run(_press, { store, userId, clock }, savedAt) {
    const removed = await store.removeSaved(userId, { savedAt }, clock());
    if (removed === 0) throw staleComponent();
    return { kind: 'update', message: { content: `Undone: ${count(removed, 'paper')} taken off your reading list.` } };
  },
};

/** The button Remove below a paper that was saved before. */
export const dropSaved: ComponentBehaviour<'drop-saved', PaperId> = {
  verb: 'drop-saved',
  deferral: 'update',
  async run(_press, { store, userId, clock }, id) {
    const removed = await store.removeSaved(userId, { id }, clock());
    if (removed === 0) throw staleComponent();
    return { kind: 'update', message: { content: 'Removed: the paper is no longer on your reading list.' } };
  },
};
