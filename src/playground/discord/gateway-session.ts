import { deflateSync } from 'node:zlib';
import type { WebSocket } from 'ws';
import type { Snowflake } from './snowflake.ts';
import { shardOf } from './snowflake.ts';

/** How many events of a session can be replayed. Discord's number is not known. */
const REPLAYABLE = 2000;

/** The contents of a session's IDENTIFY. */
export interface SessionPlan {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  /** True: every payload is deflated, as IDENTIFY asked. */
  readonly compress: boolean;
}

/** One identified session: it outlives its connection, so that a RESUME gets the missed events. */
export class GatewaySession {
  readonly plan: SessionPlan;
  #socket: WebSocket | undefined;
  #sequence = 0;
  readonly #sent: { readonly sequence: number; readonly text: string }[] = [];

  constructor(plan: SessionPlan, socket: WebSocket) {
    this.plan = plan;
    this.#socket = socket;
  }

  get socket(): WebSocket | undefined {
    return this.#socket;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** Whether events of a guild (or of direct messages, null) come to this shard. */
  covers(guildId: Snowflake | null): boolean {
    const [id, count] = this.plan.shard;
    return guildId === null ? id === 0 : shardOf(guildId, count) === id;
  }

  /** Whether the session asked for one of these intents; events that need none (0) come to everyone. */
  wants(intents: number): boolean {
    return intents === 0 || (this.plan.intents & intents) !== 0;
  }

  /** Sends an event, and keeps it for a RESUME. */
  dispatch(name: string, data: unknown): void {
    this.#sequence += 1;
    const text = JSON.stringify({ op: 0, s: this.#sequence, t: name, d: data });
    this.#sent.push({ sequence: this.#sequence, text });
    if (this.#sent.length > REPLAYABLE) this.#sent.splice(0, REPLAYABLE / 2);
    this.#write(text);
  }

  /** Whether everything after this sequence number can still be replayed. */
  canReplay(after: number): boolean {
    const oldest = this.#sent[0]?.sequence ?? this.#sequence + 1;
    return after <= this.#sequence && after >= oldest - 1;
  }

  /** Continues over a new connection: sends the missed events, then RESUMED. */
  resume(socket: WebSocket, after: number): void {
    this.#socket = socket;
    for (const { sequence, text } of this.#sent) if (sequence > after) this.#write(text);
    this.dispatch('RESUMED', { _trace: [] });
  }

  /** Forgets a connection that is gone. The session stays, and so does a newer connection. */
  detach(socket: WebSocket): void {
    if (this.#socket === socket) this.#socket = undefined;
  }

  #write(text: string): void {
    this.#socket?.send(this.plan.compress ? deflateSync(text) : text);
  }
}
