import { refusal } from '../api-error.ts';
import { Form } from '../form.ts';
import { allows, guildPermissions } from '../permissions.ts';
import { type ApiAnswer, type ApiRequest, ok, type Platform, type Route } from '../router.ts';
import type { World } from '../world.ts';
import { CHANNEL_TYPES, EVENT_TYPES, type Guild, type ScheduledEvent } from '../world-shapes.ts';
import { joinedGuild, need } from './access.ts';

const ALL = '/guilds/{guild_id}/scheduled-events';
/** The most events of a guild that are not over. */
const MAX_EVENTS = 100;

type EventPlan = Omit<ScheduledEvent, 'id' | 'guildId' | 'creatorId'>;

/** The scheduled events of guilds. */
export const EVENT_ROUTES: readonly Route[] = [
  { method: 'GET', template: ALL, answer: listEvents },
  { method: 'POST', template: ALL, answer: createEvent },
];

function listEvents(request: ApiRequest, { world }: Platform): ApiAnswer {
  const guild = joinedGuild(request, world);
  return ok(world.eventsOf(guild).map((event) => world.describeEvent(event)));
}

function createEvent(request: ApiRequest, { world }: Platform): ApiAnswer {
  const guild = joinedGuild(request, world);
  const plan = readEvent(new Form(request.body), world.clock());
  const permissions = guildPermissions(guild, world.bot.id);
  if (!allows(permissions, 'CreateEvents') && !allows(permissions, 'ManageEvents')) throw refusal(50013);
  needPlace(plan, guild, world);
  if (world.eventsOf(guild).length >= MAX_EVENTS) throw refusal(30038);
  return ok(world.describeEvent(world.createEvent(guild, plan)));
}

/** The channel of an event has to be a voice channel or a stage of the guild, which the bot can see and join. */
function needPlace({ type, channelId }: EventPlan, guild: Guild, world: World): void {
  if (channelId === null) return;
  const channel = world.channel(channelId);
  if (channel.guildId !== guild.id) throw refusal(10003);
  if (channel.type !== (type === EVENT_TYPES.voice ? CHANNEL_TYPES.voice : CHANNEL_TYPES.stage)) throw refusal(50024);
  need(world, channel, 50013, 'ViewChannel', 'Connect');
}

function readEvent(form: Form, now: number): EventPlan {
  const name = form.text('name', { min: 1, max: 100, required: true }) ?? '';
  const description = form.text('description', { max: 1000 }) ?? null;
  const type = form.choice('entity_type', Object.values(EVENT_TYPES), true) ?? EVENT_TYPES.external;
  form.choice('privacy_level', [2], true);
  const isExternal = type === EVENT_TYPES.external;
  const startsAt = readTime(form, 'scheduled_start_time', true) ?? now;
  const endsAt = readTime(form, 'scheduled_end_time', isExternal);
  const channelId = form.text('channel_id', { min: 1, max: 20, required: !isExternal }) ?? null;
  const location = form
    .form('entity_metadata', isExternal)
    ?.text('location', { min: 1, max: 100, required: isExternal });
  if (isExternal && channelId !== null) form.refuse('channel_id', 'BASE_TYPE_INVALID', 'Must be null for this type.');
  if (startsAt < now)
    form.refuse('scheduled_start_time', 'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST', 'Cannot schedule event in the past.');
  if (endsAt !== null && endsAt <= startsAt)
    form.refuse('scheduled_end_time', 'BASE_TYPE_INVALID', 'Must be after the start.');
  form.check();
  return { name, description, type, startsAt, endsAt, channelId, location: location ?? null };
}

function readTime(form: Form, key: string, required: boolean): number | null {
  const text = form.text(key, { min: 1, max: 100, required });
  const time = Date.parse(text ?? '');
  if (text !== undefined && Number.isNaN(time))
    form.refuse(key, 'DATE_TIME_TYPE_PARSE', `Could not parse ${text}. Should be ISO8601.`);
  return Number.isNaN(time) ? null : time;
}
