import type { Config } from '../config.ts';
import { authorizationTable as table } from '../discord/authorization/table.ts';
import { commands } from '../discord/commands/registry.ts';
import { components } from '../discord/components/registry.ts';
import { fileOrigins } from '../discord/file-origins.ts';
import { connectGateway, type Gateway } from '../discord/gateway.ts';
import type { GatewayEvents } from '../discord/gateway-events.ts';
import { createGatewaySeat } from '../discord/gateway-seat.ts';
import type { InteractionsRouteOptions } from '../discord/http/interactions-route.ts';
import { createIdentifyBackoff, sharedIdentifyTurns } from '../discord/identify-throttle.ts';
import { registerCommands } from '../discord/interactions/registration.ts';
import { createRouter } from '../discord/interactions/router.ts';
import { inviteLink } from '../discord/invite-link.ts';
import { menus } from '../discord/menus/registry.ts';
import { outlookOf } from '../discord/notices/block-notice.ts';
import { createGreeter } from '../discord/notices/greeting.ts';
import { count } from '../discord/rendering/numbers.ts';
import { haveGuild } from '../discord/shards.ts';
import { feedRoutes } from '../feeds/feed-routes.ts';
import { createPermissionWatch, type PermissionWatch } from '../jobs/block-watch.ts';
import { createGuildWatch, type GuildWatch } from '../jobs/upkeep.ts';
import { startWakeUps } from '../jobs/wake-up.ts';
import { createFileFetch } from '../paper-files/attached-file.ts';
import { createPaperFileReader } from '../paper-files/paper-file-thread.ts';
import { createPictureThread } from '../pictures/picture-thread.ts';
import type { Logger } from '../ports.ts';
import { userAgentOf } from '../sources/polite-fetch.ts';
import type { BlockedChannel } from '../store/blocks.ts';
import type { ChannelNote } from '../store/channel-places.ts';
import type { Store } from '../store/store.ts';
import { createServices } from '../use-cases/services.ts';
import { version } from '../version.ts';
import { openWeb } from '../web/web.ts';
import type { BotProcess, OpenPart } from './process.ts';

/**
 * The part that hears from people and answers them, over the gateway, over HTTP, and on the web. Fulfilled once it answers
 * commands, or waits for another process that does.
 */
export const openConversation: OpenPart = async (process, opened) => {
  const { config, store, rest, clock, log, stopped, options, identity } = process;
  const routes = [...feedRoutes({ store, clock }), ...(process.mail?.routes ?? [])];
  const web = opened.use(await openWeb(config, routes, log));
  const sending = { wakeNow: () => process.copies.setTo(clock()) };
  const services = createServices({
    ...{ ...process, sending, signal: stopped, webUrl: web.url, authors: process.sourceSet.authors },
    fetchFile: createFileFetch({
      origins: fileOrigins(config.discordApiUrl),
      userAgent: userAgentOf(version, config.contact),
      clock,
    }),
    paperFiles: opened.use(createPaperFileReader()),
  });
  const pictures = opened.use(createPictureThread());
  const router = createRouter({ rest, store, services, pictures, clock, log, commands, components, menus, table });
  opened.defer(() => router.whenIdle());
  const greeter = opened.use(createGreeter({ store, rest, clock, log }));
  const check = (channel: BlockedChannel) => outlookOf(channel, identity.botUserId, rest);
  const permissions = createPermissionWatch({ store, clock, log, check });
  const guilds = await createGuildWatch({ store, clock, log });

  const events: GatewayEvents = {
    onInteraction: router.route,
    ...guildEvents(guilds, permissions),
    onGuildArrived: greeter.arrived,
    onChannelsSeen: rememberChannels(store, log),
  };
  await openGateway(process, opened, events, guilds);
  opened.use(await openInteractions(config, { log, clock, onInteraction: router.route }));

  // Deliveries of an unblocked channel do not wait for the next minute.
  const run = () => permissions.run(stopped).then(() => process.alarm.setTo(clock()));
  const jobs = [{ name: 'permissions', run }];
  if (options.wakesItself ?? true) opened.use(startWakeUps(jobs, log, options.wakesEach));
  return { jobs: () => jobs };
};

/** Connects the shards of this process, now or when another process that has them ends. */
async function openGateway(
  process: BotProcess,
  opened: AsyncDisposableStack,
  events: GatewayEvents,
  guilds: GuildWatch,
): Promise<void> {
  const { config, store, rest, log, clock, pulse, lease, starting, onFatal } = process;
  const identifyBackoff = createIdentifyBackoff(clock);
  const takeIdentifyTurn = process.isShared ? sharedIdentifyTurns(store) : undefined;
  const connect = async (over: AbortSignal): Promise<Gateway> => {
    const signal = AbortSignal.any([starting, over]);
    const given = { rest, log, clock, pulse, signal, shards: config.shards, identifyBackoff, takeIdentifyTurn };
    const gateway = await connectGateway({ ...given, ...events, token: config.discordToken ?? '', onFatal });
    try {
      await greetGateway(gateway, process, guilds, signal);
    } catch (error) {
      await gateway.close();
      throw error;
    }
    return gateway;
  };
  const seat = opened.use(
    createGatewaySeat({
      ...{ store, lease: lease.current, shards: config.shards, log, connect, onFatal },
      setStandby: pulse.setStandby,
    }),
  );
  await lease.eachRound(seat.seek);
  await seat.started;
}

/** Begins with shards that are now connected. The process that has the first one registers the commands. */
async function greetGateway(
  { guilds: present, shards }: Gateway,
  { rest, log, identity: { applicationId } }: BotProcess,
  guilds: GuildWatch,
  signal: AbortSignal,
): Promise<void> {
  await guilds.reconcile(present, (guildId) => haveGuild(shards, guildId));
  if (shards.first === 0) await registerCommands({ rest, applicationId, commands, menus, log, signal });
  const invite = inviteLink(applicationId);
  const fields = { event: 'app.ready', version, guilds: present.size, invite };
  log.info(fields, `Paperboy ${version} is ready on ${count(present.size, 'server')}; invite it: ${invite}`);
}

/**
 * Takes interactions at a port of their own, if the host wants it. Nothing is loaded otherwise.
 * @throws HttpPortError if the port or the address cannot be used
 */
async function openInteractions(
  { interactionsHost: host, interactionsPort: port, discordPublicKey: publicKey }: Config,
  options: Omit<InteractionsRouteOptions, 'publicKey'>,
): Promise<AsyncDisposable> {
  if (port === null || publicKey === null) return { [Symbol.asyncDispose]: async () => {} };
  const { createInteractionsRoute, interactionsNames: names } = await import('../discord/http/interactions-route.ts');
  const { serveRoutes } = await import('../web/web-server.ts');
  const { log } = options;
  const server = await serveRoutes([createInteractionsRoute({ ...options, publicKey })], {
    place: { host, port },
    names,
    log,
  });
  log.info(
    { event: 'interactions.ready', url: server.url },
    `Discord can post interactions to ${server.url}/interactions`,
  );
  return server;
}

/** What the guild watch and the permission watch do at events of the gateway. */
const guildEvents = (guilds: GuildWatch, permissions: PermissionWatch) => ({
  onGuildRemoved: guilds.removed,
  onGuildPresent(guildId: string) {
    guilds.present(guildId);
    permissions.permissionsChanged(guildId);
  },
  onPermissionsChanged: permissions.permissionsChanged,
});

/** Stores the names and kinds of channels. The next start sees them again, so a failure is only logged. */
const rememberChannels = (store: Store, log: Logger) => (guildId: string, notes: ReadonlyMap<string, ChannelNote>) => {
  store.noteChannels(guildId, notes).catch((err: unknown) => {
    log.error({ event: 'channels.unnamed', guildId, err }, 'the names of channels could not be stored');
  });
};
