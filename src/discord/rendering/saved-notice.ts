import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import { button, customId, row } from './components.ts';
import type { Message } from './message.ts';
import { messageLimits, showToFit } from './message-limits.ts';
import { paperLine } from './paper-card.ts';

export interface SavedNotice {
  /** The papers that are new on the list. */
  readonly added: readonly Paper[];
  /** The papers that were on it before. */
  readonly already: readonly Paper[];
  /** The time by which the step can be undone. */
  readonly savedAt: Instant;
  /** How many papers are on the list now. */
  readonly total: number;
}

/** How many of the papers are named. The first number with which the notice fits into a message is used. */
const named = [5, 3, 1, 0];
/** Characters that are kept free for lines that follow, such as the papers that were not found. */
const reserve = 700;

/** What was saved, with a button that undoes it. For one paper that was saved before, a button removes it. */
export function savedNotice({ added, already, savedAt, total }: SavedNotice, say: Say): Message {
  const show = (most: number) =>
    [
      ...showSome(added, most, {
        one: (paper) => say('reading.savedOne', { paper }),
        some: (papers) => say('reading.savedSome', { papers }),
        more: (papers) => say('reading.andMore', { papers }),
      }),
      ...showSome(already, most, {
        one: (paper) => say('reading.alreadyOne', { paper }),
        some: (papers) => say('reading.alreadySome', { papers }),
        more: (papers) => say('reading.andMore', { papers }),
      }),
      `-# ${say('reading.total', { papers: total })}`,
    ].join('\n');
  const [only] = already;
  const isOneSavedBefore = added.length === 0 && already.length === 1 && only !== undefined;
  const buttons = [
    ...(added.length === 0 ? [] : [button(customId('unsave', savedAt), say('reading.undo'))]),
    ...(isOneSavedBefore ? removal(only, say) : []),
  ];
  return {
    content: showToFit(named, show, messageLimits.content - reserve),
    ...(buttons.length === 0 ? {} : { components: [row(...buttons)] }),
  };
}

/** Nothing for the rare paper whose id is too long for a button. */
function removal({ id }: Paper, say: Say) {
  const verb = 'drop-saved';
  return verb.length + 1 + id.length > messageLimits.customId
    ? []
    : [button(customId(verb, id), say('reading.remove'))];
}

interface Wordings {
  readonly one: (paper: string) => string;
  readonly some: (papers: number) => string;
  readonly more: (papers: number) => string;
}

/** One paper by its link, several as a list of which at most `most` are named. */
function showSome(papers: readonly Paper[], most: number, { one, some, more }: Wordings): readonly string[] {
  const [first] = papers;
  if (first === undefined) return [];
  if (papers.length === 1 && most > 0) return [one(paperLine(first))];
  const rest = papers.length - most;
  return [
    some(papers.length),
    ...papers.slice(0, most).map((paper) => `- ${paperLine(paper)}`),
    ...(rest > 0 && most > 0 ? [`- ${more(rest)}`] : []),
  ];
}
