import type { Indexing } from '../../store/search-index.ts';
import type { Topic } from '../../topics/topic.ts';
import { button, customId, row } from './components.ts';
import { escapeToFit } from './escape.ts';
import { describeFound, type FoundPaper } from './found-paper.ts';
import { showIndexing } from './indexing-note.ts';
import { embedColor, type Message } from './message.ts';
import { count, showNumber } from './numbers.ts';
import { showTopic } from './subscription-preview.ts';
import { adviceFor } from './topic-advice.ts';

/** How many papers a page of search results shows. They fit into one embed even if every text is as long as allowed. */
export const searchPageLength = 8;

export type SearchSort = 'best' | 'newest' | 'meaning';

export interface SearchPage {
  /** The draft that holds the query. */
  readonly searchId: number;
  readonly topic: Topic;
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
  readonly asWords: string | null;
  /** If the results have some of the words only: how many papers have all of them. Null otherwise. */
  readonly withAllWords: number | null;
  /** Whether it has fields, exclusions or other signs that this search did not heed. */
  readonly isWithoutSigns?: boolean;
}

/** A page of stored papers that match, with buttons for the other pages. */
export function searchPage(search: SearchPage): Message {
  const { searchId, sort, page, papers, total, examined, listed, reading, indexing } = search;
  if (papers.length === 0)
    return { content: [nothingFound(search), ...readingNotes(reading)].join('\n'), embeds: alsoAboutEmbeds(search) };
  const first = page * searchPageLength;
  const isLast = first + papers.length >= Math.min(total, listed ?? total);
  const list = papers.map((result, index) => `${first + index + 1}\\. ${describeFound(result)}`);
  const buttons = [
    ...(page > 0 ? [button(customId('search-page', searchId, sort, page - 1), 'Previous')] : []),
    ...(isLast ? [] : [button(customId('search-page', searchId, sort, page + 1), 'Next')]),
  ];
  const notes = [
    ...readingNotes(reading),
    ...examinedNote(sort, examined),
    ...listedNote(sort, listed),
    ...indexingNote(indexing),
  ];
  return {
    content: [headline(search), ...notes].join('\n'),
    embeds: [{ description: list.join('\n\n'), color: embedColor }, ...alsoAboutEmbeds(search)],
    components: buttons.length > 0 ? [row(...buttons)] : [],
  };
}

/** Papers that lack the words, apart from those that have them. */
const alsoAboutEmbeds = ({ alsoAbout = [] }: SearchPage) =>
  alsoAbout.length === 0
    ? []
    : [
        {
          title: 'Also about this',
          description: alsoAbout.map((found) => `- ${describeFound(found)}`).join('\n'),
          color: embedColor,
        },
      ];

function headline(search: SearchPage): string {
  const { topic, total, examined, reading, indexing } = search;
  const shown = `**${showTopic(topic.canonical)}**`;
  if (search.sort === 'meaning')
    return `The ${total === 1 ? 'paper' : count(total, 'paper')} whose meaning is nearest to ${shown}${showPlace(search)}.`;
  const all = reading?.withAllWords ?? null;
  if (all === null) {
    const atLeast = examined === undefined && indexing === undefined ? '' : 'At least ';
    return `${atLeast}${count(total, 'paper')} on ${shown}${showPlace(search)}.`;
  }
  const having = all === 0 ? 'No paper has' : all === 1 ? '1 paper has' : `${showNumber(all)} papers have`;
  return `${having} all words of ${shown}. ${whichHave(all, total - all)} some of them${showPlace(search)}.`;
}

function whichHave(all: number, others: number): string {
  if (others === 1) return all === 0 ? 'This one has' : 'The other has';
  return all === 0 ? 'These have' : 'The others have';
}

/** Which results the page shows, and in which order: `: 9 to 16, best first`. Empty for a single result. */
function showPlace({ page, papers, total, sort }: SearchPage): string {
  const first = page * searchPageLength;
  const order = total === 1 ? '' : `, ${whichFirst[sort]} first`;
  return papers.length === total ? order : `: ${showNumber(first + 1)} to ${showNumber(first + papers.length)}${order}`;
}

const readingNotes = (reading: SearchNotes | undefined): readonly string[] => [
  ...(reading?.asWords == null ? [] : [`-# I read this as plain words. ${escapeToFit(reading.asWords, 300)}`]),
  ...(reading?.isWithoutSigns === true ? [withoutSigns] : []),
];

const withoutSigns =
  '-# Only the meaning of the words is compared: fields, exclusions and other signs have no effect. Leave `sort` out to use them.';

const whichFirst = { best: 'best', newest: 'newest', meaning: 'nearest' } as const satisfies Record<SearchSort, string>;

const examinedNote = (sort: SearchSort, examined: number | undefined): readonly string[] =>
  examined === undefined
    ? []
    : [
        `-# Too many papers could match, so only the ${whichFirst[sort]} ${showNumber(examined)} were looked at. Add a word to reach others.`,
      ];

const listedNote = (sort: SearchSort, listed: number | undefined): readonly string[] =>
  listed === undefined
    ? []
    : [`-# The ${whichFirst[sort]} ${showNumber(listed)} of them are listed. Add a word to reach others.`];

const indexingNote = (indexing: Indexing | undefined): readonly string[] =>
  indexing === undefined ? [] : [`-# ${showIndexing(indexing)}`];

function nothingFound({ topic, sort, page, examined, indexing }: SearchPage): string {
  const shown = showTopic(topic.canonical);
  if (page > 0) return 'There are no more papers. Run `/papers search` again.';
  if (sort === 'meaning')
    return `No stored paper is near in meaning to **${shown}**. Leave \`sort\` out to search for the words.`;
  if (indexing !== undefined) return `No paper that is indexed so far matches **${shown}**. ${showIndexing(indexing)}`;
  if (examined !== undefined) {
    return `None of the ${whichFirst[sort]} ${showNumber(examined)} papers that could match **${shown}** does. Add a word to reach others.`;
  }
  const advice = adviceFor(topic);
  const lines = [`No stored paper matches **${shown}**.`, ...(advice === null ? [] : [advice])];
  return `${lines.join(' ')} \`/papers help\` explains the topic language.`;
}
