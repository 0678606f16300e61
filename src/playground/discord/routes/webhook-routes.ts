import { randomBytes } from 'node:crypto';
import { refusal } from '../api-error.ts';
import { Form, type JsonObject } from '../form.ts';
import { readMessage } from '../message-rules.ts';
import { type ApiAnswer, type ApiRequest, NO_CONTENT, ok, type Platform, type Route } from '../router.ts';
import type { World } from '../world.ts';
import { CHANNEL_TYPES, type Channel, MESSAGE_FLAGS, type Message, type Webhook } from '../world-shapes.ts';
import { need, needWritable, visibleChannel } from './access.ts';

/** The limit of webhooks in one channel. */
const MAX_PER_CHANNEL = 15;
const INCOMING = 1;
const FOLLOWER = 2;

const OF_CHANNEL = '/channels/{channel_id}/webhooks';
const BY_TOKEN = '/webhooks/{webhook_id}/{webhook_token}';

/** Webhooks of channels, and the following of announcement channels, which is a webhook too. */
export const WEBHOOK_ROUTES: readonly Route[] = [
  { method: 'GET', template: OF_CHANNEL, answer: listWebhooks },
  { method: 'POST', template: OF_CHANNEL, answer: createWebhook },
  { method: 'POST', template: '/channels/{channel_id}/followers', answer: follow },
  {
    method: 'GET',
    template: BY_TOKEN,
    open: true,
    answer: (request, { world }) => ok(describe(webhookOf(request, world))),
  },
  { method: 'DELETE', template: BY_TOKEN, open: true, answer: deleteWebhook },
];

function listWebhooks(request: ApiRequest, { world }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  need(world, channel, 50013, 'ManageWebhooks');
  return ok(webhooksOf(channel, world).map(describe));
}

function createWebhook(request: ApiRequest, { world }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  need(world, channel, 50013, 'ManageWebhooks');
  const form = new Form(request.body);
  const name = form.text('name', { min: 1, max: 80, required: true }) ?? '';
  if (/clyde|discord/i.test(name)) {
    form.refuse('name', 'USERNAME_INVALID_CONTAINS', 'Username cannot contain "clyde" or "discord"');
  }
  form.check();
  return ok(describe(addWebhook(world, channel, { type: INCOMING, name, sourceChannelId: null })));
}

function follow(request: ApiRequest, { world }: Platform): ApiAnswer {
  const source = visibleChannel(request, world);
  if (source.type !== CHANNEL_TYPES.announcement) throw refusal(50024);
  const form = new Form(request.body);
  const targetId = form.text('webhook_channel_id', { min: 1, max: 20, required: true }) ?? '';
  form.check();
  const target = world.channel(targetId);
  need(world, target, 50013, 'ManageWebhooks');
  const webhook = addWebhook(world, target, { type: FOLLOWER, name: source.name, sourceChannelId: source.id });
  return ok({ channel_id: source.id, webhook_id: webhook.id });
}

function addWebhook(world: World, channel: Channel, plan: Pick<Webhook, 'type' | 'name' | 'sourceChannelId'>): Webhook {
  if (webhooksOf(channel, world).length >= MAX_PER_CHANNEL) throw refusal(30007);
  const id = world.nextId();
  const webhook: Webhook = { ...plan, id, channelId: channel.id, token: randomBytes(51).toString('base64url') };
  world.webhooks.set(id, webhook);
  // The webhook is the author of its messages.
  world.users.set(id, { id, username: plan.name, bot: true, acceptsDirectMessages: false, hasInstalled: false });
  return webhook;
}

function deleteWebhook(request: ApiRequest, { world }: Platform): ApiAnswer {
  world.webhooks.delete(webhookOf(request, world).id);
  return NO_CONTENT;
}

/** Posts as a webhook: no nonce, no replies, and an answer only with `?wait=true`. */
export function executeWebhook(request: ApiRequest, { world, messages }: Platform): ApiAnswer {
  const webhook = webhookOf(request, world);
  const channel = world.channel(webhook.channelId);
  needWritable(world, channel);
  const draft = readMessage(request.body, { files: request.files });
  const kept = { ...draft, nonce: undefined, enforceNonce: false, replyTo: undefined };
  const flags = draft.flags & ~MESSAGE_FLAGS.ephemeral;
  const plan = { channel, authorId: webhook.id, draft: { ...kept, flags }, files: request.files };
  const message = messages.create(plan);
  return request.query.get('wait') === 'true' ? ok(messages.describe(message, webhook.id)) : NO_CONTENT;
}

/** A message that the webhook of the path has posted, or 10008. */
export function webhookMessage(request: ApiRequest, { world, messages }: Platform): Message {
  const webhook = webhookOf(request, world);
  const message = messages.find(world.channel(webhook.channelId), request.param('message_id'));
  if (message.authorId !== webhook.id) throw refusal(10008);
  return message;
}

/** Copies a crossposted message to every channel that follows its own. */
export function fanOut(message: Message, { world, messages }: Platform): void {
  const { content, embeds, components } = message.body;
  // A copy of a message of Components V2 is one too.
  const flags = message.body.flags & MESSAGE_FLAGS.componentsV2;
  for (const webhook of world.webhooks.values()) {
    const channel = world.channels.get(webhook.channelId);
    if (webhook.sourceChannelId !== message.channelId || channel === undefined) continue;
    const draft = readMessage(
      { content, embeds, components, flags },
      { files: message.body.attachments.map((file) => ({ ...file, key: file.id })) },
    );
    messages.create({ channel, authorId: webhook.id, draft, files: [], flags: MESSAGE_FLAGS.isCrosspost });
  }
}

/** The webhook of the path. Throws 10015 if it or its channel is gone, 50027 if the token is wrong. */
function webhookOf(request: ApiRequest, world: World): Webhook {
  const webhook = world.webhooks.get(request.param('webhook_id'));
  if (webhook === undefined || !world.channels.has(webhook.channelId)) throw refusal(10015);
  if (webhook.token !== request.param('webhook_token')) throw refusal(50027);
  return webhook;
}

function webhooksOf(channel: Channel, world: World): readonly Webhook[] {
  return [...world.webhooks.values()].filter((each) => each.channelId === channel.id);
}

function describe(webhook: Webhook): JsonObject {
  const { id, type, name, channelId, token } = webhook;
  const secret = type === INCOMING ? { token } : {};
  return { id, type, name, channel_id: channelId, avatar: null, application_id: null, ...secret };
}
