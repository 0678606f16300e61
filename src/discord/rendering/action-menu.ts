import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';
import { type LanguageName, languageNames } from '../../language/names.ts';
import { type Say, sayIn } from '../../language/say.ts';
import { memoByKey } from '../../memo.ts';
import type { PaperId } from '../../papers/paper.ts';
import { button, customId, row, select } from './components.ts';
import { messageLimits } from './message-limits.ts';

/** The paper actions, in the order of the menu. The area `actions` of the catalogue has the label and the hint of each. */
const actionNames = ['save', 'similar', 'why'] as const;

/** The name of a paper action. */
export type ActionName = (typeof actionNames)[number];

export type MessageRow = APIActionRowComponent<APIComponentInMessageActionRow>;

// All menus share their options: a morning makes thousands of them.
const menuIn = memoByKey(languageNames.length, (language: LanguageName) => {
  const say = sayIn(language);
  const options = actionNames.map((value) => ({
    value,
    label: say(`actions.${value}`),
    description: say(`actions.${value}Hint`),
  }));
  return select('shared', say('actions.menu'), options);
});

const menuRow = (id: string, { language }: Say): MessageRow => row({ ...menuIn(language), custom_id: id });

/**
 * The components below the last message of a digest: the menu of paper actions, and a button where papers were left out.
 * @param nonce that of the digest's first part, by which the digest is found again
 */
export const digestComponents = (nonce: string, leftOut: number, say: Say): MessageRow[] => [
  menuRow(customId('digest-actions', nonce), say),
  ...(leftOut === 0 ? [] : [row(button(customId('show-rest', nonce), say('actions.showRest', { papers: leftOut })))]),
];

/** The menu of paper actions below the card of one paper. Nothing for the rare paper whose id is too long for a menu. */
export function cardComponents(id: PaperId, say: Say): MessageRow[] {
  const verb = 'paper-actions';
  return verb.length + 1 + id.length > messageLimits.customId ? [] : [menuRow(customId(verb, id), say)];
}
