import { type Destination, mostWebhooks } from '../digests/destination.ts';
import type { Clock } from '../ports.ts';
import { escapeSlack } from '../slack/escape.ts';
import { textMessage } from '../slack/message.ts';
import type { Webhooks } from '../slack/webhook.ts';
import type { Store } from '../store/store.ts';

/** The webhook that a person adds to a channel that they may manage. */
interface WebhookRequest {
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  /** What they typed. */
  readonly address: string;
  /** The first message there, in the language of the person. */
  readonly greeting: string;
}

type WebhookOutcome =
  | { readonly kind: 'added'; readonly destination: Destination }
  | { readonly kind: 'bad-address' | 'no-digest' | 'already' | 'full' }
  | { readonly kind: 'refused' | 'later'; readonly reason: string };

/** The webhooks of Slack that get the digests of channels. */
export interface SlackWebhooks {
  /** Adds a webhook, once Slack has taken a first message for it. */
  add(request: WebhookRequest): Promise<WebhookOutcome>;
}

export interface SlackWebhookTools {
  readonly webhooks: Webhooks;
  readonly store: Pick<Store, 'destinations' | 'subscriptions' | 'addDestination'>;
  readonly clock: Clock;
}

export const createSlackWebhooks = (tools: SlackWebhookTools): SlackWebhooks => ({
  async add(request) {
    const address = tools.webhooks.readUrl(request.address);
    if (address === null) return { kind: 'bad-address' };
    return (await refusal(request, address, tools)) ?? (await addAfterGreeting(request, address, tools));
  },
});

/** Why a webhook is not added, before anything is sent to it; null if it can be. */
async function refusal(
  { guildId, channelId }: WebhookRequest,
  address: string,
  { store }: SlackWebhookTools,
): Promise<WebhookOutcome | null> {
  if ((await store.subscriptions(guildId, channelId)).length === 0) return { kind: 'no-digest' };
  const known = (await store.destinations(channelId)).filter(({ kind }) => kind === 'slack');
  if (known.some((one) => one.address === address)) return { kind: 'already' };
  return known.length >= mostWebhooks ? { kind: 'full' } : null;
}

async function addAfterGreeting(
  { guildId, channelId, userId, greeting }: WebhookRequest,
  address: string,
  { store, webhooks, clock }: SlackWebhookTools,
): Promise<WebhookOutcome> {
  const outcome = await webhooks.send(address, textMessage(escapeSlack(greeting)));
  switch (outcome.kind) {
    case 'sent': {
      const destination = await store.addDestination({
        ...{ guildId, channelId, kind: 'slack', address, userId },
        at: clock(),
      });
      return destination === null ? { kind: 'already' } : { kind: 'added', destination };
    }
    case 'blocked':
    case 'rejected':
    case 'unauthorized':
      return { kind: 'refused', reason: outcome.reason };
    case 'retry':
    case 'uncertain':
      return { kind: 'later', reason: outcome.reason };
  }
}
