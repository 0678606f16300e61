import { refusal } from '../api-error.ts';
import { Form } from '../form.ts';
import { readMessage } from '../message-rules.ts';
import { type ApiAnswer, type ApiRequest, NO_CONTENT, ok, type Platform, type Route } from '../router.ts';
import { CHANNEL_TYPES, type Channel } from '../world-shapes.ts';
import { need, needWritable, visibleChannel } from './access.ts';
import { publicMessage } from './message-routes.ts';

const ONE = '/channels/{channel_id}';
const ARCHIVE_MINUTES = [60, 1440, 4320, 10_080];
const FORUMS: readonly number[] = [CHANNEL_TYPES.forum, CHANNEL_TYPES.media];
const TEXTS: readonly number[] = [CHANNEL_TYPES.text, CHANNEL_TYPES.announcement];

/** Channels, their threads, and direct messages. */
export const CHANNEL_ROUTES: readonly Route[] = [
  { method: 'GET', template: ONE, answer: readChannel },
  { method: 'PATCH', template: ONE, answer: editChannel },
  { method: 'DELETE', template: ONE, answer: deleteChannel },
  { method: 'POST', template: `${ONE}/typing`, answer: typing },
  { method: 'POST', template: `${ONE}/threads`, answer: startThread },
  { method: 'POST', template: `${ONE}/messages/{message_id}/threads`, answer: startThreadFromMessage },
  { method: 'POST', template: '/users/@me/channels', answer: openDirectChannel },
];

function readChannel(request: ApiRequest, { world }: Platform): ApiAnswer {
  return ok(world.describe(visibleChannel(request, world)));
}

function editChannel(request: ApiRequest, { world }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  const own = channel.thread?.ownerId === world.bot.id;
  if (!own) need(world, channel, 50013, channel.thread === null ? 'ManageChannels' : 'ManageThreads');
  const form = new Form(request.body);
  const name = form.text('name', { min: 1, max: 100 });
  const archived = form.flag('archived');
  const locked = form.flag('locked');
  const minutes = form.choice('auto_archive_duration', ARCHIVE_MINUTES);
  form.check();
  channel.name = name ?? channel.name;
  if (channel.thread !== null) {
    channel.thread.archived = archived ?? channel.thread.archived;
    channel.thread.locked = locked ?? channel.thread.locked;
    channel.thread.autoArchiveMinutes = minutes ?? channel.thread.autoArchiveMinutes;
  }
  return ok(world.describe(channel));
}

function deleteChannel(request: ApiRequest, { world }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  if (channel.guildId !== null) {
    need(world, channel, 50013, channel.thread === null ? 'ManageChannels' : 'ManageThreads');
    world.deleteChannel(channel);
  }
  return ok(world.describe(channel));
}

function typing(request: ApiRequest, { world }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  needWritable(world, channel);
  need(world, channel, 50013, channel.thread === null ? 'SendMessages' : 'SendMessagesInThreads');
  return NO_CONTENT;
}

function startThreadFromMessage(request: ApiRequest, { world, messages }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  if (!TEXTS.includes(channel.type)) throw refusal(50024);
  need(world, channel, 50013, 'CreatePublicThreads');
  const message = publicMessage(request, channel, messages);
  const plan = readThread(new Form(request.body), channel);
  if (message.threadId !== undefined) throw refusal(160004);
  const type = channel.type === CHANNEL_TYPES.announcement ? 'announcement-thread' : 'public-thread';
  const thread = createThread(world, channel, { ...plan, id: message.id, type: CHANNEL_TYPES[type] });
  message.threadId = thread.id;
  return { status: 201, body: world.describe(thread) };
}

function startThread(request: ApiRequest, { world, messages }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  const isForum = FORUMS.includes(channel.type);
  if (!isForum && !TEXTS.includes(channel.type)) throw refusal(50024);
  const form = new Form(request.body);
  const plan = readThread(form, channel);
  const asked = form.choice('type', [10, 11, 12]) ?? CHANNEL_TYPES['private-thread'];
  const type = isForum ? CHANNEL_TYPES['public-thread'] : asked;
  const isPrivate = type === CHANNEL_TYPES['private-thread'];
  const permission = isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads';
  need(world, channel, 50013, isForum ? 'SendMessages' : permission);
  const post = isForum ? form.form('message', true) : undefined;
  form.check();
  const draft = post && readMessage(post.fields, { files: request.files.length });
  const thread = createThread(world, channel, { ...plan, id: world.nextId(), type });
  if (draft === undefined) return { status: 201, body: world.describe(thread) };
  const message = messages.create({ channel: thread, authorId: world.bot.id, draft, files: request.files });
  return { status: 201, body: { ...world.describe(thread), message: messages.describe(message) } };
}

function readThread(form: Form, parent: Channel): { name: string; autoArchiveMinutes: number } {
  const name = form.text('name', { min: 1, max: 100, required: true }) ?? '';
  const minutes = form.choice('auto_archive_duration', ARCHIVE_MINUTES);
  if (parent.thread !== null) throw refusal(50024);
  form.check();
  return { name, autoArchiveMinutes: minutes ?? 4320 };
}

function createThread(
  world: Platform['world'],
  parent: Channel,
  plan: { name: string; autoArchiveMinutes: number; id: string; type: number },
): Channel {
  const state = {
    ownerId: world.bot.id,
    createdAt: world.clock(),
    archived: false,
    locked: false,
    autoArchiveMinutes: plan.autoArchiveMinutes,
  };
  return world.createThread(parent, { id: plan.id, type: plan.type, name: plan.name, state });
}

function openDirectChannel(request: ApiRequest, { world }: Platform): ApiAnswer {
  const form = new Form(request.body);
  const recipient = form.text('recipient_id', { min: 1, max: 20, required: true }) ?? '';
  form.check();
  return ok(world.describe(world.directChannel(recipient)));
}
