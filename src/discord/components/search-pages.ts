import { type ComponentBehaviour, rowId, staleComponent } from '../interactions/component.ts';
import { readQuery, searchScope, searchStored } from '../steps/paper-search.ts';

/** The buttons Previous and Next of a search. */
export const turnSearchPage: ComponentBehaviour = {
  verb: 'search-page',
  deferral: 'update',
  async run({ rest: [id, sort, page] }, context) {
    const searchId = rowId(id);
    const draft = await context.store.draft(searchScope(context), searchId);
    if (draft === null || draft.userId !== context.userId || page === undefined || !/^\d{1,4}$/.test(page)) {
      throw staleComponent();
    }
    const search = { searchId, topic: readQuery(draft.topicText), page: Number(page) };
    const message = await searchStored({ ...search, sort: sort === 'newest' ? 'newest' : 'best' }, context);
    return { kind: 'update', message };
  },
};
