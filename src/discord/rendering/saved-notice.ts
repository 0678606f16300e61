import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import { button, customId, row } from './components.ts';
import type { Message } from './message.ts';
import { messageLimits } from './message-limits.ts';
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

/** How many of the papers are named. */
const named = 5;

/** What was saved, with a button that undoes it. For one paper that was saved before, a button removes it. */
export function savedNotice({ added, already, savedAt, total }: SavedNotice, say: Say): Message {
  const lines = [
    ...showSome(added, say, {
      one: (paper) => say('reading.savedOne', { paper }),
      some: (papers) => say('reading.savedSome', { papers }),
    }),
    ...showSome(already, say, {
      one: (paper) => say('reading.alreadyOne', { paper }),
      some: (papers) => say('reading.alreadySome', { papers }),
    }),
    `-# ${say('reading.total', { papers: total })}`,
  ];
  const [only] = already;
  const isOneSavedBefore = added.length === 0 && already.length === 1 && only !== undefined;
  const buttons = [
    ...(added.length === 0 ? [] : [button(customId('unsave', savedAt), say('reading.undo'))]),
    ...(isOneSavedBefore ? removal(only, say) : []),
  ];
  return { content: lines.join('\n'), ...(buttons.length === 0 ? {} : { components: [row(...buttons)] }) };
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
}

/** One paper by its link, several as a list. */
function showSome(papers: readonly Paper[], say: Say, { one, some }: Wordings): readonly string[] {
  const [first] = papers;
  if (first === undefined) return [];
  if (papers.length === 1) return [one(paperLine(first))];
  const rest = papers.length - named;
  return [
    some(papers.length),
    ...papers.slice(0, named).map((paper) => `- ${paperLine(paper)}`),
    ...(rest > 0 ? [`- ${say('reading.andMore', { papers: rest })}`] : []),
  ];
}
