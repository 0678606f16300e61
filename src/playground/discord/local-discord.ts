import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock, Random } from '../../ports.ts';
import { Person, type PersonPlan } from '../person.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { Interactions } from './interactions.ts';
import { InteractionsEndpoint } from './interactions-endpoint.ts';
import { createLatency, type LatencyMs } from './latency.ts';
import { type MessageView, viewMessage } from './message-view.ts';
import { Messages } from './messages.ts';
import { type LimitSettings, RateLimits } from './rate-limits.ts';
import type { LoggedRequest, Violation } from './request-log.ts';
import { limitSettings, RestServer } from './rest-server.ts';
import type { Platform } from './router.ts';
import type { CheckSchema } from './schema.ts';
import type { Snowflake } from './snowflake.ts';
import { type GivenFile, Uploads } from './uploads.ts';
import { World } from './world.ts';
import type { Ref, WorldEvent } from './world-plans.ts';

/** How long a nonce is remembered. Discord documents only "a few minutes". */
const NONCE_WINDOW_MS = 180_000;
const HEARTBEAT_MS = 41_250;

/** How to start a local Discord. The defaults are Discord's own values. */
export interface LocalDiscordOptions {
  /** 0 (the default): any free port. */
  readonly port?: number;
  /** The world's time: ids, timestamps, the nonce window, interaction tokens. */
  readonly clock?: Clock;
  /** Checks each request body in addition to the rules. See `loadSchema`. */
  readonly checkSchema?: CheckSchema | undefined;
  /** The time of a round trip; 0 by default. */
  readonly latencyMs?: LatencyMs;
  /** Draws each latency; Math.random by default. */
  readonly random?: Random;
  readonly nonceWindowMs?: number;
  /** How soon an interaction must be answered; 3,000 ms by default. */
  readonly interactionDeadlineMs?: number;
  readonly heartbeatIntervalMs?: number;
  readonly limits?: Partial<LimitSettings>;
  /** The bot's token; invented by default. */
  readonly token?: string;
}

/** A Discord on loopback: its REST API, its gateway, and the means to arrange and watch them. */
export class LocalDiscord implements AsyncDisposable {
  /** Adds and removes guilds, channels, people and permissions. */
  readonly world: World;
  /** Plans faults for the next requests. */
  readonly faults = new Faults();
  /** Where interactions go instead of the gateway, once it has an address. */
  readonly endpoint: InteractionsEndpoint;
  /** The connections of bots, which a test can break or reset. */
  readonly gateway: Gateway;
  /** The received requests, oldest first. A very long run keeps only the latest. */
  readonly requests: LoggedRequest[] = [];
  /** Every body that Discord would have refused. A correct bot leaves this empty. */
  readonly violations: Violation[] = [];
  readonly #platform: Platform;
  readonly #rest: RestServer;
  readonly #server: Server;
  readonly #watchers = new Set<() => void>();
  #token: string;
  #isDown = false;

  private constructor(options: LocalDiscordOptions) {
    const settings = limitSettings(options.limits ?? {});
    const limits = new RateLimits(settings);
    this.world = new World(options.clock ?? Date.now, (event) => this.#tell(event));
    this.endpoint = new InteractionsEndpoint(this.world.clock);
    const messages = new Messages(this.world, {
      nonceWindowMs: options.nonceWindowMs ?? NONCE_WINDOW_MS,
      attachmentsUrl: () => `${this.#origin()}/attachments`,
    });
    const interactions = new Interactions(this.world, options.interactionDeadlineMs);
    const gatewayUrl = () => `${this.#origin().replace('http', 'ws')}/gateway`;
    const { world, endpoint } = this;
    const uploads = new Uploads(world, () => this.#origin());
    this.#platform = { world, messages, interactions, endpoint, limits, uploads, gatewayUrl };
    this.#token = options.token ?? makeToken(this.world.applicationId);
    const shared = { limits, token: () => this.#token, isDown: () => this.#isDown };
    this.gateway = new Gateway({
      ...shared,
      world: this.world,
      heartbeatIntervalMs: options.heartbeatIntervalMs ?? HEARTBEAT_MS,
      url: gatewayUrl,
      resetToken: () => this.resetToken(),
    });
    this.#rest = new RestServer({
      ...shared,
      platform: this.#platform,
      limits: settings,
      faults: this.faults,
      checkSchema: options.checkSchema,
      latency: createLatency(options.latencyMs ?? 0, options.random),
      log: this.requests,
      violations: this.violations,
    });
    this.#server = createServer((request, response) => this.#serve(request, response));
    this.#server.on('upgrade', (request, socket, head) => this.gateway.upgrade(request, socket, head));
  }

  /** Starts listening on loopback. */
  static async start(options: LocalDiscordOptions): Promise<LocalDiscord> {
    const discord = new LocalDiscord(options);
    discord.#server.listen(options.port ?? 0, '127.0.0.1');
    await once(discord.#server, 'listening');
    return discord;
  }

  /** The value for DISCORD_API_URL, such as `http://127.0.0.1:4000/api`. */
  get url(): string {
    return `${this.#origin()}/api`;
  }

  /** The one valid bot token. */
  get token(): string {
    return this.#token;
  }

  get applicationId(): Snowflake {
    return this.world.applicationId;
  }

  /** Requests refused with 401, 403 or 429 in the last 10 minutes; 10,000 of them ban the address. */
  get invalidRequests(): number {
    return this.#platform.limits.invalidRequests();
  }

  /** Makes a person, and a member of the guild if one is named. */
  person(plan: PersonPlan): Person {
    return new Person(this.#platform, plan);
  }

  /** A channel's public messages, oldest first, as a reader sees them. */
  messages(channel: Ref): readonly MessageView[] {
    const all = this.world.channel(channel).messages ?? [];
    return all.filter((each) => each.onlyFor === undefined).map((each) => viewMessage(each, this.world));
  }

  /** Starts or ends an outage of everything: REST answers 503, the gateway's connections break. */
  setOutage(down: boolean): void {
    this.#isDown = down;
    if (down) this.gateway.breakConnections();
  }

  /** Makes the old token invalid, as its owner or Discord itself may do at any time, and gives the new one. */
  resetToken(): string {
    this.#token = makeToken(this.world.applicationId);
    return this.#token;
  }

  /** Calls back after each change that a person could see. */
  watch(watcher: () => void): Disposable {
    this.#watchers.add(watcher);
    return { [Symbol.dispose]: () => void this.#watchers.delete(watcher) };
  }

  /** Resolves once a bot has identified at the gateway. */
  whenConnected(): Promise<void> {
    return this.gateway.whenConnected();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#rest.close();
    this.gateway.close();
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  #tell(event: WorldEvent): void {
    if (event.kind !== 'private-change') this.gateway.tell(event);
    for (const watcher of this.#watchers) watcher();
  }

  #origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '';
    if (url.startsWith('/attachments/')) this.#serveAttachment(url, response);
    else if (url.startsWith('/ephemeral-attachments/')) serveFile(this.#platform.uploads.at(url), response);
    else void this.#rest.serve(request, response);
  }

  #serveAttachment(url: string, response: ServerResponse): void {
    const [, , channelId = '', id = ''] = url.split('/');
    const messages = this.world.channels.get(channelId)?.messages ?? [];
    const file = messages.flatMap((message) => message.body.attachments).find((each) => each.id === id);
    serveFile(file, response);
  }
}

function serveFile(file: GivenFile | undefined, response: ServerResponse): void {
  response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.contentType ?? 'text/plain' });
  response.end(file?.data ?? 'This content is no longer available.');
}

/** Starts a local Discord. Close it with `await using`, or by its `Symbol.asyncDispose`. */
export function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  return LocalDiscord.start(options);
}

/** A token of Discord's shape: the bot's id in base64, a time, a secret. */
function makeToken(applicationId: Snowflake): string {
  const id = Buffer.from(applicationId).toString('base64url');
  return `${id}.${randomBytes(4).toString('base64url')}.${randomBytes(28).toString('base64url')}`;
}
