import type { Paper } from '../../papers/paper.ts';
import { button, customId, row } from './components.ts';
import { escapeToFit } from './escape.ts';
import { embedColor, type Message } from './message.ts';
import { count, showNumber } from './numbers.ts';
import { paperLine, showFirstAuthor } from './paper-card.ts';
import { showTopic } from './subscription-preview.ts';

/** How many papers a page of search results shows: as many as fit into one embed with the longest titles. */
export const searchPageLength = 8;

export type SearchSort = 'best' | 'newest';

export interface SearchPage {
  /** The draft that holds the query. */
  readonly searchId: number;
  readonly topic: string;
  readonly sort: SearchSort;
  /** From 0. */
  readonly page: number;
  readonly papers: readonly Paper[];
  readonly total: number;
  /** Whether counting stopped: `total` match, and maybe more. */
  readonly isAtLeast: boolean;
}

/** A page of stored papers that match, a line or two each, and the way to other pages. */
export function searchPage(search: SearchPage): Message {
  const { searchId, topic, sort, page, papers, total } = search;
  if (papers.length === 0) return { content: nothingFound(search) };
  const first = page * searchPageLength;
  const isLast = first + papers.length >= total;
  const found = `${search.isAtLeast ? 'At least ' : ''}${count(total, 'paper')}`;
  const range = `${showNumber(first + 1)} to ${showNumber(first + papers.length)}, ${sort === 'best' ? 'best' : 'newest'} first`;
  const list = papers.map((paper, index) => `${first + index + 1}\\. ${paperLine(paper, 160)}${detail(paper)}`);
  const buttons = [
    ...(page > 0 ? [button(customId('search-page', searchId, sort, page - 1), 'Previous')] : []),
    ...(isLast ? [] : [button(customId('search-page', searchId, sort, page + 1), 'Next')]),
  ];
  return {
    content: `${found} on **${showTopic(topic)}**: ${range}.`,
    embeds: [{ description: list.join('\n'), color: embedColor }],
    components: buttons.length > 0 ? [row(...buttons)] : [],
  };
}

function detail(paper: Paper): string {
  const parts = [showFirstAuthor(paper.authors), paper.publishedAt?.slice(0, 10) ?? '', paper.categories[0] ?? ''];
  const text = parts.filter((part) => part !== '').join(' · ');
  return text === '' ? '' : `\n-# ${text}`;
}

function nothingFound({ topic, page }: SearchPage): string {
  if (page > 0) return 'There are no more papers. Run `/papers search` again.';
  return `No stored paper matches **${escapeToFit(topic, 300)}**. Every word must occur: use fewer words, or OR between them. \`/papers help\` tells the whole language.`;
}
