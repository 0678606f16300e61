import type { MatchedTopic } from '../../digests/digest-item.ts';
import type { Say } from '../../language/say.ts';
import type { LocalDate } from '../../time.ts';
import { button, customId, row } from './components.ts';
import { escapeToFit } from './escape.ts';
import { describeFound, type FoundPaper } from './found-paper.ts';
import { embedColor, type Message } from './message.ts';

/** How many papers a page shows. They fit into one embed even if every text is as long as allowed. */
export const leftOutPageLength = 8;

/** A paper that a digest left out, and the topics that it matches. */
export interface LeftOutPaper extends FoundPaper {
  readonly matches: readonly MatchedTopic[];
}

export interface LeftOutPage {
  /** The nonce of the digest's first part. */
  readonly nonce: string;
  readonly date: LocalDate;
  /** Counted from 0. */
  readonly page: number;
  /** The place of the first paper of the page among those that matched. */
  readonly firstPlace: number;
  /** The papers of the page that are still stored. */
  readonly papers: readonly LeftOutPaper[];
  /** How many papers all pages have, and how many were left out. */
  readonly listed: number;
  readonly total: number;
}

/** How many characters of the topics, and of the reasons, are shown. */
const lengths = { topics: 60, why: 110 };

/** A page of the papers that matched and were over the maximum, with buttons for the other pages. */
export function leftOutPage(shown: LeftOutPage, say: Say): Message {
  const { nonce, page, firstPlace, papers, listed } = shown;
  const turn = (to: number, label: string) => button(customId('rest-page', nonce, to), label);
  const buttons = [
    ...(page > 0 ? [turn(page - 1, say('actions.previous'))] : []),
    ...((page + 1) * leftOutPageLength < listed ? [turn(page + 1, say('actions.next'))] : []),
  ];
  const list = papers.map(
    (found, index) => `${firstPlace + index}\\. ${describeFound(found, say)}${showReason(found, say)}`,
  );
  return {
    content: heading(shown, say),
    embeds: list.length === 0 ? [] : [{ description: list.join('\n'), color: embedColor }],
    ...(buttons.length === 0 ? {} : { components: [row(...buttons)] }),
  };
}

function heading({ date, papers, listed, total, page }: LeftOutPage, say: Say): string {
  const onPage = Math.min(leftOutPageLength, listed - page * leftOutPageLength);
  const gone = onPage - papers.length;
  return [
    say('actions.rest', { papers: total, day: say.date(date) }),
    ...(total > listed ? [`-# ${say('actions.restListed', { papers: listed })}`] : []),
    ...(gone > 0 ? [`-# ${say('actions.restGone', { papers: gone })}`] : []),
  ].join('\n');
}

function showReason({ matches }: LeftOutPaper, say: Say): string {
  if (matches.length === 0) return `\n-# ${say('actions.matchesNoMore')}`;
  const topics = escapeToFit(
    say.join(
      matches.map(({ canonical }) => canonical),
      'names',
    ),
    lengths.topics,
  );
  const [first] = matches;
  const why = escapeToFit(say.sayings(first?.why ?? []), lengths.why);
  return `\n-# ${say('actions.matches', { topics, why })}`;
}
