import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';
import { type LanguageName, languageNames } from '../../language/names.ts';
import { type Say, sayIn } from '../../language/say.ts';
import { memoByKey } from '../../memo.ts';
import type { PaperId } from '../../papers/paper.ts';
import { button, customId, row, select } from './components.ts';
import { messageLimits } from './message-limits.ts';

/** The paper actions, in the order of the menu. The area `actions` of the catalogue has the label and the hint of each. */
const actionNames = ['save', 'cite', 'similar', 'discuss', 'more', 'less', 'why'] as const;

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

/** What the components below a digest depend on. */
export interface DigestMenu {
  /** The nonce of the digest's first part, by which the digest is found again. */
  readonly nonce: string;
  /** How many papers it left out. */
  readonly leftOut: number;
}

/** The components below the last message of a digest: the menu of paper actions, and a button where papers were left out. */
export const digestComponents = ({ nonce, leftOut }: DigestMenu, say: Say): MessageRow[] => [
  menuRow(customId('digest-actions', nonce), say),
  ...(leftOut === 0 ? [] : [row(button(customId('show-rest', nonce), say('actions.showRest', { papers: leftOut })))]),
];

/** A text that no label has. */
const place = '\u2400nonce\u2400';

/** The pieces of the JSON between the nonces, which all digests with as many papers left out share. */
const piecesIn = memoByKey(1_000, (key: string): readonly string[] => {
  const [language = '', leftOut] = key.split('/');
  const menu = { nonce: place, leftOut: Number(leftOut) };
  return JSON.stringify(digestComponents(menu, sayIn(language as LanguageName)))
    .slice(1, -1)
    .split(place);
});

/**
 * The JSON of `digestComponents` without its brackets. It is most of what a morning's messages have in common, so it is
 * written once.
 */
export const digestComponentsJson = ({ nonce, leftOut }: DigestMenu, { language }: Say): string =>
  piecesIn(`${language}/${leftOut}`).join(nonce);

/** The menu of paper actions below the card of one paper. Nothing for the rare paper whose id is too long for a menu. */
export function cardComponents(id: PaperId, say: Say): MessageRow[] {
  const verb = 'paper-actions';
  return verb.length + 1 + id.length > messageLimits.customId ? [] : [menuRow(customId(verb, id), say)];
}
