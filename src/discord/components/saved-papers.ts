import type { PaperId } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { SavedPaper } from '../../store/reading-lists.ts';
import { type ComponentBehaviour, pageNumber, staleComponent } from '../interactions/component.ts';
import { customId, textModal } from '../rendering/components.ts';
import { paperLine } from '../rendering/paper-card.ts';
import { savedReference } from '../rendering/saved-list.ts';
import { noteAtMost, savedAtMost } from '../steps/limits.ts';
import { showSaved } from '../steps/saved-list.ts';

/** The button Undo below what was saved. */
export const undoSave: ComponentBehaviour<'unsave', Instant> = {
  verb: 'unsave',
  deferral: 'update',
  async run(_press, { store, userId, clock, say }, savedAt) {
    const papers = await store.removeSaved(userId, { savedAt }, clock());
    if (papers === 0) throw staleComponent();
    return { kind: 'update', message: { content: say('reading.undone', { papers }) } };
  },
};

/** The button Remove below a paper that was saved before. */
export const dropSaved: ComponentBehaviour<'drop-saved', SavedPaper> = {
  verb: 'drop-saved',
  deferral: 'update',
  async run(_press, { store, userId, clock, say }, { paper }) {
    await store.removeSaved(userId, { id: paper.id }, clock());
    return { kind: 'update', message: { content: say('reading.dropped') } };
  },
};

/** The buttons Previous and Next of a reading list. */
export const turnSavedPage: ComponentBehaviour<'saved-page', null> = {
  verb: 'saved-page',
  deferral: 'update',
  run: async ({ rest: [page] }, context) => ({
    kind: 'update',
    message: await showSaved(pageNumber(page), context),
  }),
};

/** Removes the chosen paper, and shows the list without it. */
export const removeListedPaper: ComponentBehaviour<'saved-remove', SavedPaper> = {
  verb: 'saved-remove',
  deferral: 'update',
  async run({ rest: [page] }, context, { paper }) {
    const { store, userId, clock, say } = context;
    await store.removeSaved(userId, { id: paper.id }, clock());
    const notice = { text: say('reading.removed', { paper: paperLine(paper) }), undo: paper };
    return { kind: 'update', message: await showSaved(pageNumber(page), context, notice) };
  },
};

/** The button Undo below a removed paper. */
export const restoreSavedPaper: ComponentBehaviour<'restore-saved', PaperId> = {
  verb: 'restore-saved',
  deferral: 'update',
  async run({ rest: [page] }, context, id) {
    const { store, userId, say } = context;
    if (!(await store.restoreSaved(userId, id, savedAtMost))) throw staleComponent();
    const paper = await store.paper(id);
    const notice = paper === null ? undefined : { text: say('reading.restored', { paper: paperLine(paper) }) };
    return { kind: 'update', message: await showSaved(pageNumber(page), context, notice) };
  },
};

const noteField = 'note';

/** The menu Write a note: opens a form for the chosen paper, which is sent with the same verb. */
export const noteListedPaper: ComponentBehaviour<'saved-note', SavedPaper> = {
  verb: 'saved-note',
  deferral: 'update',
  async run({ rest: [page], fields }, context, { paper, note }) {
    const { store, userId, say } = context;
    const text = fields[noteField]?.trim();
    if (text === undefined) {
      const form = {
        id: customId('saved-note', pageNumber(page), savedReference(paper)),
        title: say('reading.noteTitle'),
        field: noteField,
        label: say('reading.noteLabel'),
        hint: say('reading.noteHint'),
        value: note ?? '',
        // Two notes that were joined, because their papers turned out to be one, can be longer.
        maxLength: Math.max(noteAtMost, note?.length ?? 0),
        isFree: true,
      };
      return { kind: 'modal', modal: textModal(form) };
    }
    if (text.length > Math.max(noteAtMost, note?.length ?? 0)) throw staleComponent();
    await store.noteSaved(userId, paper.id, text === '' ? null : text);
    const done = { paper: paperLine(paper) };
    const notice = { text: text === '' ? say('reading.unnoted', done) : say('reading.noted', done) };
    return { kind: 'update', message: await showSaved(pageNumber(page), context, notice) };
  },
};
