import { createHash } from 'node:crypto';
import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import { showPaperId } from '../../papers/paper-id.ts';
import { noHighlights } from '../../topics/matching/highlights.ts';
import { button, customId, row, select } from './components.ts';
import { escapeToFit, plainLine } from './escape.ts';
import { describeFound } from './found-paper.ts';
import { embedColor, type Message } from './message.ts';
import { messageLimits, showToFit } from './message-limits.ts';
import { timestamp } from './time.ts';

/** A paper on the list, as the store has it. */
interface ListedSave {
  readonly paper: Paper;
  readonly savedAt: number;
  readonly note: string | null;
}

/** How many papers a page shows. */
export const savedPageLength = 8;

export interface SavedList {
  readonly papers: readonly ListedSave[];
  /** How many papers are on the list. */
  readonly total: number;
  /** Counted from 0. */
  readonly page: number;
  /** What was just done, shown above the list. `undo`: the paper that can be restored. */
  readonly notice?: { readonly text: string; readonly undo?: Paper };
}

/** The longest id that stands in a custom_id beside a verb and a page. */
const longestReference = 75;

/** How buttons name a paper on the list: by its id, or where that is too long, by a hash of it. */
export const savedReference = ({ id }: Pick<Paper, 'id'>): string =>
  id.length <= longestReference ? id : createHash('sha256').update(id).digest('base64url').slice(0, 22);

/** A page of a reading list, with menus to note on papers and to remove them, and buttons for the other pages. */
export function savedList({ papers, total, page, notice }: SavedList, say: Say): Message {
  const pages = Math.max(1, Math.ceil(total / savedPageLength));
  const lines = [
    ...(notice === undefined ? [] : [notice.text]),
    total === 0 ? say('reading.empty') : say('reading.list', { papers: total }),
    ...(pages > 1 ? [`-# ${say('reading.page', { page: page + 1, pages })}`] : []),
  ];
  const show = (limits: NoteLimits) => papers.map((saved, index) => showSaved(saved, index, limits)).join('\n');
  const showSaved = (saved: ListedSave, index: number, limits: NoteLimits) =>
    `${page * savedPageLength + index + 1}\\. ${describeSaved(saved, limits, say)}`;
  const list = showToFit(noteLimits, show, messageLimits.description);
  return {
    content: lines.join('\n'),
    embeds: list === '' ? [] : [{ description: list, color: embedColor }],
    components: [...menus(papers, page, say), ...buttons({ page, pages, notice }, say)],
  };
}

/** How many characters of a note are shown. The first limit that fits all notes into an embed is used. */
type NoteLimits = number;
const noteLimits: readonly NoteLimits[] = [400, 150, 60];

function describeSaved({ paper, savedAt, note }: ListedSave, limit: NoteLimits, say: Say): string {
  const found = describeFound({ paper, highlights: noHighlights, snippet: null, duplicates: [] }, say);
  const when = say('reading.savedWhen', { when: timestamp(savedAt, 'R') });
  const written = note === null ? '' : `\n${say('reading.note', { note: escapeToFit(note, limit) })}`;
  return `${found} · ${when}${written}`;
}

function menus(papers: readonly ListedSave[], page: number, say: Say) {
  if (papers.length === 0) return [];
  const options = papers.map(({ paper }) => ({
    value: savedReference(paper),
    label: plainLine(paper.title) || showPaperId(paper),
  }));
  return [
    row(select(customId('saved-note', page), say('reading.chooseNote'), options)),
    row(select(customId('saved-remove', page), say('reading.chooseRemove'), options)),
  ];
}

function buttons(
  { page, pages, notice }: { readonly page: number; readonly pages: number; readonly notice: SavedList['notice'] },
  say: Say,
) {
  const undo = notice?.undo;
  const shown = [
    ...(page > 0 ? [button(customId('saved-page', page - 1), say('reading.previous'))] : []),
    ...(page < pages - 1 ? [button(customId('saved-page', page + 1), say('reading.next'))] : []),
    // A hash names only papers that are on the list.
    ...(undo === undefined || undo.id !== savedReference(undo)
      ? []
      : [button(customId('restore-saved', page, undo.id), say('reading.undo'))]),
  ];
  return shown.length === 0 ? [] : [row(...shown)];
}
