import { type WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';

/** The state of a process's connections to the gateway. */
export interface GatewayState {
  /** Whether all of its shards are connected. */
  readonly isConnected: boolean;
  /** How many shards the process keeps, and how many of them are connected. */
  readonly shards: number;
  readonly connected: number;
  /** Whether another process has these shards, so that this one waits. */
  readonly isStandby: boolean;
  /** The time from the last heartbeat to its answer, of the slowest shard; null before the first. */
  readonly latencyMs: number | null;
}

/** Knows whether the gateway is connected, and how fast it answers. */
export interface GatewayPulse {
  /** Says how many shards will be followed. */
  expect(shards: number): void;
  /** Tracks a shard. Call it before it connects. */
  follow(shard: WebSocketManager): void;
  /** Notes that another process has the shards, or no longer. */
  setStandby(isStandby: boolean): void;
  state(): GatewayState;
}

export function createGatewayPulse(): GatewayPulse {
  let shards = 0;
  let isStandby = false;
  const ready = new Set<WebSocketManager>();
  const latencies = new Map<WebSocketManager, number>();
  return {
    expect(count) {
      shards = count;
    },
    follow(shard) {
      shard.on(WebSocketShardEvents.Ready, () => void ready.add(shard));
      shard.on(WebSocketShardEvents.Resumed, () => void ready.add(shard));
      shard.on(WebSocketShardEvents.Closed, () => {
        ready.delete(shard);
        latencies.delete(shard);
      });
      shard.on(WebSocketShardEvents.HeartbeatComplete, ({ latency }) => void latencies.set(shard, latency));
    },
    setStandby(is) {
      isStandby = is;
    },
    state: () => ({
      isConnected: shards > 0 && ready.size === shards,
      shards,
      connected: ready.size,
      isStandby,
      latencyMs: latencies.size === 0 ? null : Math.max(...latencies.values()),
    }),
  };
}
