import { cardsLayout } from './cards.ts';
import { type DigestMessage, type Layout, lastLine, type SimplerMessage } from './layout.ts';

/** A thread: the header stands in the channel, and the cards of the papers in a thread that starts there. */
export const threadLayout: Layout = {
  label: 'Thread: a header here, the cards in its thread',
  pack: (items, options) => [{ lines: [], cards: [] }, ...cardsLayout.pack(items, options)],
  // In a forum each digest is a post, and its messages are cards.
  owns: ({ thread }) => thread?.opens === 'thread',
  simplify: (message, fields) =>
    message.embeds.length === 0 ? simplifyHeader(message) : cardsLayout.simplify(message, fields),
  links: cardsLayout.links,
};

/** The header becomes its reference, below which the thread starts all the same. Null if that was done before. */
function simplifyHeader(message: DigestMessage): SimplerMessage | null {
  const content = lastLine(message.content);
  return content === message.content ? null : { message: { ...message, content }, leftOut: [] };
}
