import { type ComponentView, flatComponents, type MessageView } from '../../src/playground/discord/message-view.ts';

/** Discord's numbers for a section and a text. */
const displayTypes = [9, 10];

/** The displays of a message of components: its header, its papers, and its foot. */
export const displaysIn = (message: MessageView | undefined): readonly ComponentView[] =>
  (message?.components ?? []).filter(({ type }) => displayTypes.includes(type));

/** All texts of a message: its content, or those of its components. */
export const textIn = (message: MessageView | undefined): string =>
  [message?.content ?? '', ...flatComponents(message?.components ?? []).map(({ content = '' }) => content)]
    .filter((text) => text !== '')
    .join('\n');

/** The pages of the papers of a compact message, in order. */
export const papersIn = (message: MessageView): readonly string[] =>
  textIn(message)
    .split('\n')
    .flatMap((line) => /^\[.*\]\((https:\S+)\)/.exec(line)?.[1] ?? []);
