import type { LayoutName } from '../../../digests/layout-name.ts';
import { cardsLayout } from './cards.ts';
import { compactLayout } from './compact.ts';
import type { DigestMessage, Layout } from './layout.ts';
import { listLayout } from './list.ts';
import { threadLayout } from './thread.ts';

/** The registry of layouts, by the name that a channel chooses. */
export const layouts: Readonly<Record<LayoutName, Layout>> = {
  cards: cardsLayout,
  list: listLayout,
  thread: threadLayout,
  compact: compactLayout,
};

/** The label of each layout by its name: what `/digest settings layout` offers. */
export const layoutChoices = Object.fromEntries(
  Object.entries(layouts).map(([name, { label }]) => [name, label]),
) as Readonly<Record<LayoutName, string>>;

/**
 * The layout of a message that was frozen in the outbox. Null if the message is not of a digest. The outbox does not
 * store the name: exactly one layout owns each form of a message, also of messages that older versions froze.
 */
export function layoutOfMessage(payload: unknown): Layout | null {
  if (!isDigestMessage(payload)) return null;
  return Object.values(layouts).find((layout) => layout.owns(payload)) ?? null;
}

/** In every layout, a frozen message of a digest has a text and embeds, which may be empty. */
export const isDigestMessage = (payload: unknown): payload is DigestMessage =>
  typeof payload === 'object' && payload !== null && 'embeds' in payload && 'content' in payload;
