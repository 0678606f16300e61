import { Client, type Dispatcher } from 'undici';
import type { PostOutcome } from '../posting/poster.ts';
import type { SlackMessage } from './message.ts';
import type { Webhooks } from './webhook.ts';
import { outcomeOfAnswer, type WebhookAnswer } from './webhook-outcome.ts';
import { readWebhookUrl } from './webhook-url.ts';

export interface WebhooksOptions {
  /** Where webhooks are: `https://hooks.slack.com` */
  readonly base: string;
  readonly userAgent: string;
  /** The time for a whole request, in milliseconds. */
  readonly timeoutMs?: number;
}

const usualTimeoutMs = 30_000;

/** How much of an answer is read, in bytes. */
const answerBytes = 1_000;

/** Sends messages to incoming webhooks. Each message has a separate connection. Redirects are not followed. */
export const createWebhooks = ({ base, userAgent, timeoutMs = usualTimeoutMs }: WebhooksOptions): Webhooks => ({
  readUrl: (text) => readWebhookUrl(text, base),
  async send(address, message) {
    const url = readWebhookUrl(address, base);
    if (url === null) return { kind: 'blocked', reason: 'it is not the address of a webhook of Slack' };
    return await post(new URL(url), message, { userAgent, timeoutMs });
  },
});

async function post(
  { origin, pathname: path }: URL,
  message: SlackMessage,
  { userAgent, timeoutMs }: Required<Omit<WebhooksOptions, 'base'>>,
): Promise<PostOutcome> {
  const client = new Client(origin, { connectTimeout: timeoutMs });
  let isConnected = false;
  client.once('connect', () => {
    isConnected = true;
  });
  try {
    const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': userAgent };
    const signal = AbortSignal.timeout(timeoutMs);
    const request = { method: 'POST', path, headers, body: JSON.stringify(message), signal } as const;
    return outcomeOfAnswer(await readAnswer(await client.request(request)));
  } catch {
    // What was never connected cannot have sent anything. Errors can name the address, so none is shown.
    return isConnected
      ? { kind: 'uncertain', reason: 'Slack did not answer' }
      : { kind: 'retry', delayMs: 0, reason: 'Slack could not be reached', inDoubt: false };
  } finally {
    await client.destroy();
  }
}

async function readAnswer({ statusCode: status, headers, body }: Dispatcher.ResponseData): Promise<WebhookAnswer> {
  const seconds = /^\d{1,6}$/.exec(String(headers['retry-after'] ?? ''))?.[0];
  return { status, word: await readWord(body), retryAfterMs: seconds === undefined ? null : Number(seconds) * 1_000 };
}

/** Slack's word. A page of something else, or an answer that breaks off, has none: its status counts. */
async function readWord(body: Dispatcher.ResponseData['body']): Promise<string> {
  let text = '';
  try {
    for await (const chunk of body) {
      text += String(chunk);
      if (text.length > answerBytes) break;
    }
  } catch {
    return '';
  }
  return /^[a-z_]{2,60}$/.exec(text.trim())?.[0] ?? '';
}
