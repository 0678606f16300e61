import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { yieldTurn } from '../../cooperate.ts';
import { minuteMs } from '../../time.ts';
import { isObject, type JsonObject } from './form.ts';
import { guildPayload, parsePayload, readShard, readyPayload } from './gateway-payloads.ts';
import { GatewaySession } from './gateway-session.ts';
import type { RateLimits } from './rate-limits.ts';
import type { World } from './world.ts';
import type { GatewayEvent } from './world-plans.ts';
import type { Guild } from './world-shapes.ts';

const INTENT_GUILDS = 1 << 0;
/** The intents that are granted in the developer portal: guild members, presences and message content. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const KNOWN_INTENTS = 0b11_0111_1111_1111_1111_1111_1111;
/** The limit of payloads that a connection sends in a minute. */
const MAX_SENDS_PER_MINUTE = 120;
const GUILDS_PER_TURN = 100;

/** Opcode 9, not resumable: identify again. */
const INVALID_SESSION = JSON.stringify({ op: 9, d: false });

type Close = readonly [code: number, reason: string];

const CLOSE = {
  unknownOpcode: [4001, 'Unknown opcode.'],
  decodeError: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  authenticationFailed: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  rateLimited: [4008, 'Rate limited.'],
  sessionTimedOut: [4009, 'Session timed out.'],
  invalidShard: [4010, 'Invalid shard.'],
  shardingRequired: [4011, 'Sharding required.'],
  invalidVersion: [4012, 'Invalid API version.'],
  invalidIntents: [4013, 'Invalid intent(s).'],
  disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const satisfies Record<string, Close>;

/** The parts and settings of the gateway. */
export interface GatewaySettings {
  readonly world: World;
  readonly limits: RateLimits;
  readonly heartbeatIntervalMs: number;
  readonly token: () => string;
  readonly isDown: () => boolean;
  readonly url: () => string;
  /** Called when the day's IDENTIFYs are used up: Discord then resets the token. */
  readonly resetToken: () => void;
}

/** A connection. It has no session until it identifies. */
interface Connection {
  readonly socket: WebSocket;
  session: GatewaySession | undefined;
  sends: number;
  alive: boolean;
}

/** The gateway of a local Discord: HELLO, IDENTIFY, RESUME, heartbeats, and events by shard and intent. */
export class Gateway {
  readonly #settings: GatewaySettings;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 4096 });
  readonly #sessions = new Map<string, GatewaySession>();
  readonly #waiting = new Set<() => void>();

  constructor(settings: GatewaySettings) {
    this.#settings = settings;
  }

  /** Takes over an HTTP upgrade. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    if (this.#settings.isDown() || query.has('compress') || (query.get('encoding') ?? 'json') !== 'json') {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => {
      if (!['10', '9'].includes(query.get('v') ?? '10')) connection.close(...CLOSE.invalidVersion);
      else this.#greet(connection);
    });
  }

  /** Passes an event of the world on to the sessions that it concerns. */
  tell(event: GatewayEvent): void {
    const { name, guildId, intents, data } = this.#announcement(event);
    // The only event from a guild that the bot has left is that it is gone.
    if (event.kind !== 'guild-gone' && !this.#botSees(guildId)) return;
    for (const session of this.#sessions.values()) {
      if (session.covers(guildId) && session.wants(intents)) session.dispatch(name, data());
    }
  }

  /** How many sessions have a connection. */
  connected(): number {
    return [...this.#sessions.values()].filter((session) => session.socket !== undefined).length;
  }

  /** The shards that have a connection, as `[id, count]`, in the order of their ids. A shard can have several. */
  connectedShards(): readonly (readonly [id: number, count: number])[] {
    return [...this.#sessions.values()]
      .flatMap(({ plan, socket }) => (socket === undefined ? [] : [plan.shard]))
      .toSorted(([one], [other]) => one - other);
  }

  /** Resolves once a session is connected. */
  async whenConnected(): Promise<void> {
    if (this.connected() > 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.add(resolve);
    await promise;
  }

  /** Breaks all connections, or those of a shard, without a close frame, as a network does; sessions can be resumed. */
  breakConnections(shardId?: number): void {
    const ofShard = [...this.#sessions.values()].filter(({ plan }) => plan.shard[0] === shardId);
    const broken = shardId === undefined ? this.#server.clients : ofShard.map(({ socket }) => socket);
    for (const socket of broken) socket?.terminate();
  }

  /** Asks all bots to reconnect (opcode 7). */
  requestReconnect(): void {
    for (const { socket } of this.#sessions.values()) socket?.send(JSON.stringify({ op: 7, d: null }));
  }

  /** Ends all sessions. A client that resumes must identify again (opcode 9). */
  invalidateSessions(): void {
    for (const { socket } of this.#sessions.values()) socket?.send(INVALID_SESSION);
    this.#sessions.clear();
  }

  close(): void {
    this.breakConnections();
    this.#server.close();
  }

  #greet(socket: WebSocket): void {
    const connection: Connection = { socket, session: undefined, sends: 0, alive: true };
    const interval = this.#settings.heartbeatIntervalMs;
    // A client that misses its heartbeats is dropped; it may resume.
    const pulse = setInterval(() => {
      if (!connection.alive) socket.close(...CLOSE.sessionTimedOut);
      connection.alive = false;
    }, interval * 1.5);
    const minute = setInterval(() => {
      connection.sends = 0;
    }, minuteMs);
    socket.on('message', (data) => this.#receive(connection, String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      clearInterval(pulse);
      clearInterval(minute);
      connection.session?.detach(socket);
      // A close with 1000 or 1001 ends the session.
      if (connection.session && [1000, 1001].includes(code)) this.#sessions.delete(connection.session.plan.id);
    });
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: interval, _trace: [] } }));
  }

  #receive(connection: Connection, text: string): void {
    connection.sends += 1;
    const refusal =
      connection.sends > MAX_SENDS_PER_MINUTE ? CLOSE.rateLimited : this.#obey(connection, parsePayload(text));
    if (refusal !== undefined) connection.socket.close(...refusal);
  }

  /** Handles a payload. Returns the close code and reason if it is not allowed. */
  #obey(connection: Connection, payload: JsonObject | undefined): Close | undefined {
    if (payload === undefined) return CLOSE.decodeError;
    const data = isObject(payload['d']) ? payload['d'] : {};
    switch (payload['op']) {
      case 1:
        connection.alive = true;
        connection.socket.send(JSON.stringify({ op: 11 }));
        return undefined;
      case 2:
        return this.#identify(connection, data);
      case 6:
        return this.#resume(connection, data);
      case 3:
      case 4:
      case 8:
      case 31:
        // Presence, voice and member lists are not simulated.
        return connection.session === undefined ? CLOSE.notAuthenticated : undefined;
      default:
        return CLOSE.unknownOpcode;
    }
  }

  #identify(connection: Connection, data: JsonObject): Close | undefined {
    const { world, limits, token } = this.#settings;
    if (connection.session !== undefined) return CLOSE.alreadyAuthenticated;
    if (data['token'] !== token()) return CLOSE.authenticationFailed;
    const shard = readShard(data['shard']);
    if (shard === undefined || !limits.allowsShards(shard[1])) return CLOSE.invalidShard;
    const { intents } = data;
    if (typeof intents !== 'number' || (intents & ~KNOWN_INTENTS) !== 0) return CLOSE.invalidIntents;
    if ((intents & PRIVILEGED) !== 0) return CLOSE.disallowedIntents;
    const verdict = limits.countIdentify(shard[0]);
    if (verdict === 'too many') {
      this.#settings.resetToken();
      return CLOSE.authenticationFailed;
    }
    if (verdict === 'too fast') {
      connection.socket.send(INVALID_SESSION);
      return undefined;
    }
    const plan = { id: randomBytes(16).toString('hex'), intents, shard, compress: data['compress'] === true };
    const session = new GatewaySession(plan, connection.socket);
    const guilds = [...world.guilds.values()].filter((each) => session.covers(each.id) && this.#botSees(each.id));
    if (!limits.allowsGuilds(guilds.length)) return CLOSE.shardingRequired;
    connection.session = session;
    this.#begin(session, guilds);
    return undefined;
  }

  #begin(session: GatewaySession, guilds: readonly Guild[]): void {
    this.#sessions.set(session.plan.id, session);
    session.dispatch('READY', readyPayload(this.#settings.world, session.plan, guilds, this.#settings.url()));
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
    void this.#sendGuilds(session, guilds);
  }

  #resume(connection: Connection, data: JsonObject): Close | undefined {
    if (connection.session !== undefined) return CLOSE.alreadyAuthenticated;
    if (data['token'] !== this.#settings.token()) return CLOSE.authenticationFailed;
    const session = this.#sessions.get(String(data['session_id']));
    const { seq } = data;
    if (session === undefined || typeof seq !== 'number' || !session.canReplay(seq)) {
      connection.socket.send(INVALID_SESSION);
      return undefined;
    }
    session.socket?.terminate();
    connection.session = session;
    session.resume(connection.socket, seq);
    return undefined;
  }

  /** Sends the GUILD_CREATEs with pauses, so that ten thousand do not block everything else. */
  async #sendGuilds(session: GatewaySession, guilds: readonly Guild[]): Promise<void> {
    if (!session.wants(INTENT_GUILDS)) return;
    for (const [at, guild] of guilds.entries()) {
      if (at % GUILDS_PER_TURN === GUILDS_PER_TURN - 1) await yieldTurn();
      if (!guild.unavailable && this.#botSees(guild.id))
        session.dispatch('GUILD_CREATE', guildPayload(this.#settings.world, guild));
    }
  }

  #announcement(event: GatewayEvent): Omit<Extract<GatewayEvent, { kind: 'dispatch' }>, 'kind'> {
    if (event.kind === 'dispatch') return event;
    if (event.kind === 'guild-joined') {
      const { guild } = event;
      return {
        name: 'GUILD_CREATE',
        guildId: guild.id,
        intents: INTENT_GUILDS,
        data: () => guildPayload(this.#settings.world, guild),
      };
    }
    const { guildId: id, unavailable } = event;
    const data = () => (unavailable ? { id, unavailable } : { id });
    return { name: 'GUILD_DELETE', guildId: id, intents: INTENT_GUILDS, data };
  }

  #botSees(guildId: string | null): boolean {
    const { world } = this.#settings;
    return guildId === null || world.guilds.get(guildId)?.members.has(world.bot.id) === true;
  }
}
