import { yieldTurn } from '../cooperate.ts';
import { defaultSchedule } from '../digests/schedule.ts';
import type { Clock, Logger } from '../ports.ts';
import type { Subscription } from '../store/channels.ts';
import type { Store } from '../store/store.ts';
import { parseCanonical } from '../topics/language/parse.ts';

export interface StoredTopicsTools {
  readonly store: Pick<Store, 'guilds' | 'subscriptions' | 'subscribe' | 'meaning'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Reads every stored topic once after a start, because another version of the bot may have stored it. A topic that is
 * now written in another way is stored so, unless the channel has that one already. One that cannot be read is logged;
 * `/subscriptions` shows it as well.
 */
export function createStoredTopicsCheck(tools: StoredTopicsTools): (signal: AbortSignal) => Promise<void> {
  let isDone = false;
  return async (signal) => {
    if (isDone) return;
    for (const guildId of await tools.store.guilds()) {
      if (signal.aborted) return;
      for (const subscription of await tools.store.subscriptions(guildId)) await check(subscription, tools);
      await yieldTurn();
    }
    isDone = true;
  };
}

async function check(subscription: Subscription, { store, clock, log }: StoredTopicsTools): Promise<void> {
  const { id, guildId, channelId, topic: text, createdBy } = subscription;
  const fields = { subscriptionId: id, guildId, channelId, topic: text };
  const parsed = parseCanonical(text, store.meaning);
  if (!parsed.ok) {
    const { message } = parsed.error;
    log.warn({ event: 'topic.unreadable', ...fields, reason: message }, `a stored topic cannot be read: ${message}`);
    return;
  }
  const { topic } = parsed;
  if (topic.canonical === text) return;
  const at = clock();
  // Nothing is created, so the defaults are not used: a subscription that was removed meanwhile is over the cap of 0.
  const unused = { schedule: defaultSchedule, maxPapers: 1, language: 'en' as const, nextDigestAt: at };
  const { kind } = await store.subscribe({
    guildId,
    channelId,
    topic,
    userId: createdBy,
    at,
    replaces: id,
    replacedTopic: text,
    defaults: unused,
    cap: 0,
  });
  if (kind !== 'edited') return;
  log.info(
    { event: 'topic.rewritten', ...fields, canonical: topic.canonical },
    'a stored topic is now written in another way',
  );
}
