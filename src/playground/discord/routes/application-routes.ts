import { refusal } from '../api-error.ts';
import { checkCommand, checkCommands, MAX_CHAT_COMMANDS, type StoredCommand, storedCommand } from '../command-rules.ts';
import { isObject, type JsonObject } from '../form.ts';
import { type ApiAnswer, type ApiRequest, NO_CONTENT, ok, type Platform, type Route } from '../router.ts';
import { wireUser } from '../wire.ts';
import type { World } from '../world.ts';

const LIST = '/applications/{application_id}/commands';
const ONE = '/applications/{application_id}/commands/{command_id}';

/** The application itself, its global commands, and where its gateway is. */
export const APPLICATION_ROUTES: readonly Route[] = [
  { method: 'GET', template: '/gateway', open: true, answer: (_, { gatewayUrl }) => ok({ url: gatewayUrl() }) },
  { method: 'GET', template: '/gateway/bot', answer: gatewayForBots },
  { method: 'GET', template: '/applications/@me', answer: (_, platform) => ok(application(platform)) },
  { method: 'GET', template: '/oauth2/applications/@me', answer: (_, platform) => ok(application(platform)) },
  { method: 'GET', template: '/users/@me', answer: (_, { world }) => ok(wireUser(world.bot)) },
  { method: 'GET', template: LIST, answer: listCommands },
  { method: 'POST', template: LIST, answer: createCommand },
  { method: 'PUT', template: LIST, answer: overwriteCommands },
  { method: 'GET', template: ONE, answer: (request, { world }) => ok(theCommand(request, world)) },
  { method: 'PATCH', template: ONE, answer: editCommand },
  { method: 'DELETE', template: ONE, answer: deleteCommand },
];

function gatewayForBots(_: ApiRequest, { world, limits, gatewayUrl }: Platform): ApiAnswer {
  const shards = limits.recommendedShards(world.guilds.size);
  return ok({ url: gatewayUrl(), shards, session_start_limit: limits.sessionStartLimit() });
}

function application({ world, endpoint }: Platform): JsonObject {
  return {
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: endpoint.publicKey,
    flags: 0,
    approximate_guild_count: world.guilds.size,
    integration_types_config: { '0': {} },
    bot: wireUser(world.bot),
    team: null,
    owner: null,
    redirect_uris: [],
    interactions_endpoint_url: endpoint.url,
  };
}

function listCommands(request: ApiRequest, { world }: Platform): ApiAnswer {
  ownApplication(request, world);
  const full = request.query.get('with_localizations') === 'true';
  const commands = [...world.commands.values()];
  return ok(full ? commands : commands.map((command) => withoutLocalizations(command) as JsonObject));
}

function createCommand(request: ApiRequest, { world }: Platform): ApiAnswer {
  ownApplication(request, world);
  checkCommand(request.body);
  const body = asObject(request.body);
  const known = findCommand(world, body);
  const chat = [...world.commands.values()].filter((each) => each.type === 1);
  if (known === undefined && chat.length >= MAX_CHAT_COMMANDS && (body['type'] ?? 1) === 1) throw refusal(30032);
  const command = store(world, body, known);
  return { status: known === undefined ? 201 : 200, body: command };
}

function overwriteCommands(request: ApiRequest, { world }: Platform): ApiAnswer {
  ownApplication(request, world);
  const list = Array.isArray(request.body) ? request.body : [];
  checkCommands(list);
  const kept = list.filter(isObject).map((body) => [body, findCommand(world, body)] as const);
  world.commands.clear();
  return ok(kept.map(([body, known]) => store(world, body, known)));
}

function editCommand(request: ApiRequest, { world }: Platform): ApiAnswer {
  const known = theCommand(request, world);
  const merged = { ...known, ...asObject(request.body) };
  checkCommand(merged);
  return ok(store(world, merged, known));
}

function deleteCommand(request: ApiRequest, { world }: Platform): ApiAnswer {
  world.commands.delete(theCommand(request, world).id);
  return NO_CONTENT;
}

/** Stores a command. A known command keeps its id, and its version changes only with its content. */
function store(world: World, body: JsonObject, known: StoredCommand | undefined): StoredCommand {
  const ids = { id: known?.id ?? world.nextId(), application: world.applicationId };
  const same = known && storedCommand(body, { ...ids, version: known.version });
  const isSame = JSON.stringify(same) === JSON.stringify(known);
  const command = same && isSame ? same : storedCommand(body, { ...ids, version: world.nextId() });
  world.commands.set(command.id, command);
  return command;
}

function findCommand(world: World, body: JsonObject): StoredCommand | undefined {
  const type = body['type'] ?? 1;
  return [...world.commands.values()].find((each) => each.name === body['name'] && each.type === type);
}

function theCommand(request: ApiRequest, world: World): StoredCommand {
  ownApplication(request, world);
  const command = world.commands.get(request.param('command_id'));
  if (command === undefined) throw refusal(10063);
  return command;
}

function ownApplication(request: ApiRequest, world: World): void {
  if (request.param('application_id') !== world.applicationId) throw refusal(20012);
}

function asObject(body: unknown): JsonObject {
  return isObject(body) ? body : {};
}

/** A command without its translations, as lists give it by default. */
function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutLocalizations(each)]));
}
