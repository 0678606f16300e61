import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import { button, customId, row } from './components.ts';
import type { Message } from './message.ts';
import { count, showNumber } from './numbers.ts';
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
export function savedNotice({ added, already, savedAt, total }: SavedNotice): Message {
  const lines = [
    ...(added.length === 0 ? [] : showSome('Saved', added)),
    ...(already.length === 0 ? [] : showSome('Already on your reading list:', already)),
    `-# ${count(total, 'paper')} on your reading list.`,
  ];
  const [only] = already;
  const buttons = [
    ...(added.length === 0 ? [] : [button(customId('unsave', savedAt), 'Undo')]),
    ...(added.length === 0 && already.length === 1 && only !== undefined ? removal(only) : []),
  ];
  return { content: lines.join('\n'), ...(buttons.length === 0 ? {} : { components: [row(...buttons)] }) };
}

/** Nothing for the rare paper whose id is too long for a button. */
const removal = ({ id }: Paper) => (id.length > 80 ? [] : [button(customId('drop-saved', id), 'Remove')]);

/** `Saved [Title](link)`, or a line for each paper. */
function showSome(what: string, papers: readonly Paper[]): readonly string[] {
  const [first] = papers;
  if (papers.length === 1 && first !== undefined) return [`${what} ${paperLine(first)}`];
  const rest = papers.length - named;
  return [
    `${what.replace(/:$/, '')}: ${count(papers.length, 'paper')}`,
    ...papers.slice(0, named).map((paper) => `- ${paperLine(paper)}`),
    ...(rest > 0 ? [`- and ${showNumber(rest)} more`] : []),
  ];
}
