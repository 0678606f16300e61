import { topicLimits } from '../../topics/topic.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { searchPage } from '../rendering/search-page.ts';
import { searchScope, searchStored } from '../steps/paper-search.ts';
import { readDaysOption, suggestPastDays, todayHere } from '../steps/past-days.ts';
import { readSearch } from '../steps/search-reading.ts';
import { sharingHere } from '../steps/sharing.ts';

const definition = {
  name: 'papers search',
  audience: 'everyone',
  visibility: 'private',
  options: {
    query: {
      type: 'text',
      required: true,
      maxLength: topicLimits.characters,
    },
    since: { type: 'text', maxLength: 40, hasSuggestions: true },
    sort: {
      type: 'choice',
      choices: { best: 'Best first', newest: 'Newest first', meaning: 'Nearest in meaning first' },
    },
  },
} as const satisfies CommandDefinition;

export const papersSearch: Command<typeof definition> = {
  definition,
  async run({ query, since: typedDay, sort = 'best' }, context) {
    readSearch(query, context); // A search that cannot be read leaves no draft.
    const since = readDaysOption(typedDay, await todayHere(context))?.from;
    const at = context.clock();
    const { id: channelId } = context.here;
    // A custom_id has no room for a query, so the buttons of the pages name a draft that holds it.
    const draft = {
      guildId: searchScope(context),
      channelId,
      userId: context.userId,
      topicText: query,
      replaces: null,
      replacedTopic: null,
      at,
    };
    const { id: searchId } = await context.store.saveDraft(draft);
    const found = await searchStored({ searchId, typed: query, since, sort, page: 0 }, context);
    const message = searchPage(found, sharingHere(context), context.say);
    return { kind: 'message', visibility: 'private', message };
  },
  async suggest(_option, typed) {
    return suggestPastDays(typed);
  },
};
