import { defaultLayout, type LayoutName } from '../../../digests/layout-name.ts';
import { cardsLayout } from './cards.ts';
import type { DigestMessage, Layout } from './layout.ts';
import { listLayout } from './list.ts';

/** The registry of layouts, by the name that a channel chooses. */
export const layouts: Readonly<Record<LayoutName, Layout>> = { cards: cardsLayout, list: listLayout };

/** The layout of a message that was frozen in the outbox, or null where it is not a message of a digest. */
export function layoutOfMessage(payload: unknown): Layout | null {
  if (!isDigestMessage(payload)) return null;
  return Object.values(layouts).find((layout) => layout.owns(payload)) ?? layouts[defaultLayout];
}

/** A message of a digest in the outbox has a text and embeds, in every layout. */
export const isDigestMessage = (payload: unknown): payload is DigestMessage =>
  typeof payload === 'object' && payload !== null && 'embeds' in payload && 'content' in payload;
