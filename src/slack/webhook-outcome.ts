import type { PostOutcome } from '../posting/poster.ts';
import { minuteMs } from '../time.ts';

/** What Slack answered. */
export interface WebhookAnswer {
  readonly status: number;
  /** Slack's word for what happened, such as `no_service`; empty if it gave none. */
  readonly word: string;
  /** How long it wants to be left alone, in milliseconds; null if it does not say. */
  readonly retryAfterMs: number | null;
}

/** Words for a webhook or a channel that takes nothing until somebody acts. */
const blocking: Readonly<Record<string, string>> = {
  action_prohibited: 'an administrator of the workspace does not allow it',
  channel_is_archived: 'the channel in Slack is archived',
  channel_not_found: 'the channel in Slack is gone',
  invalid_token: 'the webhook is not valid any more',
  no_active_hooks: 'the webhook is turned off',
  no_service: 'the webhook was removed or turned off',
  no_service_id: 'the webhook was removed or turned off',
  no_team: 'the workspace is gone',
  posting_to_general_channel_denied: 'the workspace does not allow posts in this channel',
  team_disabled: 'the workspace is turned off',
  token_revoked: 'the webhook was revoked',
  user_not_found: 'the person for whom the webhook posts is gone',
};

/** How long to wait where Slack asks for patience and does not say how long. */
const usualWaitMs = minuteMs;

/**
 * The outcome of a message that Slack answered. After an answer of 5xx nobody knows whether it is there. Where Slack names
 * a time to try again, or did not get the whole message (408), it took nothing.
 */
export function outcomeOfAnswer({ status, word, retryAfterMs }: WebhookAnswer): PostOutcome {
  const said = word === '' ? `Slack answered ${status}` : `Slack answered ${status} ${word}`;
  if (status === 200) return { kind: 'sent', messageId: null, threadId: null };
  if (status === 429 || status === 408 || (status === 503 && retryAfterMs !== null))
    return { kind: 'retry', delayMs: retryAfterMs ?? usualWaitMs, reason: said, inDoubt: false };
  if (status >= 500) return { kind: 'uncertain', reason: said };
  const why = Object.hasOwn(blocking, word) ? blocking[word] : undefined;
  if (why !== undefined) return { kind: 'blocked', reason: `${why} (${said})` };
  return status === 400 || status === 413 ? { kind: 'rejected', reason: said } : { kind: 'blocked', reason: said };
}
