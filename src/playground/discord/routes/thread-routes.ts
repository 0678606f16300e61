import { invalidForm, refusal } from '../api-error.ts';
import { Form } from '../form.ts';
import { readMessage } from '../message-rules.ts';
import { allows } from '../permissions.ts';
import { type ApiAnswer, type ApiRequest, ok, type Platform, type Route } from '../router.ts';
import type { World } from '../world.ts';
import { CHANNEL_TYPES, type Channel, type ForumState } from '../world-shapes.ts';
import { need, visibleChannel } from './access.ts';
import { publicMessage } from './message-routes.ts';

const ONE = '/channels/{channel_id}';
/** For how many minutes without a message a thread stays open. */
export const ARCHIVE_MINUTES = [60, 1440, 4320, 10_080];
const MAX_TAGS_OF_POST = 5;
const TEXTS: readonly number[] = [CHANNEL_TYPES.text, CHANNEL_TYPES.announcement];

/** Threads of channels, and the posts of forums, which are threads too. */
export const THREAD_ROUTES: readonly Route[] = [
  { method: 'POST', template: `${ONE}/threads`, answer: startThread },
  { method: 'POST', template: `${ONE}/messages/{message_id}/threads`, answer: startThreadFromMessage },
  { method: 'GET', template: `${ONE}/threads/archived/public`, answer: archivedThreads },
];

function startThreadFromMessage(request: ApiRequest, { world, messages }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  if (!TEXTS.includes(channel.type)) throw refusal(50024);
  need(world, channel, 50013, 'CreatePublicThreads');
  const message = publicMessage(request, channel, messages);
  const plan = readThread(new Form(request.body));
  if (message.threadId !== undefined) throw refusal(160004);
  const type = channel.type === CHANNEL_TYPES.announcement ? 'announcement-thread' : 'public-thread';
  const thread = createThread(world, channel, { ...plan, id: message.id, type: CHANNEL_TYPES[type] });
  message.threadId = thread.id;
  return { status: 201, body: world.describe(thread) };
}

function startThread(request: ApiRequest, platform: Platform): ApiAnswer {
  const { world } = platform;
  const channel = visibleChannel(request, world);
  if (channel.forum !== null) return startPost(request, channel, channel.forum, platform);
  if (!TEXTS.includes(channel.type)) throw refusal(50024);
  const form = new Form(request.body);
  const plan = readThread(form);
  const type = form.choice('type', typesIn(channel)) ?? CHANNEL_TYPES['private-thread'];
  form.check();
  const isPrivate = type === CHANNEL_TYPES['private-thread'];
  need(world, channel, 50013, isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads');
  const thread = createThread(world, channel, { ...plan, id: world.nextId(), type });
  return { status: 201, body: world.describe(thread) };
}

/** Announcement channels have announcement threads alone; text channels have public and private ones. */
function typesIn(channel: Channel): readonly number[] {
  if (channel.type === CHANNEL_TYPES.announcement) return [CHANNEL_TYPES['announcement-thread']];
  return [CHANNEL_TYPES['public-thread'], CHANNEL_TYPES['private-thread']];
}

/** A post of a forum: a thread with its first message, which has the id of the thread. */
function startPost(request: ApiRequest, forum: Channel, state: ForumState, platform: Platform): ApiAnswer {
  const { world, messages } = platform;
  need(world, forum, 50013, 'SendMessages');
  const form = new Form(request.body);
  const plan = readThread(form);
  const appliedTags = readTags(form, forum, state, world);
  const message = form.form('message', true);
  form.check();
  const draft = readMessage(message?.fields, { files: request.files });
  if (draft.embeds?.length) need(world, forum, 50013, 'EmbedLinks');
  if (request.files.length > 0) need(world, forum, 50013, 'AttachFiles');
  if (state.requiresTag && appliedTags.length === 0) throw refusal(40067);
  const type = CHANNEL_TYPES['public-thread'];
  const thread = createThread(world, forum, { ...plan, id: world.nextId(), type, appliedTags });
  // A post takes no nonce: it is not one of the fields of its message.
  const first = { ...draft, nonce: undefined, enforceNonce: false };
  const files = request.files;
  const posted = messages.create({ id: thread.id, channel: thread, authorId: world.bot.id, draft: first, files });
  return { status: 201, body: { ...world.describe(thread), message: messages.describe(posted) } };
}

function readTags(form: Form, forum: Channel, { tags }: ForumState, world: World): readonly string[] {
  const asked = (form.list('applied_tags', { max: MAX_TAGS_OF_POST }) ?? []).map(String);
  const chosen = asked.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
  if (chosen.length < asked.length) throw refusal(10087);
  if (chosen.some(({ moderated }) => moderated)) need(world, forum, 50013, 'ManageThreads');
  return asked;
}

/** The public threads that are archived, the last archived first, 50 or as many as asked. */
function archivedThreads(request: ApiRequest, { world }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  if (channel.forum === null && !TEXTS.includes(channel.type)) throw refusal(50024);
  if (!allows(world.permissionsIn(channel, world.bot.id), 'ReadMessageHistory')) throw refusal(50013);
  const limit = Number(request.query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 2 || limit > 100) {
    const message = 'int value should be between 2 and 100.';
    throw invalidForm({ limit: { _errors: [{ code: 'NUMBER_TYPE_RANGE', message }] } });
  }
  const before = Date.parse(request.query.get('before') ?? '') || Number.POSITIVE_INFINITY;
  const archived = [...world.channels.values()]
    .filter(({ parentId, type }) => parentId === channel.id && type !== CHANNEL_TYPES['private-thread'])
    .flatMap((each) => (each.thread?.archived ? [{ each, at: each.thread.archivedAt ?? each.thread.createdAt }] : []))
    .filter(({ at }) => at < before)
    .toSorted((one, other) => other.at - one.at);
  const page = archived.slice(0, limit).map(({ each }) => world.describe(each));
  return ok({ threads: page, members: [], has_more: archived.length > limit });
}

function readThread(form: Form): { name: string; autoArchiveMinutes: number } {
  const name = form.text('name', { min: 1, max: 100, required: true }) ?? '';
  const minutes = form.choice('auto_archive_duration', ARCHIVE_MINUTES);
  form.check();
  return { name, autoArchiveMinutes: minutes ?? 4320 };
}

function createThread(
  world: World,
  parent: Channel,
  plan: { name: string; autoArchiveMinutes: number; id: string; type: number; appliedTags?: readonly string[] },
): Channel {
  const { id, type, name, autoArchiveMinutes, appliedTags = [] } = plan;
  const now = world.clock();
  const ownerId = world.bot.id;
  const open = { archived: false, locked: false };
  const state = { ownerId, createdAt: now, ...open, autoArchiveMinutes, appliedTags };
  return world.createThread(parent, { id, type, name, state });
}
