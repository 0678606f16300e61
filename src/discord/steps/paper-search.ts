import type { Paper } from '../../papers/paper.ts';
import type { PaperPage } from '../../store/store.ts';
import { type Highlights, highlightsOf, noHighlights } from '../../topics/matching/highlights.ts';
import { matchTopic } from '../../topics/matching/match.ts';
import { readPaper } from '../../topics/matching/paper-text.ts';
import type { Topic } from '../../topics/topic.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { Message } from '../rendering/message.ts';
import { type SearchSort, searchPage, searchPageLength } from '../rendering/search-page.ts';
import { readSearch } from './search-reading.ts';

/** The owner of a search: the guild, or in direct messages the user. */
export const searchScope = ({ guildId, userId }: CommandContext): string => guildId ?? userId;

export interface StoredSearch {
  readonly searchId: number;
  readonly typed: string;
  readonly sort: SearchSort;
  readonly page: number;
}

/** How many papers are listed that have some words only. */
const someWordsAtMost = 10 * searchPageLength;

/**
 * A page of the papers that a search finds. Where fewer papers than a page have all of its words, papers follow that have
 * some of them.
 * @throws UserError if the search cannot be read
 */
export async function searchStored(
  { searchId, typed, sort, page }: StoredSearch,
  context: Pick<CommandContext, 'store'>,
): Promise<Message> {
  const { store } = context;
  const { topic, someWords, note } = readSearch(typed, context);
  const offset = page * searchPageLength;
  const limit = searchPageLength;
  const exact = await store.searchPapers({ topic, order: sort, offset, limit });
  const asked = { searchId, topic, sort, page };
  const isEnough = exact.total >= searchPageLength || (sort === 'newest' && exact.total > 0);
  if (someWords === null || isEnough || exact.indexing !== undefined) {
    const reading = { asWords: note, withAllWords: null };
    return searchPage({ ...asked, ...exact, papers: foundPapers(topic, exact), reading });
  }
  const wide = await store.searchPapers({ topic: someWords, offset, limit: Math.min(limit, someWordsAtMost - offset) });
  const reading = { asWords: note, withAllWords: wide.total === 0 ? null : exact.total };
  const total = Math.min(wide.total, someWordsAtMost);
  return searchPage({ ...asked, sort: 'best', papers: foundPapers(someWords, wide), total, reading });
}

const foundPapers = (topic: Topic, { papers, snippets, duplicates }: PaperPage) =>
  papers.map((paper, index) => ({
    paper,
    highlights: highlightsIn(paper, topic),
    snippet: snippets[index] ?? null,
    duplicates: duplicates[index] ?? [],
  }));

function highlightsIn(paper: Paper, topic: Topic): Highlights {
  const match = matchTopic(topic, readPaper(paper));
  return match === null ? noHighlights : highlightsOf([match], paper);
}
