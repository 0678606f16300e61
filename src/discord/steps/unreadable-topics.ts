import type { Subscription } from '../../store/channels.ts';
import type { Store } from '../../store/store.ts';
import { parseCanonical } from '../../topics/language/parse.ts';
import { UserError } from '../errors.ts';

type ReadingStore = Pick<Store, 'meaning'>;

/** How many of the topics cannot be read, which can happen after an update of the bot, or with `MEANING=off`. */
export const countUnreadable = (subscriptions: readonly Subscription[], { meaning }: ReadingStore): number =>
  subscriptions.filter(({ topic }) => !parseCanonical(topic, meaning).ok).length;

/**
 * A channel of which no topic can be read has no digest.
 * @throws UserError if all of the channel's subscriptions are unreadable
 */
export function checkReadable(channelId: string, subscriptions: readonly Subscription[], store: ReadingStore): void {
  const unreadable = countUnreadable(subscriptions, store);
  if (unreadable === 0 || unreadable < subscriptions.length) return;
  const values = { channel: `<#${channelId}>`, n: unreadable };
  throw new UserError('unreadable-topics', (say) => say('errors.unreadableTopics', values));
}
