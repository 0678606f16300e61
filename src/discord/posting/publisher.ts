import type { REST } from 'discord.js';
import { hourMs, minuteMs } from '../../time.ts';
import { Routes } from '../discord-js.ts';
import { isPublished, isUnknownChannel, isUnknownMessage, isUnpublishable, readFailure } from '../failures.ts';
import type { SendGate } from './send-gate.ts';

/**
 * How an attempt to publish a message ended.
 * - `published`: the servers that follow the channel have it, perhaps by an earlier attempt
 * - `impossible`: it will never be published
 */
export type PublishOutcome =
  | { readonly kind: 'published' }
  | { readonly kind: 'retry'; readonly delayMs: number; readonly reason: string }
  | { readonly kind: 'impossible'; readonly reason: string };

/** A message of an announcement channel. */
export interface PublishableMessage {
  readonly channelId: string;
  readonly messageId: string;
}

/** Publishes a message to the servers that follow its channel. It may be called again. Never throws. */
export async function publishMessage(
  { channelId, messageId }: PublishableMessage,
  rest: Pick<REST, 'post'>,
  gate: SendGate,
): Promise<PublishOutcome> {
  const waitMs = gate.waitMs();
  if (waitMs > 0) return { kind: 'retry', delayMs: waitMs, reason: 'Discord asked me to wait' };
  try {
    await rest.post(Routes.channelMessageCrosspost(channelId, messageId));
    return { kind: 'published' };
  } catch (error) {
    return isPublished(error) ? { kind: 'published' } : outcomeOf(error);
  }
}

function outcomeOf(error: unknown): PublishOutcome {
  if (isUnknownMessage(error)) return { kind: 'impossible', reason: 'the message was deleted' };
  if (isUnpublishable(error)) return { kind: 'impossible', reason: 'it was turned into another kind of channel' };
  const failure = readFailure(error);
  const { kind, reason } = failure;
  if (kind === 'rejected' || isUnknownChannel(error)) return { kind: 'impossible', reason };
  if (kind === 'retry') return { kind, delayMs: failure.delayMs, reason };
  // Someone may give the permission back, or set another token.
  return { kind: 'retry', delayMs: kind === 'blocked' ? hourMs : minuteMs, reason };
}
