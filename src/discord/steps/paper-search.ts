import type { Meaning } from '../../meaning/meaning.ts';
import type { Paper } from '../../papers/paper.ts';
import type { PaperPage } from '../../store/store.ts';
import type { LocalDate } from '../../time.ts';
import { type Highlights, highlightsOf, noHighlights } from '../../topics/matching/highlights.ts';
import { matchTopic } from '../../topics/matching/match.ts';
import { readPaper } from '../../topics/matching/paper-text.ts';
import type { Topic } from '../../topics/topic.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { FoundPaper } from '../rendering/found-paper.ts';
import { type SearchPage, type SearchSort, searchPageLength } from '../rendering/search-page.ts';
import { readSearch, type SearchReading } from './search-reading.ts';

/** The owner of a search: the guild, or in direct messages the user. */
export const searchScope = ({ guildId, userId }: CommandContext): string => guildId ?? userId;

export interface StoredSearch {
  readonly searchId: number;
  readonly typed: string;
  /** Only papers since this day are searched. */
  readonly since: LocalDate | undefined;
  readonly sort: SearchSort;
  readonly page: number;
}

/** How many papers are listed that have some words only. */
const someWordsAtMost = 10 * searchPageLength;

/** How many papers are listed by their meaning. */
const aboutAtMost = 10 * searchPageLength;
/** How many papers are named that lack the words and whose meaning is near. */
const alsoAboutAtMost = 3;

/**
 * A page of the papers that a search finds. Where fewer papers than a page have all of its words, papers follow that have
 * some of them, and apart from these others whose meaning is near.
 * @throws UserError if the search cannot be read
 */
export async function searchStored(search: StoredSearch, context: Pick<CommandContext, 'store'>): Promise<SearchPage> {
  const { searchId, typed, since, sort, page } = search;
  const reading = readSearch(typed, context);
  const { topic, someWords, note } = reading;
  if (sort === 'meaning') return await searchByMeaning(search, reading, context);
  const offset = page * searchPageLength;
  const exact = await context.store.searchPapers({ topic, since, order: sort, offset, limit: searchPageLength });
  const asked = { searchId, topic, since, sort, page };
  const isEnough = exact.total >= searchPageLength || (sort === 'newest' && exact.total > 0);
  const wider = isEnough || exact.indexing !== undefined ? null : someWords;
  const wide = wider === null ? null : await searchWider(wider, search, context);
  if (wider === null || wide === null || wide.total <= exact.total) {
    const alsoAbout = isEnough || someWords === null ? [] : await findAlsoAbout(search, exact.papers, context);
    const notes = { asWords: note, withAllWords: null };
    return { ...asked, ...exact, papers: foundPapers(topic, exact), reading: notes, alsoAbout };
  }
  const notes = { asWords: note, withAllWords: exact.total };
  const total = Math.min(wide.total, someWordsAtMost);
  const alsoAbout = await findAlsoAbout(search, wide.papers, context);
  return { ...asked, sort: 'best', papers: foundPapers(wider, wide), total, reading: notes, alsoAbout };
}

/** A page of the papers that have some of the words. */
function searchWider(
  topic: Topic,
  { since, page }: StoredSearch,
  { store }: Pick<CommandContext, 'store'>,
): Promise<PaperPage> {
  const offset = page * searchPageLength;
  const limit = Math.max(0, Math.min(searchPageLength, someWordsAtMost - offset));
  return store.searchPapers({ topic, since, offset, limit });
}

/** @throws UserError if the host switched meaning off, or its table is damaged */
async function searchByMeaning(
  { searchId, typed, since, sort, page }: StoredSearch,
  { topic, someWords, note }: SearchReading,
  { store }: Pick<CommandContext, 'store'>,
): Promise<SearchPage> {
  if (store.meaning.version === null) throw noMeaning(store.meaning);
  const about = await store.papersAbout(typed, aboutAtMost, since);
  const offset = page * searchPageLength;
  const papers = about.slice(offset, offset + searchPageLength).map(({ paper }) => listedPaper(paper, topic));
  const isWithoutSigns = someWords === null && topic.root.kind !== 'about';
  const reading = { asWords: note, withAllWords: null, isWithoutSigns };
  return { searchId, topic, since, sort, page, papers, total: about.length, reading };
}

function noMeaning({ damage }: Meaning): UserError {
  const key = damage === null ? 'search.meaningOff' : 'search.meaningDamaged';
  return new UserError('no-meaning', (say) => say(key));
}

/** Papers about what was typed that the page does not show, on its first page. */
async function findAlsoAbout(
  { typed, since, page }: StoredSearch,
  shown: readonly Paper[],
  { store }: Pick<CommandContext, 'store'>,
) {
  const { table } = store.meaning;
  if (table === null || page > 0) return [];
  const ids = new Set(shown.map(({ id }) => id));
  const about = await store.papersAbout(typed, alsoAboutAtMost + searchPageLength + 8, since);
  return about
    .filter(({ paper, score }) => score >= table.defaultStrictness && !ids.has(paper.id))
    .slice(0, alsoAboutAtMost)
    .map(({ paper }) => listedPaper(paper, null));
}

/** A paper in a list, with the words in bold that a topic finds in it. */
export const listedPaper = (paper: Paper, topic: Topic | null): FoundPaper => ({
  paper,
  highlights: topic === null ? noHighlights : highlightsIn(paper, topic),
  snippet: null,
  duplicates: [],
});

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
