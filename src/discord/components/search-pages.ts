import { sayIn } from '../../language/say.ts';
import type { Draft } from '../../store/channels.ts';
import { isDate } from '../../time.ts';
import { type ComponentBehaviour, pageNumber, staleComponent } from '../interactions/component.ts';
import type { RawPress } from '../interactions/interaction.ts';
import { type SearchSort, searchPage, sharedSearchPage } from '../rendering/search-page.ts';
import { type StoredSearch, searchStored } from '../steps/paper-search.ts';
import { sharingHere } from '../steps/sharing.ts';

/** The buttons Previous and Next of a search. */
export const turnSearchPage: ComponentBehaviour<'search-page', Draft> = {
  verb: 'search-page',
  deferral: 'update',
  async run(press, context, draft) {
    const found = await searchStored(namedSearch(press, draft), context);
    return { kind: 'update', message: searchPage(found, sharingHere(context), context.say) };
  },
};

/** The button Share, which posts the page of a search in the channel. */
export const shareSearchPage: ComponentBehaviour<'search-share', Draft> = {
  verb: 'search-share',
  deferral: 'update',
  async run(press, context, draft) {
    const { userId, say, guildLanguage } = context;
    const key = press.rest.join(':');
    const found = await searchStored(namedSearch(press, draft), context);
    const message = searchPage(found, 'shared', say);
    if (found.papers.length === 0) return { kind: 'update', message };
    const shared = { key, message: sharedSearchPage(found, userId, sayIn(guildLanguage)) };
    return { kind: 'update', message, shared };
  },
};

/** The search and the page that a button names. */
function namedSearch({ rest: [, sort, page, since] }: RawPress, { id, topicText }: Draft): StoredSearch {
  if (since !== undefined && !isDate(since)) throw staleComponent();
  return { searchId: id, typed: topicText, since, page: pageNumber(page), sort: readSort(sort) };
}

const readSort = (text: string | undefined): SearchSort => (text === 'newest' || text === 'meaning' ? text : 'best');
