import type { Paper } from '../../papers/paper.ts';
import { parseTopic } from '../../topics/language/parse.ts';
import { type Highlights, highlightsOf, noHighlights } from '../../topics/matching/highlights.ts';
import { matchTopic } from '../../topics/matching/match.ts';
import { readPaper } from '../../topics/matching/paper-text.ts';
import type { Topic } from '../../topics/topic.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { Message } from '../rendering/message.ts';
import { type SearchSort, searchPage, searchPageLength } from '../rendering/search-page.ts';
import { topicError } from '../rendering/topic-error.ts';

/** The owner of a search: the guild, or in direct messages the user. */
export const searchScope = ({ guildId, userId }: CommandContext): string => guildId ?? userId;

/** @throws UserError if the query cannot be read */
export function readQuery(query: string, { store }: CommandContext): Topic {
  const parsed = parseTopic(query, store.meaning);
  if (parsed.ok) return parsed.topic;
  throw new UserError('bad-topic', topicError(query, parsed.error));
}

export interface StoredSearch {
  readonly searchId: number;
  readonly topic: Topic;
  readonly sort: SearchSort;
  readonly page: number;
}

export async function searchStored(
  { searchId, topic, sort, page }: StoredSearch,
  context: CommandContext,
): Promise<Message> {
  const offset = page * searchPageLength;
  const found = await context.store.searchPapers({ topic, order: sort, offset, limit: searchPageLength });
  const papers = found.papers.map((paper, index) => ({
    paper,
    highlights: highlightsIn(paper, topic),
    snippet: found.snippets[index] ?? null,
    duplicates: found.duplicates[index] ?? [],
  }));
  const { total, newestRanked = null, indexing = null } = found;
  return searchPage({ searchId, topic, sort, page, papers, total, newestRanked, indexing });
}

function highlightsIn(paper: Paper, topic: Topic): Highlights {
  const match = matchTopic(topic, readPaper(paper));
  return match === null ? noHighlights : highlightsOf([match], paper);
}
