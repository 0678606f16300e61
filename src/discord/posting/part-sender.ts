import type { APIGuildForumChannel, APIMessage, APIThreadChannel, REST } from 'discord.js';
import { Routes } from '../discord-js.ts';
import { isThreadLimit, isThreadThere, isUnknownMessage, readFailure } from '../failures.ts';
import { blockReasons } from '../posting-problem.ts';
import { isComponentsV2 } from '../rendering/displays.ts';
import { type FollowUpPlace, isReply, withoutReply } from '../rendering/follow-up.ts';
import type { DigestMessage } from '../rendering/layouts/layout.ts';
import { tagsForDigest } from './forum-tag.ts';
import type { PartPlace } from './part-place.ts';

/** How one attempt at one place ended. */
export type SendOutcome =
  | {
      readonly kind: 'sent';
      /** Null if a moderator has deleted the message. */
      readonly messageId: string | null;
      /** The thread or the post that has the message; null if it is in the channel itself. */
      readonly threadId: string | null;
    }
  | ReturnType<typeof readFailure>;

type Rest = Pick<REST, 'get' | 'post'>;

/** Sends a part to the first of the places that takes it. Only there can it reply to a message. Never throws. */
export async function sendToPlaces(places: readonly PartPlace[], payload: unknown, rest: Rest): Promise<SendOutcome> {
  let outcome: SendOutcome = { kind: 'blocked', reason: blockReasons.gone };
  for (const [index, place] of places.entries()) {
    outcome = await sendTo(place, index > 0 && isReply(payload) ? withoutReply(payload) : payload, rest);
    if (outcome.kind !== 'blocked') return outcome;
  }
  return outcome;
}

function sendTo(place: PartPlace, payload: unknown, rest: Rest): Promise<SendOutcome> {
  const body = bodyOf(payload);
  switch (place.kind) {
    case 'channel':
      return sendMessage(place.channelId, body, null, rest);
    case 'thread':
      return sendToThread(place, body, rest);
    case 'post':
      return openPost(place, body, rest);
  }
}

/** The fields of a frozen message that Discord takes. */
function bodyOf(payload: unknown): Partial<DigestMessage> {
  // These fields are for the poster alone.
  const { thread: _thread, place: _place, ...message } = payload as Partial<DigestMessage> & { place?: FollowUpPlace };
  if (!isComponentsV2(message)) return message;
  const { content: _content, embeds: _embeds, ...body } = message;
  return body;
}

async function sendMessage(channelId: string, body: object, threadId: string | null, rest: Rest): Promise<SendOutcome> {
  try {
    const message = (await rest.post(Routes.channelMessages(channelId), { body })) as APIMessage;
    return { kind: 'sent', messageId: message.id, threadId };
  } catch (error) {
    // Discord knows the nonce, but a moderator has deleted the message.
    return isUnknownMessage(error) ? { kind: 'sent', messageId: null, threadId } : readFailure(error);
  }
}

async function sendToThread(
  { threadId, start }: Extract<PartPlace, { kind: 'thread' }>,
  body: object,
  rest: Rest,
): Promise<SendOutcome> {
  try {
    // A thread that is started from a message has the id of that message.
    if (start !== null) await rest.post(Routes.threads(start.channelId, threadId), { body: { name: start.name } });
  } catch (error) {
    // No thread can be opened while too many are open.
    if (isThreadLimit(error)) return { kind: 'blocked', reason: 'too many threads are open' };
    if (!isThreadThere(error)) return unsent(readFailure(error));
  }
  return await sendMessage(threadId, body, threadId, rest);
}

/** A post has no nonce, so a post in doubt is always looked for before it is opened again. */
async function openPost(
  { forumId, name }: Extract<PartPlace, { kind: 'post' }>,
  body: Partial<DigestMessage>,
  rest: Rest,
): Promise<SendOutcome> {
  const { nonce: _nonce, enforce_nonce: _enforced, ...message } = body;
  let tags: readonly string[] | null;
  try {
    tags = tagsForDigest((await rest.get(Routes.channel(forumId))) as APIGuildForumChannel);
  } catch (error) {
    return unsent(readFailure(error));
  }
  if (tags === null) return { kind: 'blocked', reason: blockReasons.untagged };
  try {
    const tagged = tags.length === 0 ? {} : { applied_tags: tags };
    const request = { body: { name, message, ...tagged } };
    const { id } = (await rest.post(Routes.threads(forumId), request)) as APIThreadChannel;
    // The first message of a post has the id of the post.
    return { kind: 'sent', messageId: id, threadId: id };
  } catch (error) {
    return readFailure(error);
  }
}

/** The failure of a request that cannot have posted the part. Without a thread, the next place takes the part. */
function unsent(failure: ReturnType<typeof readFailure>): SendOutcome {
  if (failure.kind === 'retry') return { ...failure, inDoubt: false };
  return failure.kind === 'rejected' ? { kind: 'blocked', reason: failure.reason } : failure;
}
