import { setTimeout as sleep } from 'node:timers/promises';
import {
  type SessionInfo,
  type WebSocketManager,
  type WebSocketManagerOptions,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';

/** How a gateway is given up for good. */
export interface GatewayEnd {
  /** Where the shards remember their sessions. */
  readonly sessions: Pick<WebSocketManagerOptions, 'retrieveSessionInfo' | 'updateSessionInfo'>;
  /** Called once, before they connect: what they are at is not to be asked later. */
  follow(shards: WebSocketManager): void;
  /** Ends the sessions in order, wherever the shards are: on, connecting, or between two attempts. */
  close(shards: WebSocketManager): Promise<void>;
}

/** How long a shard that is just connecting has until it is closed, and how long closing may take. */
const patienceMs = 1_000;

/**
 * The library alone ends its shards only while they are connected. It keeps the sessions in one place for the whole
 * process, so that the next gateway would take up that of one which was closed while it reconnected (and never hear who
 * the bot is). A shard that is closed in the pause before it reconnects, reconnects all the same. One that is closed
 * while it waits to be let in never says that it is closed, and reconnects, too.
 */
export function createGatewayEnd(): GatewayEnd {
  const ending = new AbortController();
  const kept = new Map<number, SessionInfo>();
  const greeted = new Set<number>();
  return {
    sessions: {
      // What a shard asks for before it connects: one that is given up gets no answer, and so gets no further.
      retrieveSessionInfo: (shardId) =>
        ending.signal.aborted ? new Promise<never>(() => {}) : (kept.get(shardId) ?? null),
      updateSessionInfo(shardId, session) {
        if (session === null) kept.delete(shardId);
        else kept.set(shardId, session);
      },
    },
    follow(shards) {
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
 * True once no shard's socket is just being opened. The library leaves such a socket to itself when it destroys the
 * shard, and its failure, which nobody hears then, would end the process. A greeting that comes too late is answered
 * with the end.
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
