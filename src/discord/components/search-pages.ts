import type { Draft } from '../../store/channels.ts';
import { isDate } from '../../time.ts';
import { type ComponentBehaviour, staleComponent } from '../interactions/component.ts';
import type { SearchSort } from '../rendering/search-page.ts';
import { searchStored } from '../steps/paper-search.ts';

/** The buttons Previous and Next of a search. */
export const turnSearchPage: ComponentBehaviour<'search-page', Draft> = {
  verb: 'search-page',
  deferral: 'update',
  async run({ rest: [, sort, page, since] }, context, { id: searchId, topicText }) {
    if (page === undefined || !/^\d{1,4}$/.test(page)) throw staleComponent();
    if (since !== undefined && !isDate(since)) throw staleComponent();
    const search = { searchId, typed: topicText, since, page: Number(page) };
    const message = await searchStored({ ...search, sort: readSort(sort) }, context);
    return { kind: 'update', message };
  },
};

const readSort = (text: string | undefined): SearchSort => (text === 'newest' || text === 'meaning' ? text : 'best');
