import type { Say } from '../../language/say.ts';
import type { Saying } from '../../language/saying.ts';
import type { Indexing } from '../../store/search-index.ts';
import type { LocalDate } from '../../time.ts';
import type { Topic } from '../../topics/topic.ts';
import { button, customId, row } from './components.ts';
import { escapeToFit } from './escape.ts';
import { describeFound, type FoundPaper } from './found-paper.ts';
import { showIndexing } from './indexing-note.ts';
import { embedColor, type Message } from './message.ts';
import { showTopic } from './subscription-preview.ts';
import { adviceFor } from './topic-advice.ts';

/** How many papers a page of search results shows. They fit into one embed even if every text is as long as allowed. */
export const searchPageLength = 8;

export type SearchSort = 'best' | 'newest' | 'meaning';

export interface SearchPage {
  /** The draft that holds the query. */
  readonly searchId: number;
  readonly topic: Topic;
  /** Only papers since this day were searched. */
  readonly since: LocalDate | undefined;
  readonly sort: SearchSort;
  /** Counted from 0. */
  readonly page: number;
  readonly papers: readonly FoundPaper[];
  readonly total: number;
  /** How many of the papers that could match were examined, if not all were; see `PaperPage`. */
  readonly examined?: number | undefined;
  /** How many of the matches can be listed, if not all can. */
  readonly listed?: number | undefined;
  /** How the search was read, if that may surprise. */
  readonly reading?: SearchNotes | undefined;
  /** Other papers whose meaning is near. */
  readonly alsoAbout?: readonly FoundPaper[] | undefined;
  /** How far the search index is, if it is being filled again. */
  readonly indexing?: Indexing | undefined;
}

/** How a search was read and answered. */
interface SearchNotes {
  /** Why it was read as plain words, if it has signs of a query. */
  readonly asWords: Saying | null;
  /** If the results have some of the words only: how many papers have all of them. Null otherwise. */
  readonly withAllWords: number | null;
  /** Whether it has fields, exclusions or other signs that this search did not heed. */
  readonly isWithoutSigns?: boolean;
}

/** Whether the page on screen can be posted in the channel. It is `shared` once it was. */
export type Sharing = 'impossible' | 'possible' | 'shared';

/** A page of stored papers that match, with buttons for the other pages, and one that shares this page. */
export function searchPage(search: SearchPage, sharing: Sharing, say: Say): Message {
  if (search.papers.length === 0)
    return {
      content: [...nothingFound(search, say), ...readingNotes(search.reading, say)].join('\n'),
      embeds: alsoAboutEmbeds(search, say),
    };
  const { content, embeds } = results(search, say);
  const buttons = [
    ...pageButtons(search, say),
    ...(sharing === 'possible' ? [button(buttonId('search-share', search, search.page), say('search.share'))] : []),
  ];
  return {
    content: [content, ...(sharing === 'shared' ? [say('search.shared')] : [])].join('\n'),
    embeds,
    components: buttons.length > 0 ? [row(...buttons)] : [],
  };
}

/** The same page for everybody in the channel. It has no buttons. */
export function sharedSearchPage(search: SearchPage, userId: string, say: Say): Message {
  const { content, embeds } = results(search, say);
  const sharedBy = say('search.sharedBy', { person: `<@${userId}>`, topic: showTopic(search.topic.canonical) });
  return { content: `${sharedBy}\n${content}`, embeds };
}

function results(search: SearchPage, say: Say) {
  const first = search.page * searchPageLength;
  const list = search.papers.map((result, index) => `${first + index + 1}\\. ${describeFound(result, say)}`);
  return {
    content: [headline(search, say), ...notesBelow(search, say)].join('\n'),
    embeds: [{ description: list.join('\n\n'), color: embedColor }, ...alsoAboutEmbeds(search, say)],
  };
}

function pageButtons(search: SearchPage, say: Say) {
  const { page, papers, total, listed } = search;
  const isLast = page * searchPageLength + papers.length >= Math.min(total, listed ?? total);
  return [
    ...(page > 0 ? [button(buttonId('search-page', search, page - 1), say('search.previous'))] : []),
    ...(isLast ? [] : [button(buttonId('search-page', search, page + 1), say('search.next'))]),
  ];
}

/** The custom_id of a button that is about a page of the same search. */
const buttonId = (verb: string, { searchId, sort, since }: SearchPage, page: number): string =>
  customId(verb, searchId, sort, page, ...(since === undefined ? [] : [since]));

/** What to know about the results. */
function notesBelow({ since, sort, examined, listed, reading, indexing }: SearchPage, say: Say): readonly string[] {
  const order = orders[sort];
  return [
    ...sinceNote(since, say),
    ...readingNotes(reading, say),
    ...(examined === undefined ? [] : [say('search.examined', { order, n: examined })]),
    ...(listed === undefined ? [] : [say('search.listed', { order, n: listed })]),
    ...(indexing === undefined ? [] : [say('search.small', { text: showIndexing(indexing, say) })]),
  ];
}

const sinceNote = (since: LocalDate | undefined, say: Say): readonly string[] =>
  since === undefined ? [] : [say('search.since', { since })];

/** Papers that lack the words, apart from those that have them. */
const alsoAboutEmbeds = ({ alsoAbout = [] }: SearchPage, say: Say) =>
  alsoAbout.length === 0
    ? []
    : [
        {
          title: say('search.alsoAbout'),
          description: alsoAbout.map((found) => `- ${describeFound(found, say)}`).join('\n'),
          color: embedColor,
        },
      ];

function headline(search: SearchPage, say: Say): string {
  const { total: n, examined, reading, indexing } = search;
  const values = { topic: showTopic(search.topic.canonical), place: showPlace(search, say) };
  if (search.sort === 'meaning')
    return n === 1 ? say('search.nearestOne', values) : say('search.nearest', { ...values, n });
  const all = reading?.withAllWords ?? null;
  if (all === null) {
    const isAll = examined === undefined && indexing === undefined;
    return say(isAll ? 'search.found' : 'search.foundAtLeast', { ...values, n });
  }
  if (all === 0) return say('search.wordsNone', { ...values, others: n });
  return say('search.wordsSome', { ...values, all, others: n - all });
}

/** Which results the page shows, and in which order: `: 9 to 16, best first`. Empty for a single result. */
function showPlace({ page, papers, total, sort }: SearchPage, say: Say): string {
  const first = page * searchPageLength;
  const order = total === 1 ? '' : say('search.order', { order: orders[sort] });
  if (papers.length === total) return order;
  return say('search.range', { from: first + 1, to: first + papers.length, order });
}

const readingNotes = (reading: SearchNotes | undefined, say: Say): readonly string[] => [
  ...(reading?.asWords == null
    ? []
    : [say('search.asWords', { reason: escapeToFit(say.saying(reading.asWords), 300) })]),
  ...(reading?.isWithoutSigns === true ? [say('search.withoutSigns')] : []),
];

const orders = { best: 'other', newest: 'newest', meaning: 'nearest' } as const satisfies Record<SearchSort, string>;

/** Why the page is empty, and what to do. */
function nothingFound(search: SearchPage, say: Say): readonly string[] {
  const { topic, since, page, examined, indexing } = search;
  if (page > 0) return [say('search.noMore')];
  const areAllRead = examined === undefined && indexing === undefined;
  if (since !== undefined && areAllRead) return [say('search.noneSince', { topic: showTopic(topic.canonical), since })];
  return [noneStored(search, say), ...sinceNote(since, say)];
}

function noneStored({ topic: asked, sort, examined, indexing }: SearchPage, say: Say): string {
  const topic = showTopic(asked.canonical);
  if (sort === 'meaning') return say('search.noneNear', { topic });
  if (indexing !== undefined) return say('search.noneIndexed', { topic, indexing: showIndexing(indexing, say) });
  if (examined !== undefined) return say('search.noneExamined', { topic, order: orders[sort], n: examined });
  const advice = adviceFor(asked, say);
  return advice === null ? say('search.none', { topic }) : say('search.noneAdvice', { topic, advice });
}
