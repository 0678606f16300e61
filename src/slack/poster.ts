import type { DestinationPoster } from '../posting/poster.ts';
import { composeDigest, simplified } from './digest-messages.ts';
import type { SlackMessage } from './message.ts';
import type { Webhooks } from './webhook.ts';

/** Slack allows one message a second for each webhook. The parts of a digest go one after another. */
const messagesAtOnce = 4;

const notReadable = 'the bot was interrupted while it was sent, and a webhook shows no messages';

/**
 * Sends digests to Slack. A webhook cannot be read, so that a message is never sent twice: what may have arrived is
 * uncertain.
 */
export const createSlackPoster = (webhooks: Webhooks): DestinationPoster => ({
  compose: composeDigest,
  async post({ destination, payload, inDoubt }) {
    if (destination === null) return { kind: 'rejected', reason: 'its webhook was removed' };
    if (inDoubt) return { kind: 'uncertain', reason: notReadable };
    const message = payload as SlackMessage;
    const outcome = await webhooks.send(destination.address, message);
    if (outcome.kind !== 'rejected') return outcome;
    const simpler = simplified(message);
    return simpler === null ? outcome : { ...outcome, simpler };
  },
  find: async () => ({ kind: 'unreadable', reason: notReadable }),
  waitMs: () => 0,
  atOnce: messagesAtOnce,
});
