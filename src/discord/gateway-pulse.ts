import { type WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';

/** Knows whether the gateway is connected, and how fast it answers. */
export interface GatewayPulse {
  /** Tracks the shards. Call it before they connect. */
  follow(shards: WebSocketManager): void;
  /** `latencyMs`: the time from the last heartbeat to its answer, of the slowest shard; null before the first. */
  state(): { readonly isConnected: boolean; readonly latencyMs: number | null };
}

/** Not connected until every shard that ever opened a socket is ready. */
export function createGatewayPulse(): GatewayPulse {
  const opened = new Set<number>();
  const ready = new Set<number>();
  const latencies = new Map<number, number>();
  return {
    follow(shards) {
      for (const kept of [opened, ready, latencies]) kept.clear();
      shards.on(WebSocketShardEvents.Hello, ({ shardId }) => void opened.add(shardId));
      shards.on(WebSocketShardEvents.Ready, ({ shardId }) => void ready.add(shardId));
      shards.on(WebSocketShardEvents.Resumed, ({ shardId }) => void ready.add(shardId));
      shards.on(WebSocketShardEvents.Closed, ({ shardId }) => {
        ready.delete(shardId);
        latencies.delete(shardId);
      });
      shards.on(WebSocketShardEvents.HeartbeatComplete, ({ latency, shardId }) => void latencies.set(shardId, latency));
    },
    state: () => ({
      isConnected: ready.size > 0 && ready.size === opened.size,
      latencyMs: latencies.size === 0 ? null : Math.max(...latencies.values()),
    }),
  };
}
