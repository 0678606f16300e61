import { setTimeout as sleep } from 'node:timers/promises';
import {
  type SessionInfo,
  type WebSocketManager,
  type WebSocketManagerOptions,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';
import type { ReconnectPace } from './reconnect-pace.ts';

/** Closes a gateway permanently. */
export interface GatewayEnd {
  /** The store of the shards' sessions. */
  readonly sessions: Pick<WebSocketManagerOptions, 'retrieveSessionInfo' | 'updateSessionInfo'>;
  /** Tracks the shards. Call it once, before they connect, because their state cannot be asked later. */
  follow(shards: WebSocketManager): void;
  /** Ends the sessions cleanly, whether the shards are connected, connecting, or between two attempts. */
  close(shards: WebSocketManager): Promise<void>;
}

/** How long to wait for a connecting shard, and how long closing may take. */
const patienceMs = 1_000;

/**
 * Works around the library, which closes its shards only while they are connected:
 * - It keeps sessions for the whole process, so the next gateway would resume the session of a gateway that was closed
 *   while it reconnected, and would never hear who the bot is.
 * - A shard that is closed in the pause before it reconnects still reconnects.
 * - A shard that is closed while it waits to identify still reconnects, and never says that it is closed.
 */
export function createGatewayEnd(pace: ReconnectPace): GatewayEnd {
  const ending = new AbortController();
  const kept = new Map<number, SessionInfo>();
  const greeted = new Set<number>();
  return {
    sessions: {
      // A shard asks for its session before it connects. After the end it gets no answer, and so stops there.
      async retrieveSessionInfo(shardId) {
        await pace.wait(shardId, ending.signal);
        return ending.signal.aborted ? await new Promise<never>(() => {}) : (kept.get(shardId) ?? null);
      },
      updateSessionInfo(shardId, session) {
        if (session === null) kept.delete(shardId);
        else kept.set(shardId, session);
      },
    },
    follow(shards) {
      pace.follow(shards);
      shards.on(WebSocketShardEvents.Hello, ({ shardId }) => void greeted.add(shardId));
      shards.on(WebSocketShardEvents.Closed, ({ shardId }) => void greeted.delete(shardId));
    },
    async close(shards) {
      ending.abort();
      const patience = sleep(patienceMs, false, { ref: false });
      if (await Promise.race([whenOpened(shards, greeted), patience])) {
        await Promise.race([shards.destroy(), patience]);
      }
    },
  };
}

/**
 * True once no shard is opening a socket. If a shard is destroyed then, the library drops the socket without handling
 * its errors, and one of them would end the process. A shard that is greeted later is destroyed at once.
 */
async function whenOpened(shards: WebSocketManager, greeted: ReadonlySet<number>): Promise<true> {
  const opened = Promise.withResolvers<void>();
  shards.once(WebSocketShardEvents.Closed, () => opened.resolve());
  shards.once(WebSocketShardEvents.Hello, () => {
    opened.resolve();
    void shards.destroy();
  });
  const statuses = await shards.fetchStatus();
  const isOpening = statuses.some(
    (status, shardId) => status === WebSocketShardStatus.Connecting && !greeted.has(shardId),
  );
  if (isOpening) await opened.promise;
  return true;
}
