import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { type Backoff, backoffMs } from '../backoff.ts';

/**
 * Spreads the attempts of a shard to connect again. The library tries twice a second for as long as Discord refuses
 * connections.
 */
export interface ReconnectPace {
  /** Tracks the shards. Call it once, before they connect. */
  follow(shards: WebSocketManager): void;
  /** Waits before a shard connects. It does not wait if the last connection worked, and ends early if the signal aborts. */
  wait(shardId: number, signal: AbortSignal): Promise<void>;
}

/** The bounds of the doubling wait. A bot that is back some seconds after Discord is soon enough. */
const backoff: Backoff = { firstMs: 1_000, longestMs: 15_000 };

export function createReconnectPace(): ReconnectPace {
  /** How often each shard closed without a greeting in between. */
  const closes = new Map<number, number>();
  return {
    follow(shards) {
      shards.on(WebSocketShardEvents.Hello, ({ shardId }) => void closes.delete(shardId));
      shards.on(WebSocketShardEvents.Closed, ({ shardId }) => {
        closes.set(shardId, (closes.get(shardId) ?? 0) + 1);
      });
    },
    async wait(shardId, signal) {
      const waitMs = backoffMs(backoff, (closes.get(shardId) ?? 0) - 1);
      if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => {});
    },
  };
}
