import type { PublishOutcome } from '../discord/posting/publisher.ts';
import type { Clock, Instant, Logger } from '../ports.ts';
import type { DuePublication, PublicationSettlement } from '../store/publications.ts';
import type { Store } from '../store/store.ts';
import { dayMs, minuteMs } from '../time.ts';

export interface PublishTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** Publishes a message to the servers that follow its channel. A second call does no harm. */
  readonly publish: (message: DuePublication) => Promise<PublishOutcome>;
}

const messagesAtOnce = 200;
/** How long a publication is tried after its message was posted. */
const patienceMs = dayMs;
/** The least time between two attempts. */
const pauseMs = minuteMs;

/**
 * Publishes the posted messages of announcement channels: channels side by side, and the messages of a channel in order.
 * Discord limits this tightly, so what it defers waits in the store. No delivery depends on it, and a crash costs only
 * time, because a message is published once however often it is asked for.
 */
export async function publishDue(tools: PublishTools, signal: AbortSignal): Promise<void> {
  const { store, clock } = tools;
  for (;;) {
    const due = await store.duePublications(clock(), messagesAtOnce);
    const channels = [...Map.groupBy(due, ({ channelId }) => channelId).values()];
    await Promise.all(channels.map((messages) => publishChannel(messages, tools, signal)));
    if (due.length < messagesAtOnce || signal.aborted) return;
  }
}

async function publishChannel(
  messages: readonly DuePublication[],
  tools: PublishTools,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock } = tools;
  const ended: { readonly message: DuePublication; readonly settlement: PublicationSettlement }[] = [];
  let deferred: Extract<PublishOutcome, { kind: 'retry' }> | null = null;
  for (const message of messages) {
    if (signal.aborted) break;
    // If Discord deferred one message of the channel, it would defer the others as well.
    const outcome: PublishOutcome | null = message.isWanted ? (deferred ?? (await tools.publish(message))) : null;
    if (outcome?.kind === 'retry') deferred = outcome;
    const settlement = settlementOf(outcome, message, clock());
    await store.settlePublication(message.deliveryId, settlement);
    ended.push({ message, settlement });
  }
  logEnded(ended, tools.log);
}

/** @param outcome null if the channel no longer publishes */
function settlementOf(outcome: PublishOutcome | null, { sentAt }: DuePublication, now: Instant): PublicationSettlement {
  if (outcome === null) return { state: 'cancelled' };
  if (outcome.kind === 'published') return { state: 'published' };
  const { reason } = outcome;
  if (outcome.kind === 'impossible' || now - sentAt > patienceMs) return { state: 'given-up', reason };
  return { state: 'waiting', dueAt: now + Math.max(pauseMs, Math.min(outcome.delayMs, patienceMs)), reason };
}

/** Logs one line for each outcome of a channel's messages, not one a message. */
function logEnded(
  ended: readonly { readonly message: DuePublication; readonly settlement: PublicationSettlement }[],
  log: Logger,
): void {
  for (const [state, group] of Map.groupBy(ended, ({ settlement }) => settlement.state)) {
    const [first] = group;
    if (first === undefined) continue;
    const { channelId, guildId, date } = first.message;
    const fields = { event: `publication.${state}`, channelId, guildId, date, messages: group.length };
    const why = 'reason' in first.settlement ? { reason: first.settlement.reason } : {};
    const level = state === 'given-up' ? 'warn' : 'info';
    log[level]({ ...fields, ...why }, `digest of ${date} for ${channelId}: publication ${state}`);
  }
}
