import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';
import type { PaperId } from '../../papers/paper.ts';
import { button, customId, row, type SelectOption, select } from './components.ts';
import { messageLimits } from './message-limits.ts';
import { showNumber } from './numbers.ts';

/** The texts of each paper action by its name, in the order of the menu. */
const actionTexts = {
  save: { label: 'Save', description: 'Put it on your reading list' },
  similar: { label: 'Similar', description: 'List the papers that are most like it' },
  why: { label: 'Why', description: 'Say why it is in the digest' },
} as const satisfies Readonly<Record<string, Omit<SelectOption, 'value'>>>;

/** The name of a paper action. */
export type ActionName = keyof typeof actionTexts;

const actionNames = Object.keys(actionTexts) as readonly ActionName[];

/** The name of an action as its menu shows it. */
export const actionLabel = (name: ActionName): string => actionTexts[name].label;

export type MessageRow = APIActionRowComponent<APIComponentInMessageActionRow>;

const placeholder = 'Paper actions…';

// All menus share their options: a morning makes thousands of them.
const { options } = select(
  'any',
  placeholder,
  actionNames.map((value) => ({ value, ...actionTexts[value] })),
);

const menuRow = (id: string): MessageRow => row({ ...select(id, placeholder, []), options });

/**
 * The components below the last message of a digest: the menu of paper actions, and a button where papers were left out.
 * @param nonce that of the digest's first part, by which the digest is found again
 */
export const digestComponents = (nonce: string, leftOut: number): MessageRow[] => [
  menuRow(customId('digest-actions', nonce)),
  ...(leftOut === 0 ? [] : [row(button(customId('show-rest', nonce), `Show the rest (${showNumber(leftOut)})`))]),
];

/** The menu of paper actions below the card of one paper. Nothing for the rare paper whose id is too long for a menu. */
export const cardComponents = (id: PaperId): MessageRow[] => {
  const verb = 'paper-actions';
  return verb.length + 1 + id.length > messageLimits.customId ? [] : [menuRow(customId(verb, id))];
};
