import type { APIInteraction, APIInteractionResponse, APIMessage, RawFile, REST } from 'discord.js';
import { sayIn } from '../../language/say.ts';
import { Routes } from '../discord-js.ts';
import { UserError } from '../errors.ts';
import { isUnknownMessage, readFailure } from '../failures.ts';
import { wordReason } from '../rendering/block.ts';
import { isComponentsV2 } from '../rendering/displays.ts';
import type { Message } from '../rendering/message.ts';
import type { InteractionOrigin } from './interaction.ts';
import { privately, type Reply, type SharedMessage } from './reply.ts';

/** Discord's numbers for the ways to answer. */
const callback = { message: 4, deferMessage: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;
const ephemeral = 64;
const suppressNotifications = 4096;

/** How an interaction is deferred if its answer takes long. */
export type Deferral = 'private' | 'public' | 'update';

export interface AnswerTools {
  readonly rest: REST;
  /** How long an answer may take before it is deferred, in milliseconds. */
  readonly deferAfterMs: number;
  /** The keys of the messages that are being shared. */
  readonly sharing: Set<string>;
}

/** The answer to an interaction: immediate if it is ready in time, otherwise an edit of a deferred one. */
export interface Answer {
  /** @throws UserError if the reply shares a message, and Discord does not show it to everybody */
  send(reply: Reply): Promise<void>;
  /** Says something privately after Discord refused what was sent, in the way that is still open. */
  excuse(content: string): Promise<void>;
}

type Request = Pick<APIInteraction, 'id' | 'token' | 'application_id'>;
type Origin = Pick<InteractionOrigin, 'request' | 'language'>;

/** The body of a message. It pings nobody. Absent parts are cleared if it replaces another message. */
const body = (message: Message, visibility?: 'private' | 'public') => {
  const { content = '', embeds = [], components = [], files = [] } = message;
  const flags = (message.flags ?? 0) | (visibility === 'private' ? ephemeral : 0);
  const attachments = files.map(({ name, description }, id) => ({
    id: String(id),
    filename: name,
    ...(description === undefined ? {} : { description }),
  }));
  // A message of components alone takes no content and no embeds.
  const texts = isComponentsV2(message) ? {} : { content, embeds };
  return { ...texts, components, attachments, allowed_mentions: { parse: [] }, ...(flags === 0 ? {} : { flags }) };
};

/** The files of a message, by the ids that its body describes them under. */
const filesOf = ({ files = [] }: Message): RawFile[] =>
  files.map(({ name, contentType, data }, id) => ({ name, contentType, data: Buffer.from(data), key: `files[${id}]` }));

/** Starts the timer: if nothing is sent within `deferAfterMs`, the interaction is deferred. */
export function startAnswer({ rest, deferAfterMs, sharing }: AnswerTools, origin: Origin, deferral: Deferral): Answer {
  const { request } = origin;
  let deferred: Promise<void> | null = null;
  let isAnswered = false;
  const timer = setTimeout(() => {
    deferred = respond(rest, request, deferralBody(deferral));
    // `send` rejects with this failure. Until then it must not count as unhandled.
    deferred.catch(() => undefined);
  }, deferAfterMs);
  const sendShared = async (reply: Reply, { key, message }: SharedMessage): Promise<void> => {
    // Discord takes further messages only after a first answer.
    deferred ??= respond(rest, request, deferralBody(deferral));
    await deferred;
    if (sharing.has(key)) return;
    sharing.add(key);
    try {
      await share(rest, request, message);
      await sendLate(rest, origin, reply, deferral);
    } finally {
      sharing.delete(key);
    }
  };
  return {
    async send(reply) {
      clearTimeout(timer);
      if (reply.kind === 'update' && reply.shared !== undefined) return await sendShared(reply, reply.shared);
      if (deferred === null) await respond(rest, request, immediateBody(reply), filesOfReply(reply));
      else {
        await deferred;
        await sendLate(rest, origin, reply, deferral);
      }
      isAnswered = true;
      if (reply.kind === 'modal') return;
      await sendMore(rest, request, reply);
    },
    async excuse(content) {
      const reply = privately(content);
      if (isAnswered) return await whisper(rest, request, reply.message);
      // Discord still waits for a first answer after one that it refused.
      if (deferred === null) return await respond(rest, request, immediateBody(reply));
      await sendLate(rest, origin, reply, deferral).catch(async (error: unknown) => {
        // The refused answer had a different visibility, so the deferred one was deleted for it.
        if (!isUnknownMessage(error)) throw error;
        await whisper(rest, request, reply.message);
      });
    },
  };
}

async function respond(
  rest: REST,
  { id, token }: Request,
  response: APIInteractionResponse,
  files: RawFile[] = [],
): Promise<void> {
  await rest.post(Routes.interactionCallback(id, token), { body: response, files, auth: false });
}

const filesOfReply = (reply: Reply): RawFile[] => (reply.kind === 'modal' ? [] : filesOf(reply.message));

/** Sends suggestions for an option. */
export const respondWithChoices = (
  rest: REST,
  request: Request,
  choices: { readonly name: string; readonly value: string }[],
): Promise<void> => respond(rest, request, { type: callback.choices, data: { choices } });

function deferralBody(deferral: Deferral): APIInteractionResponse {
  if (deferral === 'update') return { type: callback.deferUpdate };
  return { type: callback.deferMessage, data: deferral === 'private' ? { flags: ephemeral } : {} };
}

function immediateBody(reply: Reply): APIInteractionResponse {
  switch (reply.kind) {
    case 'message':
      return { type: callback.message, data: body(reply.message, reply.visibility) };
    case 'update':
      return { type: callback.update, data: body(reply.message) };
    case 'modal':
      return { type: callback.modal, data: reply.modal };
  }
}

/** Sends a reply after a deferral: as an edit, or as a new message if the visibility differs. */
async function sendLate(rest: REST, { request, language }: Origin, given: Reply, deferral: Deferral): Promise<void> {
  // Discord opens no form after a deferral.
  const reply = given.kind === 'modal' ? privately(sayIn(language)('errors.formTooLate')) : given;
  const original = Routes.webhookMessage(request.application_id, request.token);
  const isBeside = reply.kind === 'message' && deferral !== reply.visibility;
  if (!isBeside) {
    await rest.patch(original, { body: body(reply.message), files: filesOf(reply.message), auth: false });
    return;
  }
  // A public deferral cannot become private, so it is deleted.
  if (deferral !== 'update') await rest.delete(original, { auth: false });
  await followUp(rest, request, reply.message, reply.visibility);
}

async function sendMore(rest: REST, request: Request, reply: Exclude<Reply, { kind: 'modal' }>): Promise<void> {
  if (reply.kind !== 'message') return;
  for (const message of reply.more ?? []) await followUp(rest, request, message, reply.visibility);
}

async function followUp(
  rest: REST,
  { application_id, token }: Request,
  message: Message,
  visibility: 'private' | 'public',
): Promise<APIMessage> {
  const content = { body: body(message, visibility), files: filesOf(message) };
  return (await rest.post(Routes.webhook(application_id, token), { ...content, auth: false })) as APIMessage;
}

/**
 * Posts a public message.
 * @throws UserError if Discord refuses it there, or shows it to the user alone
 */
async function share(rest: REST, request: Request, message: Message): Promise<void> {
  const posted = await followUp(rest, request, message, 'public').catch((error: unknown) => {
    throw sharingError(error);
  });
  if (((posted.flags ?? 0) & ephemeral) === 0) return;
  await rest.delete(Routes.webhookMessage(request.application_id, request.token, posted.id), { auth: false });
  throw new UserError('shown-privately', (say) => say('errors.shownPrivately'));
}

function sharingError(error: unknown): unknown {
  const { kind, reason } = readFailure(error);
  if (kind !== 'blocked') return error;
  return new UserError('not-shared', (say) => say('errors.notShared', { reason: wordReason(reason, say) }), {
    cause: error,
  });
}

/** Sends the user a private message after the answer. */
export async function whisper(rest: REST, request: Request, message: Message): Promise<void> {
  await followUp(rest, request, message, 'private');
}

/** Posts a public line in a channel. It pings nobody and makes no sound. */
export async function announce(rest: REST, request: Request, channelId: string, message: Message): Promise<void> {
  const line = { ...body(message), flags: suppressNotifications, nonce: request.id, enforce_nonce: true };
  await rest.post(Routes.channelMessages(channelId), { body: line });
}
