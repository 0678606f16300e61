import type { Paper } from '../../papers/paper.ts';
import type { Indexing } from '../../store/search-index.ts';
import type { PaperPage } from '../../store/store.ts';
import type { Highlights } from '../../topics/matching/highlights.ts';
import type { Topic } from '../../topics/topic.ts';
import { button, customId, row } from './components.ts';
import { nameDuplicates } from './duplicates.ts';
import { highlightToFit } from './highlight.ts';
import { showIndexing } from './indexing-note.ts';
import { embedColor, type Message } from './message.ts';
import { count, showNumber } from './numbers.ts';
import { paperLine, showFirstAuthor } from './paper-card.ts';
import { statusWord } from './paper-status.ts';
import { showTopic } from './subscription-preview.ts';
import { adviceFor } from './topic-advice.ts';

/** How many papers a page of search results shows. They fit into one embed even if every text is as long as allowed. */
export const searchPageLength = 8;

/** How many characters of a result are shown. */
const lengths = { title: 130, snippet: 180 };

/** A paper, with the places that match the query. */
interface FoundPaper {
  readonly paper: Paper;
  readonly highlights: Highlights;
  /** The part of the abstract that matches; null if the abstract does not match. */
  readonly snippet: PaperPage['snippets'][number];
  readonly duplicates: PaperPage['duplicates'][number];
}

export type SearchSort = 'best' | 'newest';

export interface SearchPage {
  /** The draft that holds the query. */
  readonly searchId: number;
  readonly topic: Topic;
  readonly sort: SearchSort;
  /** Counted from 0. */
  readonly page: number;
  readonly papers: readonly FoundPaper[];
  readonly total: number;
  /** How many of the newest candidates were ranked, if there were too many for all. Null if all were ranked. */
  readonly newestRanked: number | null;
  /** How far the search index is, if it is being filled again; null if every paper was searched. */
  readonly indexing: Indexing | null;
}

/** A page of stored papers that match, with buttons for the other pages. */
export function searchPage(search: SearchPage): Message {
  const { searchId, topic, sort, page, papers, total, newestRanked, indexing } = search;
  if (papers.length === 0) return { content: nothingFound(search) };
  const first = page * searchPageLength;
  const isLast = first + papers.length >= total;
  const found = `${newestRanked === null && indexing === null ? '' : 'At least '}${count(total, 'paper')}`;
  const list = papers.map((listed, index) => `${first + index + 1}\\. ${describe(listed)}`);
  const buttons = [
    ...(page > 0 ? [button(customId('search-page', searchId, sort, page - 1), 'Previous')] : []),
    ...(isLast ? [] : [button(customId('search-page', searchId, sort, page + 1), 'Next')]),
  ];
  return {
    content: `${found} on **${showTopic(topic.canonical)}**${showPlace(search)}.${rankedNote(newestRanked)}${indexingNote(indexing)}`,
    embeds: [{ description: list.join('\n\n'), color: embedColor }],
    components: buttons.length > 0 ? [row(...buttons)] : [],
  };
}

/** Which results the page shows, and in which order: `: 9 to 16, best first`. Empty for a single result. */
function showPlace({ page, papers, total, sort }: SearchPage): string {
  const first = page * searchPageLength;
  const order = total === 1 ? '' : `, ${sort} first`;
  return papers.length === total ? order : `: ${showNumber(first + 1)} to ${showNumber(first + papers.length)}${order}`;
}

function describe({ paper, highlights, snippet, duplicates }: FoundPaper): string {
  const facts = [
    statusWord(paper),
    showFirstAuthor(paper.authors),
    paper.publishedAt?.slice(0, 10) ?? '',
    paper.categories[0] ?? '',
    duplicates.length === 0 ? '' : `also as ${nameDuplicates(duplicates)}`,
  ];
  const lines = [
    facts.filter((part) => part !== '').join(' · '),
    snippet === null ? '' : highlightToFit(snippet.text, snippet.marks, lengths.snippet),
  ];
  const small = lines.filter((line) => line !== '').map((line) => `\n-# ${line}`);
  return `${paperLine(paper, highlights, lengths.title)}${small.join('')}`;
}

const rankedNote = (newestRanked: number | null): string =>
  newestRanked === null
    ? ''
    : `\n-# Too many papers could match, so only the newest ${showNumber(newestRanked)} were looked at. Add a word to reach older ones.`;

const indexingNote = (indexing: Indexing | null): string => (indexing === null ? '' : `\n-# ${showIndexing(indexing)}`);

function nothingFound({ topic, page, newestRanked, indexing }: SearchPage): string {
  const shown = showTopic(topic.canonical);
  if (page > 0) return 'There are no more papers. Run `/papers search` again.';
  if (indexing !== null) return `No paper that is indexed so far matches **${shown}**. ${showIndexing(indexing)}`;
  if (newestRanked !== null) {
    return `None of the newest ${showNumber(newestRanked)} papers that could match **${shown}** does. Add a word to reach older ones.`;
  }
  const advice = adviceFor(topic);
  const lines = [`No stored paper matches **${shown}**.`, ...(advice === null ? [] : [advice])];
  return `${lines.join(' ')} \`/papers help\` explains the topic language.`;
}
