import { type APIInteraction, type APIInteractionResponse, type REST, Routes } from 'discord.js';
import type { Message } from '../rendering/message.ts';
import type { Reply } from './reply.ts';

/** Discord's numbers for the ways to answer. */
const callback = { message: 4, deferMessage: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;
const ephemeral = 64;
const suppressNotifications = 4096;

/** How an interaction is told to wait, should its answer take long. */
export type Deferral = 'private' | 'public' | 'update';

/** The one answer to an interaction: at once where it is ready in time, otherwise as an edit of a deferred one. */
export interface Answer {
  send(reply: Reply): Promise<void>;
}

type Request = Pick<APIInteraction, 'id' | 'token' | 'application_id'>;

/** Nobody is pinged, whatever a message says. What a message does not have is cleared where it replaces another. */
const body = (message: Message, visibility?: 'private' | 'public') => {
  const { content = '', embeds = [], components = [] } = message;
  const flags = (message.flags ?? 0) | (visibility === 'private' ? ephemeral : 0);
  return { content, embeds, components, allowed_mentions: { parse: [] }, ...(flags === 0 ? {} : { flags }) };
};

/** Starts the clock: if nothing is sent within `deferAfterMs`, Discord is told to wait. */
export function startAnswer(rest: REST, request: Request, deferral: Deferral, deferAfterMs: number): Answer {
  let deferred: Promise<void> | null = null;
  const timer = setTimeout(() => {
    deferred = respond(rest, request, deferralBody(deferral));
    // Whoever sends meets the failure; without this it would count as unhandled until then.
    deferred.catch(() => undefined);
  }, deferAfterMs);
  return {
    async send(reply) {
      clearTimeout(timer);
      if (deferred === null) await respond(rest, request, immediateBody(reply));
      else {
        await deferred;
        await sendLate(rest, request, reply, deferral);
      }
      if (reply.kind === 'modal') return;
      await sendMore(rest, request, reply);
    },
  };
}

const respond = async (rest: REST, { id, token }: Request, response: APIInteractionResponse): Promise<void> => {
  await rest.post(Routes.interactionCallback(id, token), { body: response, auth: false });
};

/** Suggestions for an option: no message, and never an error. */
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

/** After a deferral: an edit of what it left, or a message beside it where the deferral left the old one standing. */
async function sendLate(rest: REST, request: Request, reply: Reply, deferral: Deferral): Promise<void> {
  if (reply.kind === 'modal') throw new Error('a form cannot be shown after a deferral');
  const original = Routes.webhookMessage(request.application_id, request.token);
  const isBeside = reply.kind === 'message' && deferral !== reply.visibility;
  if (!isBeside) {
    await rest.patch(original, { body: body(reply.message), auth: false });
    return;
  }
  // What was deferred for all to see cannot become private, so it goes.
  if (deferral !== 'update') await rest.delete(original, { auth: false });
  await followUp(rest, request, body(reply.message, reply.visibility));
}

async function sendMore(rest: REST, request: Request, reply: Exclude<Reply, { kind: 'modal' }>): Promise<void> {
  if (reply.kind !== 'message') return;
  for (const message of reply.more ?? []) await followUp(rest, request, body(message, reply.visibility));
}

async function followUp(
  rest: REST,
  { application_id, token }: Request,
  content: ReturnType<typeof body>,
): Promise<void> {
  await rest.post(Routes.webhook(application_id, token), { body: content, auth: false });
}

/** Tells the user something beside the answer, privately. */
export const whisper = (rest: REST, request: Request, message: Message): Promise<void> =>
  followUp(rest, request, body(message, 'private'));

/** Posts a line in a channel: seen by all, but it pings nobody and makes no sound. */
export async function announce(rest: REST, request: Request, channelId: string, message: Message): Promise<void> {
  const line = { ...body(message), flags: suppressNotifications, nonce: request.id, enforce_nonce: true };
  await rest.post(Routes.channelMessages(channelId), { body: line });
}
