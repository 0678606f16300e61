import type { NetConnectOpts } from 'node:net';
import { openRoad, type Piece, type Reach, type Road, type Watch } from './road.ts';
import { createCutter, createFollower, type Follower } from './statements.ts';

/**
 * What processes share, and what no message depends on. Such commits happen at any time. Nothing dies there, because such a
 * death equals one at the commit before.
 */
const housekeeping: ReadonlySet<string> = new Set([
  ...['workers', 'tasks', 'request_rows'],
  ...['digest_runs', 'enrichment_services', 'secrets'],
]);

/** A worker's way to PostgreSQL, which holds its commits. */
export const openDatabaseRoad = (server: NetConnectOpts, reach: Reach): Promise<Road> =>
  openRoad(server, watchCommits, reach);

function watchCommits(): Watch {
  const { asks, answers } = createFollower();
  return { asked: placesBy(asks, 'leaving', true), answered: placesBy(answers, 'answered', false) };
}

function placesBy(find: Follower['asks'], name: string, isClient: boolean) {
  const cut = createCutter(isClient);
  return function* (chunk: Buffer): Generator<Piece> {
    for (const message of cut(chunk)) {
      const tables = find(message)?.filter((table) => !housekeeping.has(table)) ?? [];
      const place = tables.length === 0 ? null : `commit of ${tables.join(', ')} ${name}`;
      yield { bytes: message.bytes, place };
    }
  };
}
