import { refusal } from '../api-error.ts';
import { Form } from '../form.ts';
import { allows } from '../permissions.ts';
import { type ApiAnswer, type ApiRequest, NO_CONTENT, ok, type Platform, type Route } from '../router.ts';
import type { World } from '../world.ts';
import type { Channel } from '../world-shapes.ts';
import { need, needWritable, visibleChannel } from './access.ts';
import { ARCHIVE_MINUTES } from './thread-routes.ts';

const ONE = '/channels/{channel_id}';

/** Channels, threads once they are there, and direct messages. */
export const CHANNEL_ROUTES: readonly Route[] = [
  { method: 'GET', template: ONE, answer: readChannel },
  { method: 'PATCH', template: ONE, answer: editChannel },
  { method: 'DELETE', template: ONE, answer: deleteChannel },
  { method: 'POST', template: `${ONE}/typing`, answer: typing },
  { method: 'POST', template: '/users/@me/channels', answer: openDirectChannel },
];

function readChannel(request: ApiRequest, { world }: Platform): ApiAnswer {
  return ok(world.describe(visibleChannel(request, world)));
}

function editChannel(request: ApiRequest, { world }: Platform): ApiAnswer {
  const channel = visibleChannel(request, world);
  const form = new Form(request.body);
  const name = form.text('name', { min: 1, max: 100 });
  const archived = form.flag('archived');
  const locked = form.flag('locked');
  const minutes = form.choice('auto_archive_duration', ARCHIVE_MINUTES);
  form.check();
  if (channel.thread === null) need(world, channel, 50013, 'ManageChannels');
  else if (!mayEditThread(channel, request.body as object, world)) throw refusal(50013);
  channel.name = name ?? channel.name;
  if (channel.thread !== null) {
    channel.thread.autoArchiveMinutes = minutes ?? channel.thread.autoArchiveMinutes;
    world.setThread(channel, {
      ...(archived === undefined ? {} : { archived }),
      ...(locked === undefined ? {} : { locked }),
    });
  }
  return ok(world.describe(channel));
}

/**
 * Anyone who may manage threads may change everything. Its owner may rename and archive a thread that is not locked, and
 * everybody who may write in it may open it again.
 */
function mayEditThread(channel: Channel, changes: object, world: World): boolean {
  const permissions = world.permissionsIn(channel, world.bot.id);
  if (allows(permissions, 'ManageThreads')) return true;
  if (channel.thread?.locked || 'locked' in changes) return false;
  if (channel.thread?.ownerId === world.bot.id) return true;
  const isOpening = Object.keys(changes).join() === 'archived' && 'archived' in changes && changes.archived === false;
  return isOpening && allows(permissions, 'SendMessagesInThreads');
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

function openDirectChannel(request: ApiRequest, { world }: Platform): ApiAnswer {
  const form = new Form(request.body);
  const recipient = form.text('recipient_id', { min: 1, max: 20, required: true }) ?? '';
  form.check();
  return ok(world.describe(world.directChannel(recipient)));
}
