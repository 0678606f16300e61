import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import { showPaperId } from '../../papers/paper-id.ts';
import type { ActionName } from './action-menu.ts';
import { button, customId, row, select } from './components.ts';
import { plainLine } from './escape.ts';
import type { Message } from './message.ts';
import { messageLimits } from './message-limits.ts';

export interface PaperPicker {
  readonly action: ActionName;
  readonly takes: 'one' | 'several';
  /** The nonce of the digest's first part. */
  readonly nonce: string;
  readonly date: string;
  readonly papers: readonly Paper[];
  /** Counted from 0. The last page is shown if this one does not exist. */
  readonly page: number;
}

/** How a paper is named in a menu: by its id, or where that is too long, by its place in the digest. */
export const paperValue = ({ id }: Paper, index: number): string =>
  id.length > messageLimits.selectText ? `#${index + 1}` : id;

/** A menu of a digest's papers, from which the ones for an action are picked, with buttons for more pages. */
export function paperPicker({ action, takes, nonce, date, papers, page }: PaperPicker, say: Say): Message {
  const perPage = messageLimits.selectOptions;
  const pages = Math.max(1, Math.ceil(papers.length / perPage));
  const current = Math.min(page, pages - 1);
  const options = papers.map((paper, index) => ({
    value: paperValue(paper, index),
    label: `${index + 1}. ${plainLine(paper.title) || showPaperId(paper)}`,
    description: [plainLine(paper.authors[0] ?? ''), showPaperId(paper)].filter((part) => part !== '').join(' · '),
  }));
  const shown = options.slice(current * perPage, (current + 1) * perPage);
  const hint = say(takes === 'one' ? 'actions.choosePaper' : 'actions.choosePapers');
  const menu = select(
    customId('digest-pick', nonce, action, current),
    hint,
    shown,
    takes === 'one' ? 1 : Math.max(1, shown.length),
  );
  const turn = (to: number, name: string) => button(customId('digest-page', nonce, action, to), name);
  const buttons = [
    ...(current > 0 ? [turn(current - 1, say('actions.previous'))] : []),
    ...(current < pages - 1 ? [turn(current + 1, say('actions.next'))] : []),
  ];
  const which = takes === 'one' ? 'actions.whichPaper' : 'actions.whichPapers';
  const question = say(which, { action: say(`actions.${action}`), day: say.date(date) });
  const place = pages > 1 ? [`-# ${say('actions.page', { page: current + 1, pages })}`] : [];
  return {
    content: [question, ...place].join('\n'),
    components: [row(menu), ...(buttons.length > 0 ? [row(...buttons)] : [])],
  };
}
