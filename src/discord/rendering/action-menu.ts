import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';
import { type LanguageName, languageNames } from '../../language/names.ts';
import { type Say, sayIn } from '../../language/say.ts';
import { memoByKey } from '../../memo.ts';
import type { PaperId } from '../../papers/paper.ts';
import { button, customId, row, select } from './components.ts';
import { messageLimits } from './message-limits.ts';

/** The paper actions, in the order of the menu. The area `actions` of the catalogue has the label and the hint of each. */
const actionNames = ['save', 'cite', 'similar', 'discuss', 'vote', 'more', 'less', 'why'] as const;

/** The name of a paper action. */
export type ActionName = (typeof actionNames)[number];

export type MessageRow = APIActionRowComponent<APIComponentInMessageActionRow>;

// All menus share their options: a morning makes thousands of them.
const menuIn = memoByKey(2 * languageNames.length, (key: string) => {
  const [language = '', votes] = key.split('/');
  const say = sayIn(language as LanguageName);
  const names = actionNames.filter((name) => name !== 'vote' || votes === 'votes');
  const options = names.map((value) => ({
    value,
    label: say(`actions.${value}`),
    description: say(`actions.${value}Hint`),
  }));
  return select('shared', say('actions.menu'), options);
});

/** @param hasVote whether people can vote for papers with it */
const menuRow = (id: string, { language }: Say, hasVote = false): MessageRow =>
  row({ ...menuIn(hasVote ? `${language}/votes` : language), custom_id: id });

/** What the components below a digest depend on. */
export interface DigestMenu {
  /** The nonce of the digest's first part, by which the digest is found again. */
  readonly nonce: string;
  /** How many papers it left out. */
  readonly leftOut: number;
  /** Whether its channel has a journal club. */
  readonly hasClub: boolean;
}

/**
 * The components below the last message of a digest: the menu of paper actions, a button where papers were left out, and a
 * button for votes where the channel has a journal club.
 */
export function digestComponents({ nonce, leftOut, hasClub }: DigestMenu, say: Say): MessageRow[] {
  const buttons = [
    ...(leftOut === 0 ? [] : [button(customId('show-rest', nonce), say('actions.showRest', { papers: leftOut }))]),
    ...(hasClub ? [button(customId('club-vote', nonce), say('actions.vote'))] : []),
  ];
  const menu = menuRow(customId('digest-actions', nonce), say, hasClub);
  return buttons.length === 0 ? [menu] : [menu, row(...buttons)];
}

/** A text that no label has. */
const place = '\u2400nonce\u2400';

/** The pieces of the JSON between the nonces, which all digests with as many papers left out share. */
const piecesIn = memoByKey(1_000, (key: string): readonly string[] => {
  const [language = '', leftOut, votes] = key.split('/');
  const menu = { nonce: place, leftOut: Number(leftOut), hasClub: votes === 'votes' };
  return JSON.stringify(digestComponents(menu, sayIn(language as LanguageName)))
    .slice(1, -1)
    .split(place);
});

/**
 * The JSON of `digestComponents` without its brackets. It is most of what a morning's messages have in common, so it is
 * written once.
 */
export const digestComponentsJson = ({ nonce, leftOut, hasClub }: DigestMenu, { language }: Say): string =>
  // Joining would copy the pieces.
  piecesIn(`${language}/${leftOut}${hasClub ? '/votes' : ''}`).reduce((json, piece) => json + nonce + piece);

/** The menu of paper actions below the card of one paper. Nothing for the rare paper whose id is too long for a menu. */
export function cardComponents(id: PaperId, say: Say): MessageRow[] {
  const verb = 'paper-actions';
  return verb.length + 1 + id.length > messageLimits.customId ? [] : [menuRow(customId(verb, id), say)];
}
