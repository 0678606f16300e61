import type { PostOutcome } from '../posting/poster.ts';
import type { SlackMessage } from './message.ts';

/** Incoming webhooks of Slack: an address each, to which one channel's messages are sent. The address is a secret. */
export interface Webhooks {
  /** The address of a webhook that a text states; null if it states none that messages may be sent to. */
  readUrl(text: string): string | null;
  /** Sends a message. Never throws: every failure is an outcome, and none names the address. */
  send(url: string, message: SlackMessage): Promise<PostOutcome>;
}
