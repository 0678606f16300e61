import { invalidForm, refusal } from '../api-error.ts';
import { type MessageDraft, readMessage } from '../message-rules.ts';
import { allows } from '../permissions.ts';
import { type ApiAnswer, type ApiRequest, NO_CONTENT, ok, type Platform, type Route } from '../router.ts';
import type { World } from '../world.ts';
import { CHANNEL_TYPES, type Channel, MESSAGE_FLAGS, type Message } from '../world-shapes.ts';
import { need, needWritable, visibleChannel } from './access.ts';
import { fanOut } from './webhook-routes.ts';

const LIST = '/channels/{channel_id}/messages';
const ONE = '/channels/{channel_id}/messages/{message_id}';

/** Messages of channels, written and read by the bot with its token. */
export const MESSAGE_ROUTES: readonly Route[] = [
  { method: 'GET', template: LIST, answer: readPage },
  { method: 'POST', template: LIST, answer: createMessage },
  { method: 'GET', template: ONE, answer: readOne },
  { method: 'PATCH', template: ONE, answer: editMessage },
  { method: 'DELETE', template: ONE, answer: deleteMessage },
  { method: 'POST', template: `${ONE}/crosspost`, answer: crosspost },
];

function readPage(request: ApiRequest, platform: Platform): ApiAnswer {
  const { world, messages } = platform;
  const channel = visibleChannel(request, world);
  const limit = Number(request.query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    const message = 'int value should be between 1 and 100.';
    throw invalidForm({ limit: { _errors: [{ code: 'NUMBER_TYPE_RANGE', message }] } });
  }
  // Without Read Message History Discord answers with an empty list, not with an error.
  if (!allows(world.permissionsIn(channel, world.bot.id), 'ReadMessageHistory')) return ok([]);
  const cursor = (name: string) => request.query.get(name) ?? undefined;
  const page = messages.page(channel, {
    limit,
    before: cursor('before'),
    after: cursor('after'),
    around: cursor('around'),
  });
  return ok(page.map((message) => messages.describe(message)));
}

function createMessage(request: ApiRequest, { world, messages }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  needWritable(world, channel);
  need(world, channel, 50013, channel.thread === null ? 'SendMessages' : 'SendMessagesInThreads');
  const draft = readMessage(request.body, { files: request.files });
  if (draft.embeds?.length) need(world, channel, 50013, 'EmbedLinks');
  if (request.files.length > 0) need(world, channel, 50013, 'AttachFiles');
  const replyTo = repliedMessage(channel, draft, world);
  if (channel.thread?.archived) world.setThread(channel, { archived: false });
  const flags = draft.flags & ~MESSAGE_FLAGS.ephemeral;
  const message = messages.create({
    channel,
    authorId: world.bot.id,
    draft: { ...draft, flags, replyTo },
    files: request.files,
  });
  return ok(messages.describe(message));
}

/** The message that is replied to. If it is missing, the message is an ordinary one, or it is refused. */
function repliedMessage(
  channel: Channel,
  { replyTo, failIfReplyMissing }: Pick<MessageDraft, 'replyTo' | 'failIfReplyMissing'>,
  world: World,
): string | undefined {
  if (replyTo === undefined) return undefined;
  need(world, channel, 160002, 'ReadMessageHistory');
  const exists = channel.messages?.some((each) => each.id === replyTo && each.onlyFor === undefined) ?? false;
  if (exists) return replyTo;
  if (!failIfReplyMissing) return undefined;
  const error = { code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' };
  throw invalidForm({ message_reference: { _errors: [error] } });
}

function readOne(request: ApiRequest, { world, messages }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  need(world, channel, 50013, 'ReadMessageHistory');
  return ok(messages.describe(publicMessage(request, channel, messages)));
}

function editMessage(request: ApiRequest, { world, messages }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  const message = publicMessage(request, channel, messages);
  if (message.authorId !== world.bot.id) throw refusal(50005);
  if (channel.thread?.archived) throw refusal(50083);
  const draft = readMessage(request.body, { files: request.files, edits: message.body });
  if (draft.embeds?.length) need(world, channel, 50013, 'EmbedLinks');
  messages.edit(message, { ...draft, flags: draft.flags & ~MESSAGE_FLAGS.ephemeral }, request.files);
  return ok(messages.describe(message));
}

function deleteMessage(request: ApiRequest, { world, messages }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  const message = publicMessage(request, channel, messages);
  if (message.authorId !== world.bot.id) need(world, channel, 50013, 'ManageMessages');
  messages.delete(message);
  return NO_CONTENT;
}

function crosspost(request: ApiRequest, platform: Platform): ApiAnswer {
  const { world, messages } = platform;
  const channel = visibleChannel(request, world);
  if (channel.type !== CHANNEL_TYPES.announcement) throw refusal(50024);
  const message = publicMessage(request, channel, messages);
  need(world, channel, 50013, message.authorId === world.bot.id ? 'SendMessages' : 'ManageMessages');
  if ((message.body.flags & MESSAGE_FLAGS.crossposted) !== 0) throw refusal(40033);
  message.body = { ...message.body, flags: message.body.flags | MESSAGE_FLAGS.crossposted };
  fanOut(message, platform);
  return ok(messages.describe(message));
}

/** The message of the path. The bot cannot reach ephemeral ones here, not even its own. */
export function publicMessage(request: ApiRequest, channel: Channel, messages: Platform['messages']): Message {
  const message = messages.find(channel, request.param('message_id'));
  if (message.onlyFor !== undefined) throw refusal(10008);
  return message;
}
