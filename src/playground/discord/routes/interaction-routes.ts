import { refusal } from '../api-error.ts';
import { checkChoiceForms } from '../command-words.ts';
import { Form, isObject } from '../form.ts';
import { INTERACTION_TYPES, type Interaction } from '../interactions.ts';
import { PING_EVERYBODY } from '../mentions.ts';
import { type MessageDraft, readMessage } from '../message-rules.ts';
import { checkModal } from '../modal-rules.ts';
import { allows } from '../permissions.ts';
import { type ApiAnswer, type ApiRequest, NO_CONTENT, ok, type Platform, type Route } from '../router.ts';
import type { World } from '../world.ts';
import { MESSAGE_FLAGS, type Message } from '../world-shapes.ts';
import { executeWebhook, webhookMessage } from './webhook-routes.ts';

const REPLY = 4;
const DEFER = 5;
const DEFER_UPDATE = 6;
const UPDATE = 7;
const CHOICES = 8;
const MODAL = 9;

const NOTHING: MessageDraft = {
  content: undefined,
  embeds: undefined,
  components: undefined,
  attachments: undefined,
  flags: 0,
  nonce: undefined,
  enforceNonce: false,
  replyTo: undefined,
  failIfReplyMissing: true,
  pings: PING_EVERYBODY,
};

/** `@original`, or a follow-up's id. */
const ANSWER = '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}';

/** Answers to interactions: the callback, which comes once and in time, and the follow-ups by token. */
export const INTERACTION_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    template: '/interactions/{interaction_id}/{interaction_token}/callback',
    open: true,
    answer: callback,
  },
  { method: 'POST', template: '/webhooks/{webhook_id}/{webhook_token}', open: true, answer: followUp },
  { method: 'GET', template: ANSWER, open: true, answer: getAnswer },
  { method: 'PATCH', template: ANSWER, open: true, answer: editAnswer },
  { method: 'DELETE', template: ANSWER, open: true, answer: deleteAnswer },
];

function callback(request: ApiRequest, platform: Platform): ApiAnswer {
  const { interactions, messages } = platform;
  const interaction = interactions.unanswered(request.param('interaction_id'), request.param('interaction_token'));
  const form = new Form(request.body);
  const type = form.choice('type', allowedTypes(interaction), true) ?? 0;
  form.check();
  const data = form.fields['data'];
  const choices = type === CHOICES ? readChoices(form, interaction) : [];
  const modal = type === MODAL ? readModal(form) : undefined;
  if (type === REPLY || type === DEFER) {
    interaction.original = reply(request, platform, interaction, type === DEFER, data);
  } else if (type === UPDATE || type === DEFER_UPDATE) {
    interaction.original = interaction.source;
    if (type === UPDATE) updateSource(request, platform, interaction, data);
  }
  interaction.first = { type, at: platform.world.clock(), choices, modal: isObject(modal) ? modal : undefined };
  interactions.changed(interaction);
  if (request.query.get('with_response') !== 'true') return NO_CONTENT;
  const message = interaction.original;
  return ok({
    interaction: { id: interaction.id, type: interaction.type, response_message_id: message?.id },
    resource: { type, ...(message === undefined ? {} : { message: messages.describe(message) }) },
  });
}

function allowedTypes({ type, source }: Interaction): readonly number[] {
  if (type === INTERACTION_TYPES.autocomplete) return [CHOICES];
  if (type === INTERACTION_TYPES.command) return [REPLY, DEFER, MODAL];
  const updates = source === undefined ? [] : [DEFER_UPDATE, UPDATE];
  return [REPLY, DEFER, ...updates, ...(type === INTERACTION_TYPES.modal ? [] : [MODAL])];
}

function readChoices(form: Form, interaction: Interaction): readonly Record<string, unknown>[] {
  const choices = form.form('data', true)?.forms('choices', { max: 25, required: true }) ?? [];
  checkChoiceForms(choices, interaction.focusedType ?? 3, 100);
  form.check();
  return choices.map((choice) => choice.fields);
}

function readModal(form: Form): unknown {
  const data = form.form('data', true);
  if (data !== undefined) checkModal(data);
  form.check();
  return data?.fields;
}

function reply(
  request: ApiRequest,
  { world, messages }: Platform,
  interaction: Interaction,
  deferred: boolean,
  data: unknown,
): Message {
  const flags = isObject(data) && typeof data['flags'] === 'number' ? data['flags'] : 0;
  const asked = deferred
    ? { ...NOTHING, flags: flags & MESSAGE_FLAGS.ephemeral }
    : readMessage(data ?? {}, { files: request.files });
  const draft = asPermitted(asked, interaction, world);
  return messages.create({
    channel: interaction.channel,
    authorId: world.bot.id,
    draft: withoutReply(draft),
    files: request.files,
    type: interaction.commandName === undefined ? 0 : 20,
    onlyFor: (draft.flags & MESSAGE_FLAGS.ephemeral) === 0 ? undefined : interaction.userId,
    origin: originOf(interaction),
    flags: deferred ? MESSAGE_FLAGS.loading : 0,
  });
}

function updateSource(request: ApiRequest, { messages }: Platform, interaction: Interaction, data: unknown): void {
  if (interaction.source === undefined) return;
  const draft = readMessage(data ?? {}, { files: request.files, edits: interaction.source.body });
  messages.edit(interaction.source, { ...draft, flags: draft.flags & ~MESSAGE_FLAGS.ephemeral }, request.files);
}

function followUp(request: ApiRequest, platform: Platform): ApiAnswer {
  const { interactions, messages, world } = platform;
  if (!isInteraction(request, platform)) return executeWebhook(request, platform);
  const interaction = interactions.answered(request.param('webhook_token'));
  const draft = asPermitted(readMessage(request.body, { files: request.files }), interaction, world);
  const { original } = interaction;
  if (original !== undefined && (original.body.flags & MESSAGE_FLAGS.loading) !== 0) {
    // The first follow-up after a deferral takes the place of "thinking…", and stays as private.
    messages.edit(original, { ...draft, flags: draft.flags & ~MESSAGE_FLAGS.ephemeral }, request.files);
    interactions.changed(interaction);
    return ok(messages.describe(original));
  }
  const message = messages.create({
    channel: interaction.channel,
    authorId: world.bot.id,
    draft: withoutReply(draft),
    files: request.files,
    onlyFor: (draft.flags & MESSAGE_FLAGS.ephemeral) === 0 ? undefined : interaction.userId,
    origin: originOf(interaction),
  });
  interaction.followUps.push(message);
  interactions.changed(interaction);
  return ok(messages.describe(message));
}

/** The draft. It is made private on a server without the bot where the user may not use apps of their own in public. */
function asPermitted(draft: MessageDraft, { channel, userId }: Interaction, world: World): MessageDraft {
  const { guildId } = channel;
  if (guildId === null || world.guild(guildId).members.has(world.bot.id)) return draft;
  if (allows(world.permissionsIn(channel, userId), 'UseExternalApps')) return draft;
  return { ...draft, flags: draft.flags | MESSAGE_FLAGS.ephemeral };
}

function getAnswer(request: ApiRequest, platform: Platform): ApiAnswer {
  const { message } = target(request, platform);
  return ok(platform.messages.describe(message, message.authorId));
}

function editAnswer(request: ApiRequest, platform: Platform): ApiAnswer {
  const { interaction, message } = target(request, platform);
  const draft = readMessage(request.body, { files: request.files, edits: message.body });
  platform.messages.edit(message, { ...draft, flags: draft.flags & ~MESSAGE_FLAGS.ephemeral }, request.files);
  if (interaction !== undefined) platform.interactions.changed(interaction);
  return ok(platform.messages.describe(message, message.authorId));
}

function deleteAnswer(request: ApiRequest, platform: Platform): ApiAnswer {
  const { interaction, message } = target(request, platform);
  platform.messages.delete(message);
  if (interaction === undefined) return NO_CONTENT;
  if (interaction.original === message) interaction.original = undefined;
  platform.interactions.changed(interaction);
  return NO_CONTENT;
}

function target(request: ApiRequest, platform: Platform): { interaction: Interaction | undefined; message: Message } {
  if (!isInteraction(request, platform)) return { interaction: undefined, message: webhookMessage(request, platform) };
  const interaction = platform.interactions.answered(request.param('webhook_token'));
  const id = request.param('message_id');
  const mine = [...(interaction.original ? [interaction.original] : []), ...interaction.followUps];
  const message = id === '@original' ? interaction.original : mine.find((each) => each.id === id);
  if (message === undefined) throw refusal(10008);
  return { interaction, message: platform.messages.find(interaction.channel, message.id) };
}

/** Whether the path has the application's id, as an interaction does. Other ids are of channels' webhooks. */
function isInteraction(request: ApiRequest, { world }: Platform): boolean {
  return request.param('webhook_id') === world.applicationId;
}

/** Answers to interactions have neither a nonce nor a reply reference. */
function withoutReply(draft: MessageDraft): MessageDraft {
  return { ...draft, nonce: undefined, enforceNonce: false, replyTo: undefined };
}

function originOf(interaction: Interaction): Message['origin'] {
  const { id, type, userId, commandName } = interaction;
  return { interactionId: id, type, userId, commandName };
}
